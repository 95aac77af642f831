namespace Touchstone.Data;

/// <summary>Shares afterwards for one before, by all the splits, consolidations and bonus shares of one ex-date.</summary>
/// <param name="ExDate">The ex-date.</param>
/// <param name="Value">Shares afterwards for one before; above zero.</param>
/// <remarks>Bonus shares of one day are each for a share held before it: 3 for 10 and 2 for 10 make 1.5 together. A split of the day multiplies what they leave.</remarks>
internal readonly record struct ShareRatio(DateOnly ExDate, double Value)
{
    /// <summary>The ratios of a stock, earliest first.</summary>
    /// <param name="actions">Its actions, earliest first; those that change no share are passed over.</param>
    public static IEnumerable<ShareRatio> ByDay(IEnumerable<CorporateAction> actions)
    {
        var (day, bonus, split) = ((DateOnly?)null, 1.0, 1.0);
        foreach (var action in actions)
        {
            if (!action.IsSplit)
            {
                continue;
            }

            if (day is { } before && before != action.ExDate)
            {
                yield return new ShareRatio(before, bonus * split);
                (bonus, split) = (1, 1);
            }

            day = action.ExDate;
            (bonus, split) = action.IsBonus ? (bonus + (action.Ratio!.Value - 1), split) : (bonus, split * action.Ratio!.Value);
        }

        if (day is { } last)
        {
            yield return new ShareRatio(last, bonus * split);
        }
    }

    /// <summary>Shares afterwards for one before over some days; 1 where nothing changes.</summary>
    /// <param name="actions">The actions of a stock, earliest first.</param>
    /// <param name="after">The day before, not included.</param>
    /// <param name="until">The last ex-date, included.</param>
    public static double Between(IEnumerable<CorporateAction> actions, DateOnly after, DateOnly until)
    {
        var product = 1.0;
        foreach (var ratio in ByDay(actions))
        {
            product *= ratio.ExDate > after && ratio.ExDate <= until ? ratio.Value : 1;
        }

        return product;
    }
}
