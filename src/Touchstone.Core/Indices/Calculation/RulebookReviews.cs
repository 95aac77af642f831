using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The reviews, new listings and replacements of a rulebook.</summary>
internal sealed class RulebookReviews : ScheduledChanges
{
    private readonly CalculationRun _run;
    private readonly Dictionary<DateOnly, ReviewDates> _dates;
    private readonly HashSet<DateOnly> _joiningDays;
    private readonly List<ReviewResult> _results = [];
    private ImmutableArray<InstrumentId> _reconstituted = [];

    /// <summary>Prepares the changes after a day.</summary>
    /// <param name="run">The calculation.</param>
    /// <param name="after">The day; the changes that come into force after it are made.</param>
    public RulebookReviews(CalculationRun run, DateOnly after)
    {
        _run = run;
        _dates = run.Rulebook.Reviews.Where(review => review.Effective > after && review.Effective <= run.Days[^1]).DistinctBy(review => review.Effective).ToDictionary(review => review.Effective);
        _joiningDays = [.. NewListing.Between(run.Market, run.Rulebook, after, run.Days[^1]).Select(listing => listing.Joins)];
    }

    /// <summary>The reviews that were run, earliest first.</summary>
    public IReadOnlyList<ReviewResult> Results => _results;

    /// <summary>Runs the review that makes the index.</summary>
    /// <param name="market">The package, with what was known then.</param>
    /// <param name="dates">Its dates.</param>
    /// <returns>What is held then, in the currency of the calculation.</returns>
    public Answer<Basket> Found(Market market, ReviewDates dates)
    {
        var review = ReviewEngine.Run(market, _run.Rulebook, dates, MembersBefore.None);
        return review.HasValue ? Basket.Of(_run.Currency, RulebookCalculation.HoldingOf(review.Value.Version), Taken(review.Value)) : review.Problem;
    }

    /// <summary>Forgets the reviews before the last one: they are before the base day.</summary>
    public void KeepLast() => _results.RemoveRange(0, Math.Max(0, _results.Count - 1));

    /// <inheritdoc/>
    public override Problem? Make(PlanWalk walk, DateOnly day)
    {
        if (_joiningDays.Contains(day) && Enter(walk, day) is { } fault)
        {
            return fault;
        }

        if (!_dates.TryGetValue(day, out var dates))
        {
            return null;
        }

        // A company handed out too late to be weighed on the day of prices stays, with its parent's new holding.
        var late = walk.HandedOut.Where(spinOff => walk.Basket.Find(spinOff.Child) is not null && !(_run.Market.AsTraded(spinOff.Child)?.First <= dates.Prices)).ToArray();
        var members = Members(walk).Except(late.Select(spinOff => spinOff.Child)).ToImmutableArray();
        var before = new MembersBefore(members, InRulebookCurrency(walk.Basket)) { JoinedSince = [.. members.Except(_reconstituted)] };
        var review = ReviewEngine.Run(_run.Market, _run.Rulebook, dates, before);
        if (!review.HasValue)
        {
            return review.Problem;
        }

        walk.Notes.AddRange(CautionsOf(review.Value));
        var holdings = Taken(review.Value).ToList();
        foreach (var spinOff in late)
        {
            if (holdings.Find(holding => holding.Instrument == spinOff.Parent) is { } parent && !holdings.Exists(holding => holding.Instrument == spinOff.Child))
            {
                holdings.Add(new Holding(spinOff.Child, parent.Shares * spinOff.ChildPerParent, parent.FreeFloat, parent.Cap, parent.Currency));
            }
        }

        return walk.Apply(new Review(day, holdings));
    }

    /// <inheritdoc/>
    public override Problem? Fill(PlanWalk walk, DateOnly day, Holding left, double value)
    {
        if (_run.Rulebook.VersionOn(day) is not { Selection.ReplacesFromReserve: true } version || _results is not [.., var last])
        {
            return null;
        }

        foreach (var candidate in last.Reserve.Where(candidate => walk.Basket.Find(candidate) is null && IsThere(walk, candidate, day)))
        {
            if (walk.CloseToJoin(candidate) is > 0 && Replacement(walk, candidate, version, value) is { } holding)
            {
                return walk.Apply(new Addition(day, walk.Marked(holding))) ?? walk.CatchUp(candidate, day);
            }

            walk.Notes.Add($"{candidate} stands on the reserve list and cannot join on {day:yyyy-MM-dd}: the package has no close or no shares of it that count.");
        }

        walk.Notes.Add($"Nobody on the reserve list can take the place of {left.Instrument} on {day:yyyy-MM-dd}.");
        return null;
    }

    private static IEnumerable<InstrumentId> Members(PlanWalk walk) => walk.Basket.Holdings.Select(holding => holding.Instrument);

    private Problem? Enter(PlanWalk walk, DateOnly day)
    {
        var entries = FastEntries.Between(_run.Market, _run.Rulebook, day.AddDays(-1), day, _ => [.. Members(walk)]);
        if (!entries.HasValue)
        {
            return entries.Problem;
        }

        foreach (var entry in entries.Value)
        {
            var joining = walk.Marked(Converted(entry.Holding));
            walk.Notes.Add($"{entry.Instrument} joins on {day:yyyy-MM-dd}: {char.ToLowerInvariant(entry.Reason[0])}{entry.Reason[1..]}");
            if (walk.Apply(entry.Leaves is { } leaving ? new Swap(day, leaving, joining) : new Addition(day, joining)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>What is held of a replacement: its shares, one unit, or what the leaver was worth, by the weighting; no cap binds between reviews.</summary>
    private Holding? Replacement(PlanWalk walk, InstrumentId instrument, RulebookVersion version, double value)
    {
        var currency = _run.Market.Instrument(instrument)?.Currency ?? _run.Rulebook.Currency;
        var own = currency == _run.Currency ? null : currency;
        if (version.Weighting == Weighting.MarketValue)
        {
            return walk.Counted(instrument, version.Shares) is var (shares, inclusion) ? new Holding(instrument, shares, inclusion, 1, own) : null;
        }

        if (version.Weighting == Weighting.Price)
        {
            return new Holding(instrument, 1, 1, 1, own);
        }

        // A worthless leaver leaves no weight to take over: its place gets the mean of the others.
        var total = walk.Basket.ValueAt(walk.Closes);
        var worth = value > 0 ? value : total.HasValue && walk.Basket.Holdings.Length > 0 ? total.Value / walk.Basket.Holdings.Length : 0;
        var rate = walk.Rates.Of(currency, _run.Currency, walk.Closes.Day);
        var units = rate.HasValue ? worth / (walk.CloseToJoin(instrument)!.Value * rate.Value) : 0;
        return units > 0 && double.IsFinite(units) ? new Holding(instrument, units, 1, 1, own) : null;
    }

    /// <summary>What a reader should know of a review, with its day.</summary>
    /// <param name="review">The review.</param>
    public static IEnumerable<string> CautionsOf(ReviewResult review) => review.Cautions.Select(caution => $"Review effective {review.Dates.Effective:yyyy-MM-dd}: {caution}");

    /// <summary>Notes a review, and gives its holdings in the currency of the calculation.</summary>
    private ImmutableArray<Holding> Taken(ReviewResult review)
    {
        _results.Add(review);
        if (review.Dates.Kind == ReviewKind.Reconstitution)
        {
            _reconstituted = [.. review.Holdings.Select(holding => holding.Instrument)];
        }

        return [.. review.Holdings.Select(Converted)];
    }

    /// <summary>Whether a stock has neither been delisted nor bought by a day.</summary>
    private bool IsThere(PlanWalk walk, InstrumentId instrument, DateOnly day)
    {
        var end = MarketExit.By(_run.Market, instrument, day);
        if (end is not null)
        {
            walk.Notes.Add($"{instrument} cannot join on {day:yyyy-MM-dd}: it left the market on {end.ExDate:yyyy-MM-dd} ({end.Kind}).");
        }

        return end is null;
    }

    private Holding Converted(Holding holding) => _run.Currency == _run.Rulebook.Currency ? holding : Priced(holding, holding.Currency ?? _run.Rulebook.Currency, _run.Currency);

    private Basket? InRulebookCurrency(Basket basket)
    {
        var same = Basket.Of(_run.Rulebook.Currency, basket.Rule, basket.Holdings.Select(holding => Priced(holding, holding.Currency ?? basket.Currency, _run.Rulebook.Currency)));
        return same.HasValue ? same.Value : null;
    }

    private static Holding Priced(Holding holding, string currency, string basket) =>
        new Holding(holding.Instrument, holding.Shares, holding.FreeFloat, holding.Cap, currency == basket ? null : currency).WithSuspension(holding.IsSuspended);
}
