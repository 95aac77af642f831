namespace Touchstone.Claims;

/// <summary>Reads whole numbers that count something: <c>28</c>, <c>twenty-eight</c>, <c>none</c>.</summary>
internal static class CountReader
{
    /// <summary>The count that starts at a token, or null; numbers with a unit, of times and inside names are none.</summary>
    public static Quantity? At(DocumentView view, int i)
    {
        if (i < 0 || i >= view.Tokens.Count || view.TimeAt(i) is not null)
        {
            return null;
        }

        if (view.QuantityAt(i) is { } quantity)
        {
            return quantity is { Kind: QuantityKind.Number, Scaled: false, Upper: null } && quantity.First == i && quantity.LastDigit >= 1 ? quantity with { IsRound = false } : null;
        }

        if (view.Taken[i])
        {
            return null;
        }

        if (view.Any(i, "none") || (view.Any(i, "no") && MeasureSubjects.IsMember(view.Word(i + 1))))
        {
            return new Quantity { First = i, End = i + 1, Kind = QuantityKind.Number, Value = 0, Numbers = 0 };
        }

        var end = NumberWords.ReadCardinal(view.Tokens, i, out var value);
        return end > i ? new Quantity { First = i, End = end, Kind = QuantityKind.Number, Value = value, Numbers = 0 } : null;
    }
}
