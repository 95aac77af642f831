using System.Collections.Frozen;
using System.Globalization;

namespace Touchstone.Claims;

/// <summary>Reads numbers with their units.</summary>
internal static partial class QuantityReader
{
    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["thousand"] = 1e3, ["k"] = 1e3, ["lakh"] = 1e5, ["m"] = 1e6, ["mn"] = 1e6, ["mln"] = 1e6, ["million"] = 1e6, ["crore"] = 1e7, ["cr"] = 1e7, ["b"] = 1e9, ["bn"] = 1e9, ["bln"] = 1e9, ["billion"] = 1e9, ["t"] = 1e12, ["tn"] = 1e12, ["trn"] = 1e12, ["trillion"] = 1e12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Marks = new Dictionary<string, string>
    {
        ["$"] = "USD", ["us$"] = "USD", ["usd"] = "USD", ["hk$"] = "HKD", ["hkd"] = "HKD", ["a$"] = "AUD", ["c$"] = "CAD", ["s$"] = "SGD", ["nt$"] = "TWD", ["r$"] = "BRL", ["€"] = "EUR", ["eur"] = "EUR", ["£"] = "GBP", ["gbp"] = "GBP", ["¥"] = "JPY", ["jpy"] = "JPY", ["rmb"] = "CNY", ["cny"] = "CNY", ["cn¥"] = "CNY", ["rs"] = "INR", ["inr"] = "INR", ["₹"] = "INR", ["₩"] = "KRW", ["krw"] = "KRW", ["chf"] = "CHF",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> CurrencyWords = new Dictionary<string, string>
    {
        ["dollars"] = "USD", ["dollar"] = "USD", ["yuan"] = "CNY", ["renminbi"] = "CNY", ["rmb"] = "CNY", ["euros"] = "EUR", ["euro"] = "EUR", ["yen"] = "JPY", ["pounds"] = "GBP", ["won"] = "KRW", ["rupees"] = "INR", ["usd"] = "USD", ["hkd"] = "HKD", ["cny"] = "CNY", ["eur"] = "EUR", ["gbp"] = "GBP", ["jpy"] = "JPY", ["pence"] = "GBX", ["cents"] = "cents", ["francs"] = "CHF",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double> Denominators = new Dictionary<string, double>
    {
        ["half"] = 2, ["halves"] = 2, ["third"] = 3, ["thirds"] = 3, ["quarter"] = 4, ["quarters"] = 4, ["fifth"] = 5, ["fifths"] = 5, ["tenth"] = 10, ["tenths"] = 10,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, double> Factors = new Dictionary<string, double>
    {
        ["doubled"] = 2, ["doubling"] = 2, ["doubles"] = 2, ["double"] = 2, ["tripled"] = 3, ["tripling"] = 3, ["triples"] = 3, ["triple"] = 3, ["trebled"] = 3, ["quadrupled"] = 4, ["quadrupling"] = 4, ["quadruple"] = 4, ["quintupled"] = 5, ["halved"] = 0.5, ["halving"] = 0.5,
        ["twofold"] = 2, ["threefold"] = 3, ["fourfold"] = 4, ["fivefold"] = 5, ["tenfold"] = 10,
    }.ToFrozenDictionary();

    /// <summary>Reads all quantities of a text, in order, skipping tokens that belong to names and times.</summary>
    public static List<Quantity> Read(List<Token> tokens, bool[] taken)
    {
        var quantities = new List<Quantity>();
        for (var i = 0; i < tokens.Count;)
        {
            if (taken[i])
            {
                i++;
                continue;
            }

            var quantity = ReadAt(tokens, taken, i);
            if (quantity is null)
            {
                i++;
                continue;
            }

            quantities.Add(quantity);
            i = quantity.End;
        }

        return quantities;
    }

    private static Quantity? ReadAt(List<Token> tokens, bool[] taken, int i)
    {
        var token = tokens[i];
        if (token.Kind is TokenKind.Number or TokenKind.Symbol)
        {
            return ReadNumber(tokens, taken, i);
        }

        return token.Kind == TokenKind.Word ? ReadWords(tokens, taken, i) : null;
    }

    private static Quantity? ReadNumber(List<Token> tokens, bool[] taken, int i)
    {
        var first = i;
        string? currency = null;
        var negative = false;
        var positive = false;
        while (i < tokens.Count && tokens[i].Kind == TokenKind.Symbol)
        {
            if (Marks.TryGetValue(tokens[i].Lower, out var mark) && currency is null)
            {
                currency = mark;
            }
            else if (tokens[i].Lower is "-" or "\u2212" or "\u2013" && !negative && i + 1 < tokens.Count && tokens[i + 1].Glued && (!tokens[i].Glued || (i > 0 && tokens[i - 1].Lower is "(" or "[" or "|" or ":")))
            {
                negative = true;
            }
            else if (tokens[i].Lower is "+" && !positive && (!tokens[i].Glued || (i > 0 && tokens[i - 1].Lower is "(" or "[" or "|" or ":")))
            {
                positive = true;
            }
            else
            {
                return null;
            }

            i++;
        }

        if (i >= tokens.Count || taken[i] || tokens[i].Kind != TokenKind.Number || !TryNumber(tokens[i].Text, out var value, out var lastDigit, out var round))
        {
            return null;
        }

        if (first == i && i > 0 && tokens[i - 1].Kind == TokenKind.Word && Marks.TryGetValue(tokens[i - 1].Lower, out var code) && tokens[i - 1].IsCapitalised && !taken[i - 1])
        {
            currency = code;
            first = i - 1;
        }

        i++;
        double? upper = null;
        var numbers = 1;
        if (RangeEnd(tokens, taken, i, currency, out var upperAt) && TryNumber(tokens[upperAt].Text, out var high, out var highDigit, out _) && high > value)
        {
            upper = high;
            lastDigit = Math.Min(lastDigit, highDigit);
            i = upperAt + 1;
            numbers = 2;
        }

        var scaled = false;
        if (i < tokens.Count && Scales.TryGetValue(tokens[i].Lower, out var scale) && tokens[i].Kind == TokenKind.Word && (tokens[i].Lower.Length > 2 || tokens[i].Glued))
        {
            value *= scale;
            upper *= scale;
            lastDigit *= scale;
            scaled = true;
            i++;
            if (i < tokens.Count && tokens[i].Is("crore") && scale < 1e6)
            {
                value *= 1e7;
                lastDigit *= 1e7;
                i++;
            }
        }

        var result = new Quantity { First = first, End = i, Kind = QuantityKind.Number, Value = value, Upper = upper, LastDigit = lastDigit, IsRound = round, Negative = negative, Positive = positive, Currency = currency, Scaled = scaled, Numbers = numbers };
        return WithUnit(tokens, result);
    }

    private static bool TryNumber(string text, out double value, out double lastDigit, out bool round)
    {
        lastDigit = 1;
        round = false;
        if (text.Length > 40 || text.AsSpan().Count('.') > 1)
        {
            value = 0;
            return false;
        }

        var plain = text.Replace(",", "", StringComparison.Ordinal);
        if (!double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            return false;
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            lastDigit = Math.Pow(10, -(plain.Length - point - 1));
            return true;
        }

        var zeros = plain.Length - plain.TrimEnd('0').Length;
        round = plain.Length >= 3 && zeros >= 1 && zeros < plain.Length && plain.Length - zeros <= 2;
        return true;
    }
}
