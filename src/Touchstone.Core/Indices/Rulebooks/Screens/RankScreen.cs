using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Only the best by a figure pass: the first so many, or all but the last part of those that passed so far.</summary>
/// <param name="Figure">The figure, and over how many months it is averaged.</param>
/// <param name="First">How many pass; null when a part is dropped.</param>
/// <param name="DropLowest">The part of the stocks that is dropped, lowest first (the number dropped is rounded down); null when a number passes.</param>
public sealed record RankScreen(RankField Figure, int? First = null, Percent? DropLowest = null) : Screen
{
    /// <inheritdoc/>
    public override string Words => First is { } first
        ? $"Among the {first} largest by {FigureWords.Of(Figure)}."
        : $"Not among the lowest {DropLowest?.Points:0.####}% by {FigureWords.Of(Figure)}.";

    /// <inheritdoc/>
    internal override bool SuitsNewListings => false;

    /// <inheritdoc/>
    internal override Answer<ImmutableArray<ScreenVerdict>> Judge(ScreenRound round)
    {
        var currency = round.Figures.IndexCurrency;
        var values = round.Each(this, stock => round.Figures.Read(Figure, stock.Id, round.Day, currency), (_, _) => ScreenVerdict.Pass);
        if (!values.HasValue)
        {
            return values.Problem;
        }

        var ranked = round.Stocks
            .Where((_, i) => values.Value[i].State == ScreenState.Passes)
            .Select(stock => (stock.Id, round.Figures.Read(Figure, stock.Id, round.Day, currency).Value))
            .OrderByDescending(item => item.Value)
            .ThenBy(item => item.Id)
            .ToArray();

        // The part is met at 15 significant digits: 30% of 10 are 3, though the double product lies below.
        var pass = First ?? ranked.Length - (int)Math.Floor((decimal)(DropLowest?.Fraction ?? 0) * ranked.Length);
        var verdicts = round.Stocks.Zip(values.Value, (stock, verdict) => (stock.Id, verdict)).ToDictionary(pair => pair.Id, pair => pair.verdict);
        for (var i = pass; i < ranked.Length; i++)
        {
            verdicts[ranked[i].Id] = ScreenVerdict.Fail(
                $"rank {i + 1} of {ranked.Length} by {FigureWords.Of(Figure)} ({Amount.Text(ranked[i].Value)}{Amount.Unit(Figure.Figure, currency)}), {pass} or better needed");
        }

        return ScreenRound.Verdicts(this, [.. round.Stocks.Select(stock => verdicts[stock.Id])]);
    }
}
