using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Whether a new listing joins.</summary>
/// <param name="Decision">That it does, or null.</param>
/// <param name="Refusal">Why it does not, as the rest of a sentence; empty when it does.</param>
internal sealed record FastEntryTest(FastEntryDecision? Decision, string Refusal)
{
    private static readonly RankField MarketValue = new(RankFigure.MarketValue);

    /// <summary>Tests one.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="listing">The new listing.</param>
    /// <param name="members">The members on the joining day, by id.</param>
    public static Answer<FastEntryTest> Of(Market market, Rulebook rulebook, NewListing listing, ImmutableArray<InstrumentId> members)
    {
        var (id, version, rule) = (listing.Instrument.Id, listing.Version, listing.Rule);
        if (MarketExit.WordsBy(market, id, listing.Joins) is { } gone)
        {
            return Refused(gone.TrimEnd('.'));
        }

        var figures = new StockFigures(market, rulebook.Currency, version.Shares);
        var round = new ScreenRound([new Candidate(listing.Instrument, false)], listing.Ranked, figures);
        foreach (var screen in version.Screens.Select(ForNewListings).OfType<Screen>())
        {
            var verdicts = screen.Judge(round);
            if (!verdicts.HasValue)
            {
                return verdicts.Problem;
            }

            if (verdicts.Value[0].State != ScreenState.Passes)
            {
                return Refused(verdicts.Value[0].Reason);
            }
        }

        var ranks = Ranked(figures, version.Ranking.Level, listing, members);
        if (!ranks.HasValue)
        {
            return ranks.Problem;
        }

        if (ranks.Value.Gap is { } gap)
        {
            return Refused($"not in the package: {gap}");
        }

        var words = $"listed on {listing.Listed:yyyy-MM-dd}, rank {ranks.Value.Rank} among {members.Length} members by market value at the close of {listing.Ranked:yyyy-MM-dd} ({Amount.Text(ranks.Value.Value)} {rulebook.Currency})";
        if (ranks.Value.Rank > rule.RankWithin)
        {
            return Refused($"{words}, {rule.RankWithin} or better needed");
        }

        var holding = HoldingOf(figures, version, listing);
        return holding.HasValue
            ? new FastEntryTest(new FastEntryDecision(id, listing.Joins, holding.Value, rule.RemovesLast ? ranks.Value.Last : null, $"L{words[1..]}, within {rule.RankWithin}."), "").AsAnswer()
            : holding.Problem;
    }

    private static Answer<FastEntryTest> Refused(string reason) => new FastEntryTest(null, reason).AsAnswer();

    private Answer<FastEntryTest> AsAnswer() => Answer<FastEntryTest>.Of(this, new Working { Formula = "entry of a new listing" });

    private static Screen? ForNewListings(Screen screen)
    {
        if (screen is not AnyScreen any)
        {
            return screen.SuitsNewListings ? screen : null;
        }

        Screen[] left = [.. any.Conditions.Select(ForNewListings).OfType<Screen>()];
        return left.Length == 0 ? null : new AnyScreen([.. left]);
    }

    private static Answer<(int Rank, double Value, InstrumentId? Last, string? Gap)> Ranked(StockFigures figures, CountLevel level, NewListing listing, ImmutableArray<InstrumentId> members)
    {
        var own = figures.Read(MarketValue, listing.Instrument.Id, listing.Ranked, figures.IndexCurrency);
        if (own.Problem is { } problem)
        {
            return problem;
        }

        if (!own.HasValue)
        {
            return Answer<(int, double, InstrumentId?, string?)>.Of((0, 0, null, own.Gap), new Working { Formula = "no market value" });
        }

        InstrumentId[] unknown = [.. members.Where(id => figures.Market.Instrument(id) is null)];
        if (unknown.Length > 0)
        {
            return new Problem(ProblemKind.Invalid, $"The package does not know {string.Join(", ", unknown)}: rows of the role `instruments` would settle it.");
        }

        var round = new ScreenRound([.. members.Select(id => new Candidate(figures.Market.Instrument(id)!, true))], listing.Ranked, figures);
        var order = RankOrder.Of(new Ranking([MarketValue], ScoreMethod.Value, level), round);
        if (!order.HasValue)
        {
            return order.Problem;
        }

        var key = new Candidate(listing.Instrument, false).UnitKey(level);
        var value = own.Value + (order.Value.Units.FirstOrDefault(unit => unit.Key == key)?.Score ?? 0);
        var rank = 1 + order.Value.Units.Count(unit => unit.Key != key && unit.Score > value);
        var last = order.Value.Units.LastOrDefault(unit => unit.Key != key)?.Lines[^1].Id;
        return Answer<(int, double, InstrumentId?, string?)>.Of((rank, value, last, null), order.Working);
    }

    private static Answer<Holding> HoldingOf(StockFigures figures, RulebookVersion version, NewListing listing)
    {
        var id = listing.Instrument.Id;
        var prices = MemberPrices.On(figures, [id], listing.LastBefore, version.Weighting == Weighting.MarketValue);
        if (!prices.HasValue)
        {
            return prices.Problem;
        }

        var price = prices.Value.Of[id];
        var carried = version.Weighting == Weighting.Price ? 1 : ShareRatio.Between(figures.Market.Actions(id), listing.LastBefore, listing.Joins.AddDays(-1));
        return prices.Map(_ => new Holding(id, price.Shares * carried, price.Inclusion, 1, price.Currency));
    }
}
