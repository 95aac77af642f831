namespace Touchstone.Indices;

/// <summary>Figures of a ranking in words.</summary>
internal static class FigureWords
{
    /// <summary>The figure in words.</summary>
    /// <param name="field">The figure.</param>
    public static string Of(RankField field)
    {
        var name = field.Figure switch
        {
            RankFigure.MarketValue => "market value",
            RankFigure.FloatMarketValue => "free-float market value",
            RankFigure.Turnover => "daily turnover",
            _ => field.Field ?? "observation",
        };
        return field.Months == 0 ? name : $"{field.Months}-month average {name}";
    }
}
