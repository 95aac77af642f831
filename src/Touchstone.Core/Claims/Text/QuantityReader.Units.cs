using System.Collections.Frozen;
using System.Globalization;

namespace Touchstone.Claims;

/// <content>Units and ranges.</content>
internal static partial class QuantityReader
{
    /// <summary>The code of a currency named by its plural word, such as <c>euros</c>; or null.</summary>
    public static string? CurrencyOf(string lower) => CurrencyWords.TryGetValue(lower, out var code) && code is not ("cents" or "GBX") ? code : null;

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
}
