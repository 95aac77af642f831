using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Keeps the members for a rebalance: those of the index, or those that the package publishes for a committee's choice.</summary>
internal static class Reweighting
{
    /// <summary>Keeps the members.</summary>
    /// <param name="figures">The figures of the stocks.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="version">The rules in force.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="before">The members before.</param>
    public static Answer<ChosenMembers> Of(StockFigures figures, Rulebook rulebook, RulebookVersion version, ReviewDates dates, MembersBefore before)
    {
        var market = figures.Market;
        var isPublished = version.Selection.Method == SelectionMethod.Published;
        var kept = isPublished
            ? [.. market.Rows.Constituents.Where(row => row.Index == rulebook.Id && row.From <= dates.Effective && (row.Until is null || row.Until > dates.Effective)).Select(row => row.Instrument).Distinct().Order()]
            : before.Members.Distinct().Order().ToImmutableArray();
        if (kept.IsEmpty)
        {
            return new Problem(ProblemKind.NoData, isPublished
                ? $"The package has no constituents of {rulebook.Id} on {dates.Effective:yyyy-MM-dd}: rows of the role `constituents` would settle it."
                : "A rebalance keeps the members, and there are none before it.");
        }

        InstrumentId[] unknown = [.. kept.Concat(before.Members).Distinct().Where(id => market.Instrument(id) is null).Order()];
        if (unknown.Length > 0)
        {
            return new Problem(ProblemKind.Invalid, $"The package does not know {string.Join(", ", unknown)}: rows of the role `instruments` would settle it.");
        }

        var old = before.Members.ToHashSet();
        var members = ImmutableArray.CreateBuilder<ReviewedMember>();
        var left = new List<ReviewedMember>();
        foreach (var id in kept)
        {
            var stock = new Candidate(market.Instrument(id)!, old.Contains(id));
            if (MarketExit.WordsBy(market, id, dates.Effective) is { } gone)
            {
                left.Add(new ReviewedMember(stock, stock.IsMember ? ReviewDecision.Leaves : ReviewDecision.ScreenedOut, gone, null));
            }
            else
            {
                members.Add(stock.IsMember
                    ? new ReviewedMember(stock, ReviewDecision.Stays, "A rebalance keeps the members.", null)
                    : new ReviewedMember(stock, ReviewDecision.Joins, $"A published member on {dates.Effective:yyyy-MM-dd}.", null));
            }
        }

        left.AddRange(old.Except(kept).Select(id => new ReviewedMember(new Candidate(market.Instrument(id)!, true), ReviewDecision.Leaves, $"No published member on {dates.Effective:yyyy-MM-dd}.", null)));
        var scored = version.Weighting == Weighting.Score ? Scored(figures, version, dates, members.ToImmutable()) : Answer<ImmutableArray<ReviewedMember>>.Of(members.ToImmutable(), new Working { Formula = "members" });
        return scored.HasValue
            ? new ChosenMembers(scored.Value, [.. left.OrderBy(row => row.Stock.Id)], [], [], []).AsAnswer()
            : scored.Problem;
    }

    private static Answer<ImmutableArray<ReviewedMember>> Scored(StockFigures figures, RulebookVersion version, ReviewDates dates, ImmutableArray<ReviewedMember> members)
    {
        var round = new ScreenRound([.. members.Select(member => member.Stock with { IsMember = true })], dates.CutOff, figures);
        var order = RankOrder.Of(version.Ranking, round);
        if (!order.HasValue)
        {
            return order.Problem;
        }

        var units = order.Value.Units.SelectMany(unit => unit.Lines.Select(line => (line.Id, unit))).ToDictionary(pair => pair.Id, pair => pair.unit);
        return Answer<ImmutableArray<ReviewedMember>>.Of([.. members.Select(member => member with { Unit = units[member.Stock.Id] })], order.Working);
    }
}
