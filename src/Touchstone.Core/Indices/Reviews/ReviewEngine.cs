using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Reviews an index: chooses its members by its rulebook and sets their holdings.</summary>
public static class ReviewEngine
{
    /// <summary>Runs one review.</summary>
    /// <param name="market">The data package.</param>
    /// <param name="rulebook">The rules; the version in force on the effective day counts.</param>
    /// <param name="dates">The stored dates of the review.</param>
    /// <param name="before">What the index held before the open of the effective day.</param>
    /// <returns>
    /// The new holdings and a reason for each stock; <see cref="ProblemKind.NoData"/> when the package lacks a figure for all stocks or for a member, a close or a
    /// share count of a chosen stock (all are named), or a rate; <see cref="ProblemKind.NotPublished"/> for a choice that a committee makes;
    /// <see cref="ProblemKind.Undefined"/> when nobody passes or caps cannot hold; <see cref="ProblemKind.Invalid"/> for dates out of order or unknown names.
    /// </returns>
    /// <remarks>
    /// Order: universe and screens at the cut-off; ranking; members and newcomers that are certain, then the count restored, then the limit on turnover; closes,
    /// shares in force and floats on the day of prices; weights; caps, from 1. Splits between the day of prices and the effective day are carried into the holdings,
    /// so that an action with its ex-date on the effective day itself comes after the review. docs/methodology/reviews.md has a worked example.
    /// </remarks>
    public static Answer<ReviewResult> Run(Market market, Rulebook rulebook, ReviewDates dates, MembersBefore before)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(before);
        if (dates.Prices < dates.CutOff || dates.Effective <= dates.Prices)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"A review with cut-off {dates.CutOff:yyyy-MM-dd}, prices of {dates.Prices:yyyy-MM-dd} and effective {dates.Effective:yyyy-MM-dd}: expected the day of prices on or after the cut-off and before the effective day.");
        }

        if (rulebook.VersionOn(dates.Effective) is not { } version)
        {
            return new Problem(ProblemKind.Invalid, $"{rulebook.Id} has no rules in force on {dates.Effective:yyyy-MM-dd}; the first version is from {rulebook.Versions[0].From:yyyy-MM-dd}.");
        }

        var figures = new StockFigures(market, rulebook.Currency, version.Shares);
        var chosen = dates.Kind == ReviewKind.Rebalance
            ? Reweighting.Of(figures, rulebook, version, dates, before)
            : Reconstitution.Of(figures, rulebook, version, dates, before);
        if (!chosen.HasValue)
        {
            return InReview(chosen.Problem, rulebook, dates);
        }

        var result = Weigh(figures, version, dates, before, chosen.Value);
        return result.HasValue ? result : InReview(result.Problem, rulebook, dates);
    }

    private static Answer<ReviewResult> Weigh(StockFigures figures, RulebookVersion version, ReviewDates dates, MembersBefore before, ChosenMembers chosen)
    {
        if (chosen.Members.IsEmpty)
        {
            return new Problem(ProblemKind.Undefined, "No stock is taken; an index needs at least one.");
        }

        var ids = chosen.Members.Select(member => member.Stock.Id).ToImmutableArray();
        var prices = MemberPrices.On(figures, ids, dates.Prices, version.Weighting == Weighting.MarketValue);
        if (!prices.HasValue)
        {
            return prices.Problem;
        }

        var weights = ReviewWeights.For(figures, version, dates, chosen.Members, prices.Value);
        if (!weights.HasValue)
        {
            return weights.Problem;
        }

        var (old, turnover, conventions) = Old(figures, dates, before, weights.Value);
        var stocks = chosen.Members
            .OrderBy(member => member.Unit?.Rank ?? 0).ThenBy(member => member.Stock.Id)
            .Select(member => (member.Stock, member.Decision, member.Reason, member.Unit, Weight: (CappedWeight?)weights.Value.Of[member.Stock.Id]))
            .Concat(chosen.NotTaken.Select(stock => (stock.Stock, stock.Decision, stock.Reason, stock.Unit, Weight: (CappedWeight?)null)))
            .Select(row => new ReviewedStock(
                row.Stock.Id, row.Decision, row.Reason, row.Unit?.Rank, row.Unit?.Score, old is null ? null : Percent.FromFraction(old.GetValueOrDefault(row.Stock.Id)),
                row.Weight?.Before, row.Weight?.After, row.Weight?.Factor))
            .ToImmutableArray();
        return Answer<ReviewResult>.Of(
            new ReviewResult(dates, version, weights.Value.Holdings, stocks, chosen.Reserve, turnover, weights.Value.CapRounds) { Cautions = chosen.Conventions },
            new Working
            {
                Formula = "universe, screens, ranking, selection; close × shares × float × rate; caps from 1",
                Steps = [.. chosen.Steps, new Step("members", $"taken, effective {dates.Effective:yyyy-MM-dd}", ids.Length, Unit.Count), .. weights.Value.Steps],
                Inputs = prices.Value.Inputs,
                Conventions = [.. chosen.Conventions, .. prices.Value.Conventions, .. conventions],
            });
    }

    private static (ImmutableDictionary<InstrumentId, double>? Old, Percent? Turnover, ImmutableArray<string> Conventions) Old(
        StockFigures figures, ReviewDates dates, MembersBefore before, ReviewWeights weights)
    {
        if (before.Basket is not { Holdings.IsEmpty: false } basket)
        {
            return (null, null, []);
        }

        var old = OldWeights.Of(figures, basket, dates);
        if (!old.HasValue)
        {
            return (null, null, [$"Old weights and turnover are not known: {old.Problem.Message}"]);
        }

        var moved = default(CompensatedSum);
        foreach (var id in old.Value.Keys.Concat(weights.Of.Keys).Distinct().Order())
        {
            moved.Add(Math.Abs((weights.Of.TryGetValue(id, out var now) ? now.After.Fraction : 0) - old.Value.GetValueOrDefault(id)));
        }

        return (old.Value, Percent.FromFraction(moved.Value / 2), []);
    }

    private static Problem InReview(Problem problem, Rulebook rulebook, ReviewDates dates) =>
        problem with { Message = $"{rulebook.Id}, review effective {dates.Effective:yyyy-MM-dd}: {problem.Message}" };
}
