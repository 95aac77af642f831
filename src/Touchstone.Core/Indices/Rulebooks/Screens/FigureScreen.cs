using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A figure of a stock must lie within limits.</summary>
/// <param name="Figure">The figure, and over how many months it is averaged.</param>
/// <param name="AtLeast">The least it may be, or null; in <paramref name="Currency"/> for values and turnover, in the observation's own unit otherwise.</param>
/// <param name="AtMost">The most it may be, or null.</param>
/// <param name="Currency">The currency of the limits, or null for that of the index.</param>
public sealed record FigureScreen(RankField Figure, double? AtLeast = null, double? AtMost = null, string? Currency = null) : Screen
{
    /// <inheritdoc/>
    public override string Words => $"{FigureWords.Of(Figure)}{(AtLeast is { } least ? $" at least {least:R}" : "")}{(AtMost is { } most ? $" at most {most:R}" : "")}{(Currency is null ? "" : $" {Currency}")}.";

    /// <inheritdoc/>
    internal override bool SuitsNewListings => Figure is { Months: 0, Figure: not RankFigure.Turnover };

    /// <inheritdoc/>
    internal override Answer<ImmutableArray<ScreenVerdict>> Judge(ScreenRound round)
    {
        var currency = Currency ?? round.Figures.IndexCurrency;
        var unit = Amount.Unit(Figure.Figure, currency);
        return round.Each(this, stock => round.Figures.Read(Figure, stock.Id, round.Day, currency), (_, value) =>
        {
            if (AtLeast is { } least && value < least)
            {
                return ScreenVerdict.Fail($"{FigureWords.Of(Figure)} {Amount.Against(value, least)}{unit}, at least {Amount.Text(least)} needed");
            }

            return AtMost is { } most && value > most
                ? ScreenVerdict.Fail($"{FigureWords.Of(Figure)} {Amount.Against(value, most)}{unit}, at most {Amount.Text(most)} admitted")
                : ScreenVerdict.Pass;
        });
    }
}
