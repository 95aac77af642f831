using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>New listings that join an index between reviews.</summary>
public static class FastEntries
{
    /// <summary>The new listings that join over a span of days.</summary>
    /// <param name="market">The data package; listing days are those of the <c>listing</c> classification.</param>
    /// <param name="rulebook">The rules; the version in force on the joining day counts.</param>
    /// <param name="from">The day before the span; not included.</param>
    /// <param name="to">The last joining day, included.</param>
    /// <param name="membersOn">The members before the open of a day, without the entries that this call finds.</param>
    /// <returns>
    /// The entries by joining day, then by id; those that were looked at and do not join stand in the working, with the reason. <see cref="ProblemKind.NoData"/> when
    /// a member has no market value on a ranking day; <see cref="ProblemKind.Invalid"/> for an index whose weights are set at reviews (equal, given, score).
    /// </returns>
    /// <remarks>
    /// Sessions are those of the stock's exchange; the day of listing, if it is one, is the first. A newcomer is ranked by all its shares at the close of
    /// <see cref="FastEntry.RankSession"/> among the members (companies, where the ranking is of companies), must pass every screen but those on age, past trading and
    /// places in an order (a condition of that sort drops out of an <see cref="AnyScreen"/>), and joins on the first session of the index after the close of
    /// <see cref="FastEntry.JoinAfterSessions"/>. An entry counts as a member for later ones of the span.
    /// </remarks>
    public static Answer<ImmutableArray<FastEntryDecision>> Between(Market market, Rulebook rulebook, DateOnly from, DateOnly to, Func<DateOnly, ImmutableArray<InstrumentId>> membersOn)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(membersOn);
        var decisions = ImmutableArray.CreateBuilder<FastEntryDecision>();
        var conventions = new List<string>();
        foreach (var listing in NewListing.Between(market, rulebook, from, to))
        {
            if (listing.Version.Weighting is not (Weighting.MarketValue or Weighting.Price))
            {
                return new Problem(ProblemKind.Invalid, $"{rulebook.Id} has a rule for new listings, but its weights are set at reviews ({listing.Version.Weighting}); fast entry needs weights by market value or price.");
            }

            var members = membersOn(listing.Joins).Concat(decisions.Select(decision => decision.Instrument)).Except(decisions.Where(decision => decision.Leaves is not null).Select(decision => decision.Leaves!.Value)).Distinct().Order().ToImmutableArray();
            if (members.Contains(listing.Instrument.Id))
            {
                continue;
            }

            var entry = FastEntryTest.Of(market, rulebook, listing, members);
            if (!entry.HasValue)
            {
                return entry.Problem with { Message = $"{rulebook.Id}, entry of {listing.Instrument.Id} on {listing.Joins:yyyy-MM-dd}: {entry.Problem.Message}" };
            }

            if (entry.Value.Decision is { } decision)
            {
                decisions.Add(decision);
            }
            else
            {
                conventions.Add($"{listing.Instrument.Id} does not join on {listing.Joins:yyyy-MM-dd}: {entry.Value.Refusal}.");
            }
        }

        return Answer<ImmutableArray<FastEntryDecision>>.Of(decisions.ToImmutable(), new Working
        {
            Formula = "rank of a new listing by market value among the members",
            Conventions = [.. conventions],
        });
    }
}
