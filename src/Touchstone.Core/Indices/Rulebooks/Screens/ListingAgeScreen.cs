using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A stock must have been listed for some time (the first day of its <c>listing</c> classification), unless it is among the largest.</summary>
/// <param name="Months">Calendar months between listing and cut-off, at least.</param>
/// <param name="UnlessRankWithin">A stock whose average market value since listing ranks so well among all that passed so far needs only <paramref name="MonthsIfLarge"/>; null for no exception.</param>
/// <param name="MonthsIfLarge">Calendar months for such a stock; below <paramref name="Months"/>.</param>
public sealed record ListingAgeScreen(int Months, int? UnlessRankWithin = null, int MonthsIfLarge = 0) : Screen
{
    /// <inheritdoc/>
    public override string Words =>
        $"Listed for {Spell(Months)} or more{(UnlessRankWithin is { } rank ? $", or for {Spell(MonthsIfLarge)} and among the {rank} largest by average value since listing" : "")}.";

    /// <inheritdoc/>
    internal override bool SuitsNewListings => false;

    /// <inheritdoc/>
    internal override Answer<ImmutableArray<ScreenVerdict>> Judge(ScreenRound round)
    {
        var market = round.Figures.Market;
        var listed = round.Stocks.ToDictionary(stock => stock.Id, stock => CandidateList.ListedFrom(market, stock.Id));
        ImmutableDictionary<InstrumentId, int>? ranks = null;
        if (UnlessRankWithin is not null && listed.Values.Any(day => day is { } from && from.AddMonths(Months) > round.Day && from.AddMonths(MonthsIfLarge) <= round.Day))
        {
            var ranked = Ranks(round, listed);
            if (!ranked.HasValue)
            {
                return ranked.Problem;
            }

            ranks = ranked.Value;
        }

        return ScreenRound.Verdicts(this, [.. round.Stocks.Select(stock => Judge(round, stock, listed[stock.Id], ranks))]);
    }

    private ScreenVerdict Judge(ScreenRound round, Candidate stock, DateOnly? listed, ImmutableDictionary<InstrumentId, int>? ranks)
    {
        if (listed is not { } from)
        {
            return ScreenVerdict.Lacks("the day of listing (classification `listing`)");
        }

        if (from.AddMonths(Months) <= round.Day)
        {
            return ScreenVerdict.Pass;
        }

        var since = $"listed since {from:yyyy-MM-dd}, {Spell(Months)} before {round.Day:yyyy-MM-dd} needed";
        if (UnlessRankWithin is not { } within || from.AddMonths(MonthsIfLarge) > round.Day)
        {
            return ScreenVerdict.Fail(since);
        }

        if (ranks is null || !ranks.TryGetValue(stock.Id, out var rank))
        {
            return ScreenVerdict.Lacks("its average market value since listing");
        }

        return rank <= within ? ScreenVerdict.Pass : ScreenVerdict.Fail($"{since}; rank {rank} by average value since listing, {within} or better needed for {Spell(MonthsIfLarge)}");
    }

    private static Answer<ImmutableDictionary<InstrumentId, int>> Ranks(ScreenRound round, Dictionary<InstrumentId, DateOnly?> listed)
    {
        var values = new List<(InstrumentId Id, double Value)>();
        foreach (var stock in round.Stocks)
        {
            if (listed[stock.Id] is { } from)
            {
                var mean = round.Figures.Mean(new RankField(RankFigure.MarketValue), stock.Id, from, round.Day, round.Figures.IndexCurrency);
                if (mean.Problem is { } problem)
                {
                    return problem;
                }

                if (mean.HasValue)
                {
                    values.Add((stock.Id, mean.Value));
                }
            }
        }

        var ranks = values.OrderByDescending(item => item.Value).ThenBy(item => item.Id).Select((item, i) => KeyValuePair.Create(item.Id, i + 1)).ToImmutableDictionary();
        return Answer<ImmutableDictionary<InstrumentId, int>>.Of(ranks, new Working { Formula = "rank by mean market value since listing" });
    }

    private static string Spell(int months) => months == 1 ? "1 month" : $"{months} months";
}
