using System.Collections.Frozen;
using System.Globalization;

namespace Touchstone.Claims;

/// <summary>Reads numbers with their units.</summary>
internal static class QuantityReader
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

    private static Quantity WithUnit(List<Token> tokens, Quantity quantity)
    {
        var i = quantity.End;
        if (i >= tokens.Count)
        {
            return quantity.Currency is null ? quantity : quantity with { Kind = QuantityKind.Money };
        }

        var unit = tokens[i].Lower;
        var next = i + 1 < tokens.Count ? tokens[i + 1].Lower : "";
        if (quantity.Currency is not null)
        {
            return quantity with { Kind = QuantityKind.Money };
        }

        if (unit is "%" || (unit is "percent" or "pct" or "pc" or "percentage") || (unit == "per" && next == "cent"))
        {
            var end = unit == "per" ? i + 2 : i + 1;
            var points = unit == "percentage" ? next is "point" or "points" : end < tokens.Count && tokens[end].Lower is "point" or "points";
            return unit == "percentage" && !points
                ? quantity
                : quantity with { Kind = points ? QuantityKind.PercentagePoints : QuantityKind.Percent, End = unit == "percentage" ? i + 2 : points ? end + 1 : end };
        }

        if (unit is "pp" or "ppt" or "ppts")
        {
            return quantity with { Kind = QuantityKind.PercentagePoints, End = i + 1 };
        }

        if (unit is "bps" or "bp" || (unit is "basis" && next is "points" or "point"))
        {
            return quantity with { Kind = QuantityKind.BasisPoints, End = unit == "basis" ? i + 2 : i + 1 };
        }

        if (unit is "points" or "pts" or "point")
        {
            return quantity with { Kind = QuantityKind.Points, End = i + 1 };
        }

        if (unit is "times" or "x" || (unit is "fold"))
        {
            return quantity with { Kind = unit == "fold" ? QuantityKind.Factor : QuantityKind.Multiple, End = i + 1 };
        }

        if (unit is "p" && tokens[i].Glued)
        {
            return quantity with { Kind = QuantityKind.Money, Currency = "GBX", End = i + 1 };
        }

        if (unit is "hong" && next is "kong" && i + 2 < tokens.Count && tokens[i + 2].Lower is "dollars" or "dollar")
        {
            return quantity with { Kind = QuantityKind.Money, Currency = "HKD", End = i + 3 };
        }

        if (unit is "u.s." or "us" or "american" && next is "dollars")
        {
            return quantity with { Kind = QuantityKind.Money, Currency = "USD", End = i + 2 };
        }

        if (CurrencyWords.TryGetValue(unit, out var currency) && tokens[i].Kind == TokenKind.Word)
        {
            return currency == "cents"
                ? quantity with { Kind = QuantityKind.Money, Currency = null, Value = quantity.Value / 100, LastDigit = quantity.LastDigit / 100, End = i + 1 }
                : quantity with { Kind = QuantityKind.Money, Currency = currency, End = i + 1 };
        }

        return quantity;
    }

    /// <summary>A second number of a range: <c>3-4%</c>, <c>3% to 4%</c>, <c>between 3% and 4%</c>.</summary>
    private static bool RangeEnd(List<Token> tokens, bool[] taken, int i, string? currency, out int at)
    {
        at = i;
        if (i >= tokens.Count)
        {
            return false;
        }

        if (tokens[i].Kind == TokenKind.Number && tokens[i].Joined && !taken[i])
        {
            return HasUnit(tokens, i + 1) || currency is not null;
        }

        var j = i;
        var percent = tokens[j].Is("%");
        if (percent)
        {
            j++;
        }

        var dash = j < tokens.Count && tokens[j].Lower is "\u2013" or "\u2014" && tokens[j].Glued;
        var between = j < tokens.Count && tokens[j].Is("and") && FollowsBetween(tokens, i);
        var to = j < tokens.Count && tokens[j].Is("to") && i >= 2 && tokens[i - 2].Lower is not ("to" or "fell" or "rose" or "by" or "up" or "down" or "gained" or "lost");
        if (!dash && !between && !to)
        {
            return false;
        }

        j++;
        if (currency is not null && j < tokens.Count && Marks.TryGetValue(tokens[j].Lower, out var second) && second == currency)
        {
            j++;
        }

        at = j;
        return j < tokens.Count && tokens[j].Kind == TokenKind.Number && !taken[j] && (percent ? HasPercent(tokens, j + 1) : dash ? HasUnit(tokens, j + 1) || currency is not null : HasPercent(tokens, j + 1));
    }

    private static bool FollowsBetween(List<Token> tokens, int i)
    {
        for (var back = i - 1; back >= 0 && back >= i - 4; back--)
        {
            if (tokens[back].Is("between"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPercent(List<Token> tokens, int i) => i < tokens.Count && tokens[i].Lower is "%" or "percent" or "pct" or "per" or "percentage";

    private static bool HasUnit(List<Token> tokens, int i) => HasPercent(tokens, i) || (i < tokens.Count && (tokens[i].Lower is "points" or "times" or "x" or "bps" || Scales.ContainsKey(tokens[i].Lower)));

    private static Quantity? ReadWords(List<Token> tokens, bool[] taken, int i)
    {
        var lower = tokens[i].Lower;
        var next = i + 1 < tokens.Count ? tokens[i + 1].Lower : "";
        if (lower is "double" or "single" or "triple" && next is "digit" or "digits" && tokens[i + 1].Joined)
        {
            var (low, high) = lower switch { "single" => (1.0, 10.0), "double" => (10.0, 100.0), _ => (100.0, 1000.0) };
            return new Quantity { First = i, End = i + 2, Kind = QuantityKind.DigitClass, Value = low, Upper = high, Numbers = 1 };
        }

        if (Factors.TryGetValue(lower, out var factor) && (lower is not ("double" or "triple" or "quadruple") || (i > 0 && tokens[i - 1].Lower is "to" or "nearly" or "almost" or "than" or "would" or "could" or "will" or "about" or "roughly" or "around")))
        {
            return new Quantity { First = i, End = i + 1, Kind = QuantityKind.Factor, Value = factor };
        }

        if (lower is "half" && next is not ("year" or "day" or "an" or "century" or "-year") && (i == 0 || tokens[i - 1].Lower is not ("first" or "second" or "a" or "1st" or "2nd" or "latter" or "other")) && !(i + 1 < tokens.Count && tokens[i + 1].Joined))
        {
            return new Quantity { First = i, End = i + 1, Kind = QuantityKind.Fraction, Value = 0.5 };
        }

        var end = NumberWords.ReadCardinal(tokens, i, out var whole);
        var article = lower is "a" or "an" && next is "third" or "quarter" or "fifth" or "tenth" && !(i + 2 < tokens.Count && tokens[i + 2].Lower is "straight" or "consecutive" or "day" or "session" or "week" or "month" or "year" or "quarter" or "time" or "successive" or "earlier" or "ago" or "in" or "weekly" or "daily" or "monthly" or "annual");
        if (article)
        {
            return Denominators.TryGetValue(next, out var single) ? new Quantity { First = i, End = i + 2, Kind = QuantityKind.Fraction, Value = 1 / single } : null;
        }

        if (end == i)
        {
            return null;
        }

        if (end < tokens.Count && Denominators.TryGetValue(tokens[end].Lower, out var denominator) && whole > 0 && whole < denominator && tokens[end].Lower.EndsWith('s'))
        {
            return new Quantity { First = i, End = end + 1, Kind = QuantityKind.Fraction, Value = whole / denominator };
        }

        if (end < tokens.Count && tokens[end].Is("times"))
        {
            return new Quantity { First = i, End = end + 1, Kind = QuantityKind.Multiple, Value = whole };
        }

        var quantity = new Quantity { First = i, End = end, Kind = QuantityKind.Number, Value = whole };
        var unit = WithUnit(tokens, quantity);
        if (unit.Kind != QuantityKind.Number)
        {
            return unit;
        }

        if (end < tokens.Count && Scales.TryGetValue(tokens[end].Lower, out var scale) && tokens[end].Lower.Length > 2)
        {
            return WithUnit(tokens, quantity with { End = end + 1, Value = whole * scale, LastDigit = scale, Scaled = true });
        }

        return null;
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
