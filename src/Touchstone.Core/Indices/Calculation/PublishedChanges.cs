using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The changes of members and units that a package publishes.</summary>
internal sealed class PublishedChanges : ScheduledChanges
{
    private readonly PublishedIndex _index;
    private readonly string _currency;
    private readonly Dictionary<DateOnly, Review> _reviews;

    /// <summary>Reads the changes of a span.</summary>
    /// <param name="index">The published index.</param>
    /// <param name="currency">The currency in which the market value is summed.</param>
    /// <param name="span">The span; a change on its first day is in the basket there.</param>
    public PublishedChanges(PublishedIndex index, string currency, DateSpan span)
    {
        (_index, _currency) = (index, currency);
        _reviews = index.Reviews(span).OfType<Review>().ToDictionary(review => review.Effective);
    }

    /// <summary>What a package publishes as held on a day.</summary>
    /// <param name="day">The day.</param>
    public Answer<Basket> BasketOn(DateOnly day)
    {
        var published = _index.BasketOn(day);
        return published.HasValue ? Basket.Of(_currency, HoldingRule.KeepUnits, published.Value.Holdings.Select(Converted)) : published.Problem;
    }

    /// <inheritdoc/>
    public override Problem? Make(PlanWalk walk, DateOnly day)
    {
        if (!_reviews.TryGetValue(day, out var review))
        {
            return null;
        }

        var holdings = review.Holdings.Select(Converted).Select(walk.Marked).ToImmutableArray();
        if (_currency == _index.Currency)
        {
            Suppose(walk, day, holdings);
        }

        return walk.Apply(new Review(day, holdings));
    }

    /// <summary>
    /// Newcomers of which the package has no close before their first day: a new published divisor says what they were worth together, since
    /// M' = M × D' / D. How that is spread over them changes no level; it is by their first closes.
    /// </summary>
    private void Suppose(PlanWalk walk, DateOnly day, ImmutableArray<Holding> holdings)
    {
        var unknown = holdings.Where(holding => walk.Basket.Find(holding.Instrument) is null && walk.CloseToJoin(holding.Instrument) is null).ToArray();
        if (unknown.Length == 0 || !_index.DivisorDays.Contains(day) || walk.HasActionsBesidesCash(day))
        {
            return;
        }

        var before = walk.Basket.ValueAt(walk.Closes);
        var known = Basket.Of(_currency, HoldingRule.KeepUnits, holdings.Except(unknown).Select(holding => holding.WithSuspension(false)));
        var closes = holdings.Except(unknown).Aggregate(walk.Closes, (all, holding) => walk.CloseToJoin(holding.Instrument) is { } close && !all.TryGetPrice(holding.Instrument, out _) ? all.With(holding.Instrument, close) : all);
        var kept = known.HasValue ? known.Value.ValueAt(closes) : known.Problem;
        var divisors = (Before: _index.DivisorOn(day.AddDays(-1)), From: _index.DivisorOn(day));
        var first = unknown.Select(holding => walk.FirstClose(holding.Instrument, day)).ToArray();
        if (!before.HasValue || !kept.HasValue || !divisors.Before.HasValue || first.Any(close => close is not > 0))
        {
            return;
        }

        var worth = (before.Value * divisors.From.Value / divisors.Before.Value) - kept.Value;
        var later = unknown.Zip(first, (holding, close) => holding.Units * close!.Value).Sum();
        if (worth <= 0 || !double.IsFinite(worth / later))
        {
            return;
        }

        foreach (var (holding, close) in unknown.Zip(first))
        {
            walk.Suppose(holding.Instrument, close!.Value * worth / later);
        }

        walk.Notes.Add(
            $"The package has no close on {walk.Closes.Day:yyyy-MM-dd} of {string.Join(", ", unknown.Select(holding => holding.Instrument))}, which {(unknown.Length == 1 ? "joins" : "join")} on {day:yyyy-MM-dd}; "
            + $"the published divisor of that day says what {(unknown.Length == 1 ? "it was" : "they were together")} worth: {worth:R} {_currency}.");
    }

    private Holding Converted(Holding holding) => _currency == _index.Currency ? holding : new Holding(holding.Instrument, holding.Shares, holding.FreeFloat, holding.Cap, _index.Currency);
}
