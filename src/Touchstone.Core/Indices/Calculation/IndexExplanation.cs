using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Explains a session of an index by its members, from a package and a rulebook.</summary>
public static class IndexExplanation
{
    /// <summary>Calculates what is needed for a session and explains it.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="day">The session.</param>
    /// <param name="options">Currency, and whether published units are used.</param>
    /// <returns>
    /// The parts, with weights before the open and their drift since the last review. From published units only the session and the one before it need closes, and the drift is measured
    /// from the close before the present units came into force; when that close lacks a member, from the session before, which a convention then says. A problem as for
    /// <see cref="RulebookCalculation.Run"/>.
    /// </returns>
    public static Answer<ExplainedMove> On(Market market, Rulebook rulebook, DateOnly day, CalculationOptions options)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(options);
        var calendar = market.Calendar(rulebook.Exchange);
        if (!calendar.IsSession(day))
        {
            return new Problem(ProblemKind.Invalid, $"{day:yyyy-MM-dd} is no session of {rulebook.Exchange}; {rulebook.Id} has no close then.");
        }

        var before = calendar.Before(day);
        if (day == calendar.OnOrAfter(rulebook.BaseDate))
        {
            return new Problem(ProblemKind.Invalid, $"{day:yyyy-MM-dd} is the base day of {rulebook.Id}; a move needs a session before it.");
        }

        var published = options.FromRules ? null : Published(market, rulebook, before);
        if (published is not null)
        {
            var calculation = RulebookCalculation.Run(market, rulebook, new DateSpan(before, day), options);
            var move = calculation.HasValue ? ExplainedMove.On(calculation.Value, day) : calculation.Problem;
            return move.HasValue ? WithDrift(published, move, before) : move;
        }

        var from = rulebook.Reviews.LastOrDefault(review => review.Effective <= before) is { } last ? SpanStart(market, rulebook, last.Effective) : before;
        var whole = RulebookCalculation.Run(market, rulebook, new DateSpan(from, day), options);
        return whole.HasValue ? ExplainedMove.On(whole.Value, day) : whole.Problem;
    }

    private static PublishedIndex? Published(Market market, Rulebook rulebook, DateOnly day) =>
        PublishedIndex.Of(market, rulebook.Id) is { HasValue: true } index && index.Value.BasketOn(day).HasValue && index.Value.DivisorOn(day).HasValue ? index.Value : null;

    /// <summary>The close before the review when a review before it can fill the index, so that the review itself is in the span; otherwise its first day.</summary>
    private static DateOnly SpanStart(Market market, Rulebook rulebook, DateOnly effective)
    {
        var calendar = market.Calendar(rulebook.Exchange);
        var before = calendar.Before(effective);
        return rulebook.Reviews.Any(review => review.Effective <= before) ? before : calendar.OnOrAfter(effective);
    }

    private static Answer<ExplainedMove> WithDrift(PublishedIndex index, Answer<ExplainedMove> move, DateOnly before)
    {
        var since = index.ChangeDays.Last(change => change <= before);
        var closes = index.SessionBefore(since);
        var weights = index.BasketOn(before).Value.WeightsAt(index.ClosesOn(closes));
        if (!weights.HasValue)
        {
            return Answer<ExplainedMove>.Of(
                move.Value,
                move.Working with { Conventions = [.. move.Working.Conventions, $"The drift is since {before:yyyy-MM-dd}: {weights.Problem.Message}"] });
        }

        var once = weights.Value.ToDictionary(weight => weight.Instrument, weight => weight.Weight.Fraction);
        return move.Map(value => value with
        {
            Reviewed = since,
            Members = [.. value.Members.Select(member => member with { Drift = Percent.FromFraction(member.Weight.Fraction - once.GetValueOrDefault(member.Instrument)) })],
        });
    }
}
