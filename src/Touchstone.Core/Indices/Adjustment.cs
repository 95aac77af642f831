namespace Touchstone.Indices;

/// <summary>What one event did to an index: a line of its audit log.</summary>
/// <param name="Effective">The first day with the event.</param>
/// <param name="Event">The event in plain words.</param>
/// <param name="MarketValueBefore">Σ price × units at the last closes, in the currency of the index; above zero.</param>
/// <param name="MarketValueAfter">The same with the event; above zero.</param>
/// <param name="DivisorBefore">The divisor before: currency of the index for one point; above zero.</param>
/// <param name="After">The index with the event; holds the new divisor.</param>
/// <param name="Closes">The last closes as the event leaves them.</param>
public sealed record Adjustment(DateOnly Effective, string Event, double MarketValueBefore, double MarketValueAfter, double DivisorBefore, IndexState After, ClosingPrices Closes)
{
    /// <summary>The divisor with the event: divisor before × market value after / market value before; currency of the index for one point.</summary>
    /// <remarks>Source: as <see cref="DivisorCalculation"/>.</remarks>
    public double DivisorAfter => After.Divisor;

    /// <summary>The level at the last closes before the event, in points.</summary>
    public double LevelBefore => MarketValueBefore / DivisorBefore;

    /// <summary>The level at the last closes with the event, in points: the same.</summary>
    public double LevelAfter => MarketValueAfter / DivisorAfter;

    /// <summary>Date, event, market value and divisor before and after, in one line.</summary>
    public string Line =>
        $"{Effective:yyyy-MM-dd}: {Event} Market value {MarketValueBefore:R} -> {MarketValueAfter:R} {After.Basket.Currency}, divisor {DivisorBefore:R} -> {DivisorAfter:R}, level {LevelRounding.Publish(LevelBefore, 2):0.00}.";
}
