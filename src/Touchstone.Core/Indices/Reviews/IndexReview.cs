using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A review at a cut-off, with the members that the index has by then.</summary>
public static class IndexReview
{
    /// <summary>Reviews an index at a cut-off.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="cutOff">The cut-off. One that the rulebook stores brings its stored dates; any other is reviewed as a reconstitution at the closes of the last session on or before it, effective on the session after.</param>
    /// <param name="options">Whether published units are used for the members before.</param>
    /// <param name="progress">Takes the sessions done, and of how many, while the members before are worked out; null to stay silent.</param>
    /// <returns>
    /// The review. The members before are the published ones where the package has them, otherwise those that the reviews before lead to; without either the index is filled anew, which a
    /// convention says. A problem as for <see cref="ReviewEngine.Run"/> and <see cref="RulebookCalculation.Run"/>.
    /// </returns>
    public static Answer<ReviewResult> At(Market market, Rulebook rulebook, DateOnly cutOff, CalculationOptions options, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(options);
        var calendar = market.Calendar(rulebook.Exchange);
        var stored = rulebook.Reviews.FirstOrDefault(review => review.CutOff == cutOff);
        var session = calendar.OnOrBefore(cutOff);
        var dates = stored ?? new ReviewDates(cutOff < session ? cutOff : session, session, calendar.OnOrAfter(session.AddDays(1)));
        var before = MembersOn(market, rulebook, calendar.Before(dates.Effective), options, progress);
        if (!before.HasValue)
        {
            return before.Problem;
        }

        var result = ReviewEngine.Run(market, rulebook, dates, before.Value);
        if (!result.HasValue)
        {
            return result;
        }

        var note = stored is null ? "The cut-off is none of the rulebook's stored ones." : null;
        return Answer<ReviewResult>.Of(
            result.Value,
            result.Working with { Conventions = [.. result.Working.Conventions, .. before.Working.Conventions, .. note is null ? Array.Empty<string>() : [note]] });
    }

    private static Answer<MembersBefore> MembersOn(Market market, Rulebook rulebook, DateOnly day, CalculationOptions options, Action<int, int>? progress)
    {
        if (!options.FromRules && PublishedIndex.Of(market, rulebook.Id) is { HasValue: true } published && published.Value.BasketOn(day) is { HasValue: true } held)
        {
            return Answer<MembersBefore>.Of(Of(held.Value), new Working { Formula = "the published members", Conventions = [$"The members before are those that the package publishes for {day:yyyy-MM-dd}."] });
        }

        var first = market.Rows.Prices.IsEmpty ? DateOnly.MaxValue : market.Rows.Prices.Min(history => history.First);
        if (rulebook.Reviews.LastOrDefault(review => review.Effective <= day && review.CutOff >= first) is not { } last)
        {
            return Answer<MembersBefore>.Of(
                new MembersBefore([], null),
                new Working { Formula = "no members", Conventions = [$"The package and the rulebook tell of no review before {day:yyyy-MM-dd}: the index is filled anew, without buffers for members."] });
        }

        var start = market.Calendar(rulebook.Exchange).OnOrAfter(last.Effective);
        var calculation = RulebookCalculation.Run(market, rulebook, new DateSpan(start < day ? start : day, day), options, progress);
        return calculation.HasValue
            ? Answer<MembersBefore>.Of(
                Of(calculation.Value.History.Last.Basket),
                new Working { Formula = "the members by the reviews before", Conventions = [$"The members before are those of the review effective {last.Effective:yyyy-MM-dd}, with what happened until {day:yyyy-MM-dd}."] })
            : calculation.Problem;
    }

    private static MembersBefore Of(Basket basket) => new([.. basket.Holdings.Select(holding => holding.Instrument)], basket);
}
