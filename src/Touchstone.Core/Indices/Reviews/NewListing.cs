using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A new listing that may join.</summary>
/// <param name="Instrument">The stock.</param>
/// <param name="Listed">The day of listing.</param>
/// <param name="Ranked">The session by whose close it is ranked.</param>
/// <param name="LastBefore">The session after whose close it joins.</param>
/// <param name="Joins">The first session of the index after that.</param>
/// <param name="Version">The rules in force on that day.</param>
/// <param name="Rule">Their rule for new listings.</param>
internal sealed record NewListing(Instrument Instrument, DateOnly Listed, DateOnly Ranked, DateOnly LastBefore, DateOnly Joins, RulebookVersion Version, FastEntry Rule)
{
    /// <summary>The stocks of the universe whose joining day lies in a span, by that day, then by id.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="from">The day before the span; not included.</param>
    /// <param name="to">The last day, included.</param>
    public static IEnumerable<NewListing> Between(Market market, Rulebook rulebook, DateOnly from, DateOnly to)
    {
        var found = new List<NewListing>();
        foreach (var version in rulebook.Versions)
        {
            if (version.FastEntry is not { } rule)
            {
                continue;
            }

            var universe = version.Universe.List.IsDefaultOrEmpty ? CandidateList.OnExchanges(market, version.Universe) : [.. version.Universe.List.Select(given => given.Instrument)];
            foreach (var id in universe.Distinct())
            {
                if (market.Instrument(id) is not { } instrument || CandidateList.ListedFrom(market, id) is not { } listed || listed > to)
                {
                    continue;
                }

                var ranked = Session(market, id, listed, rule.RankSession);
                var last = Session(market, id, listed, rule.JoinAfterSessions);
                var joins = market.Calendar(rulebook.Exchange).OnOrAfter(last.AddDays(1));
                if (joins > from && joins <= to && ReferenceEquals(rulebook.VersionOn(joins), version))
                {
                    found.Add(new NewListing(instrument, listed, ranked, last, joins, version, rule));
                }
            }
        }

        return found.OrderBy(listing => listing.Joins).ThenBy(listing => listing.Instrument.Id);
    }

    private static DateOnly Session(Market market, InstrumentId id, DateOnly listed, int number)
    {
        var calendar = market.CalendarOf(id);
        var session = calendar.OnOrAfter(listed);
        for (var i = 1; i < number; i++)
        {
            session = calendar.OnOrAfter(session.AddDays(1));
        }

        return session;
    }
}
