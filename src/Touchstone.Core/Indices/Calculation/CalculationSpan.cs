using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The longest span over which a package lets an index be calculated.</summary>
public static class CalculationSpan
{
    /// <summary>The span when nobody names one.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="options">Whether published units are used.</param>
    /// <returns>
    /// From published units, the days on which members are named and traded; otherwise from the first review (or the base date, for rules without one) whose day of prices the package covers to the last
    /// day of prices. <see cref="ProblemKind.NoData"/> when there is no such day.
    /// </returns>
    public static Answer<DateSpan> Of(Market market, Rulebook rulebook, CalculationOptions options)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(options);
        if (!options.FromRules && market.Rows.Constituents.Any(member => member.Index == rulebook.Id && member.Units is not null))
        {
            var published = PublishedIndex.Of(market, rulebook.Id);
            return published.HasValue ? OfPublished(market, rulebook, published.Value) : published.Problem;
        }

        return OfRules(market, rulebook);
    }

    private static Answer<DateSpan> OfPublished(Market market, Rulebook rulebook, PublishedIndex index)
    {
        var members = market.Rows.Constituents.Where(member => member.Index == rulebook.Id).ToArray();
        var until = members.Any(member => member.Until is null) ? (DateOnly?)null : members.Max(member => member.Until!.Value).AddDays(-1);
        return Within(market, rulebook, index.ChangeDays.First(), until, members.Select(member => member.Instrument).ToHashSet());
    }

    private static Answer<DateSpan> OfRules(Market market, Rulebook rulebook)
    {
        var stocks = market.Rows.Instruments
            .Where(instrument => instrument.Kind == InstrumentKind.Equity && rulebook.Versions.Any(version => version.Universe.Exchanges.Contains(instrument.Exchange ?? "") || version.Universe.List.Any(member => member.Instrument == instrument.Id)))
            .Select(instrument => instrument.Id)
            .ToHashSet();
        var start = market.Rows.Prices.Where(history => stocks.Contains(history.Instrument)).Select(history => (DateOnly?)history.First).Min();
        if (start is not { } first)
        {
            return new Problem(ProblemKind.NoData, $"The package has no prices of stocks in the universe of {rulebook.Id}.");
        }

        var begin = rulebook.Reviews.IsEmpty
            ? rulebook.BaseDate > first ? rulebook.BaseDate : first
            : rulebook.Reviews.Where(review => review.CutOff >= first).Select(review => (DateOnly?)review.Effective).FirstOrDefault();
        return begin is { } day
            ? Within(market, rulebook, day, null, stocks)
            : new Problem(ProblemKind.NoData, $"The prices of the package begin on {first:yyyy-MM-dd}, after the last cut-off of {rulebook.Id} that its rulebook stores, {rulebook.Reviews[^1].CutOff:yyyy-MM-dd}.");
    }

    private static Answer<DateSpan> Within(Market market, Rulebook rulebook, DateOnly first, DateOnly? until, HashSet<InstrumentId> stocks)
    {
        var last = market.Rows.Prices.Where(history => stocks.Contains(history.Instrument)).Select(history => (DateOnly?)history.Last).Max();
        if (last is not { } end)
        {
            return new Problem(ProblemKind.NoData, $"The package has no prices of the members of {rulebook.Id}.");
        }

        end = until < end ? until.Value : end;
        var calendar = market.Calendar(rulebook.Exchange);
        first = calendar.OnOrAfter(first);
        end = calendar.OnOrBefore(end);
        return end < first
            ? new Problem(ProblemKind.NoData, $"The prices of the members of {rulebook.Id} end on {last:yyyy-MM-dd}, before its first day, {first:yyyy-MM-dd}.")
            : Answer<DateSpan>.Of(new DateSpan(first, end), new Working { Formula = "the days of members and prices" });
    }
}
