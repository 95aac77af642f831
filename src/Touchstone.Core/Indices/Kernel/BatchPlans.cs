using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Turns rulebooks into plans of a batch, as far as their rules are those that a batch knows.</summary>
/// <param name="market">The package.</param>
/// <param name="stocks">The stocks.</param>
/// <param name="labels">What they count as; new labels are added.</param>
/// <param name="days">The sessions.</param>
internal sealed class BatchPlans(Market market, BatchStocks stocks, BatchLabels labels, ImmutableArray<DateOnly> days)
{
    private readonly Dictionary<string, string?> _exchangeFaults = new(StringComparer.Ordinal);

    /// <summary>The share rules of the plans so far.</summary>
    public List<ShareRule> ShareRules { get; } = [];

    /// <summary>Makes a plan.</summary>
    /// <param name="rulebook">The rules.</param>
    /// <returns>The plan; or what is more than a batch knows, as the rest of a sentence.</returns>
    public (BatchPlan? Plan, string? Outside) Of(Rulebook rulebook)
    {
        if (days[0] < rulebook.BaseDate || rulebook.VersionOn(days[0]) is null)
        {
            return (null, $"the span begins on {days[0]:yyyy-MM-dd}, before its base date or its first rules");
        }

        // Reviews before the base day choose members that later ones look at; without any, the members are chosen on the closes of the base day.
        ReviewDates[] before = [.. rulebook.Reviews.Where(review => review.Effective <= days[0])];
        if (before.Length > 1 || (before.Length == 1 && (before[0].Effective != days[0] || before[0].Kind != ReviewKind.Reconstitution)))
        {
            return (null, $"reviews before {days[0]:yyyy-MM-dd}, the first session, made its members");
        }

        ReviewDates[] dates = [before.Length == 1 ? before[0] : new ReviewDates(days[0], days[0], days[0].AddDays(1)), .. rulebook.Reviews.Where(review => review.Effective > days[0] && review.Effective <= days[^1])];
        var versions = new Dictionary<RulebookVersion, BatchRules>(ReferenceEqualityComparer.Instance);
        var reviews = ImmutableArray.CreateBuilder<BatchReview>(dates.Length);
        foreach (var review in dates)
        {
            var isFirst = reviews.Count == 0;
            if (review.Prices < review.CutOff || review.Effective <= review.Prices || rulebook.VersionOn(review.Effective) is not { } version)
            {
                return (null, $"the dates of the review of {review.Effective:yyyy-MM-dd} are out of order, or no rules are in force then");
            }

            if (!versions.TryGetValue(version, out var rules))
            {
                if (FaultOf(rulebook, version) is { } fault)
                {
                    return (null, fault);
                }

                versions.Add(version, rules = BatchRules.Of(version, labels, ShareRules));
            }

            var found = days.AsSpan().BinarySearch(review.Effective);
            reviews.Add(new BatchReview(review, isFirst ? 0 : found >= 0 ? found : ~found, isFirst ? days[0] : review.Effective, rules));
        }

        return rulebook.Versions.Where(version => version.From <= days[^1]).Select(RulebookCalculation.HoldingOf).Distinct().Count() > 1
            ? (null, "holdings follow their companies in another way from some day on")
            : (new BatchPlan(rulebook, BaseLevelOf(rulebook), reviews.MoveToImmutable()), null);
    }

    private double BaseLevelOf(Rulebook rulebook) =>
        days[0] == market.Calendar(rulebook.Exchange).OnOrAfter(rulebook.BaseDate) ? rulebook.BaseLevel : ReviewedMembers.OfficialLevel(market, rulebook, days[0]) ?? ReviewedMembers.UnknownLevel;

    private string? FaultOf(Rulebook rulebook, RulebookVersion version)
    {
        if (BatchRules.Outside(version) is { } outside)
        {
            return outside;
        }

        foreach (var screen in version.Screens.OfType<ClassificationScreen>())
        {
            if (!labels.Schemes.Contains(screen.Scheme))
            {
                return $"the package has no classification of the scheme '{screen.Scheme}'";
            }
        }

        return version.Universe.Exchanges.Select(mic => FaultOf(mic, rulebook.Currency)).FirstOrDefault(fault => fault is not null);
    }

    private string? FaultOf(string mic, string currency)
    {
        var key = mic + " " + currency;
        if (_exchangeFaults.TryGetValue(key, out var known))
        {
            return known;
        }

        string? fault = null;
        for (var row = 0; row < stocks.All.Length && fault is null; row++)
        {
            var stock = stocks.All[row];
            fault = stock.Exchange != mic ? null
                : stocks.CurrencyOf(row) != currency || stock.Currency is null ? $"{stock.Id} is not priced in {currency}"
                : stocks.Closes[row] is null && market.AllPrices(stock.Id).Any(bars => bars.Basis.Close == CloseBasis.SplitAdjusted) ? $"{stock.Id} has no closes as traded"
                : null;
        }

        _exchangeFaults.Add(key, fault);
        return fault;
    }
}
