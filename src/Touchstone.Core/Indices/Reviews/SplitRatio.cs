using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Splits, bonus issues and consolidations of the package.</summary>
internal static class SplitRatio
{
    /// <summary>Whether an action changes the number of shares without money.</summary>
    /// <param name="action">The action.</param>
    public static bool Is(CorporateAction action) =>
        action.Ratio is > 0 && action.Kind is ("split" or "bonus" or "consolidation" or "reverse-split" or "capitalisation" or "stock-dividend");

    /// <summary>Shares afterwards for one before, over a span; 1 without a split.</summary>
    /// <param name="market">The package.</param>
    /// <param name="id">The line.</param>
    /// <param name="after">The day before the span; not included.</param>
    /// <param name="until">The last ex-date, included.</param>
    public static double Between(Market market, InstrumentId id, DateOnly after, DateOnly until)
    {
        var ratio = 1.0;
        foreach (var action in market.Actions(id))
        {
            if (action.ExDate > after && action.ExDate <= until && Is(action))
            {
                ratio *= action.Ratio!.Value;
            }
        }

        return ratio;
    }
}
