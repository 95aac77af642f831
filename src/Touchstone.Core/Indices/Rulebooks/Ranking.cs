using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What is ranked, capped or counted: single lines of stock, or companies with all their lines.</summary>
public enum CountLevel
{
    /// <summary>Each line of stock by itself.</summary>
    Line,

    /// <summary>All lines of one issuer together, by the <c>issuer</c> of the instruments; a line without issuer is its own company.</summary>
    Company,
}

/// <summary>A figure by which stocks are ordered.</summary>
public enum RankFigure
{
    /// <summary>Close × all shares of the line.</summary>
    MarketValue,

    /// <summary>Close × shares × free float, banded as the rulebook says.</summary>
    FloatMarketValue,

    /// <summary>Value traded in a day: the <c>turnover</c> of the prices, or close × volume where the package has no turnover.</summary>
    Turnover,

    /// <summary>A dated figure of the package's observations.</summary>
    Observation,
}

/// <summary>How several figures become one score.</summary>
public enum ScoreMethod
{
    /// <summary>The figure itself; for a single field.</summary>
    Value,

    /// <summary>Each figure as a share of its sum over the ranked stocks, weighted.</summary>
    ShareOfTotal,

    /// <summary>Each figure as (value - mean) / standard deviation (n - 1) over the ranked stocks, weighted.</summary>
    ZScore,
}

/// <summary>One figure of a ranking.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Months">The mean of the daily figure over this many months up to the cut-off (from the day after the same day, that many months before); 0 for the last figure on or before the cut-off.</param>
/// <param name="Weight">Its weight in the score; above zero.</param>
/// <param name="Field">The observation's field, for <see cref="RankFigure.Observation"/>; otherwise null.</param>
public sealed record RankField(RankFigure Figure, int Months = 0, double Weight = 1, string? Field = null);

/// <summary>The order of the stocks that pass the screens: largest first; equal ones by id.</summary>
/// <param name="Fields">The figures, at least one; exactly one with <see cref="ScoreMethod.Value"/>.</param>
/// <param name="Method">How they become one score.</param>
/// <param name="Level">Whether lines or companies are ranked; a company's figure is the sum over its lines that pass.</param>
public sealed record Ranking(ImmutableArray<RankField> Fields, ScoreMethod Method = ScoreMethod.Value, CountLevel Level = CountLevel.Line)
{
    /// <summary>By market value at the cut-off.</summary>
    public static Ranking ByMarketValue { get; } = new([new RankField(RankFigure.MarketValue)]);
}
