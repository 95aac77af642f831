using System.Collections.Frozen;
using System.Globalization;

namespace Touchstone.Claims;

/// <content>Numbers in words.</content>
internal static partial class QuantityReader
{
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
        var article = lower is "a" or "an" && next is "third" or "quarter" or "fifth" or "tenth" && !(i + 2 < tokens.Count && tokens[i + 2].Lower is "straight" or "consecutive" or "day" or "session" or "week" or "month" or "year" or "quarter" or "time" or "successive" or "earlier" or "ago" or "weekly" or "daily" or "monthly" or "annual") && !(i + 3 < tokens.Count && tokens[i + 2].Is("in") && tokens[i + 3].Is("a"));
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
}
