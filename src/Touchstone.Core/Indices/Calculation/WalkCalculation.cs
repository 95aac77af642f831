using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Takes a walk to its last session and calculates the levels.</summary>
internal static class WalkCalculation
{
    /// <summary>Goes on from the base day and calculates.</summary>
    /// <param name="walk">The walk, at the base day.</param>
    /// <param name="days">The sessions, ascending; the first is the base day.</param>
    /// <param name="baseLevel">The level there, in points.</param>
    /// <param name="id">The index.</param>
    /// <param name="rulebook">The rules, or null.</param>
    /// <param name="basis">Where the units come from, in words.</param>
    /// <param name="reviews">The reviews, asked for at the end.</param>
    /// <param name="divisors">The published divisors, which are taken where the events do not lead to them; sessions on which a member has no close are then left out, and named. Null for neither.</param>
    /// <param name="progress">Takes the sessions done, and of how many.</param>
    public static Answer<IndexCalculation> Finish(
        PlanWalk walk, ImmutableArray<DateOnly> days, double baseLevel, InstrumentId id, Rulebook? rulebook, string basis,
        Func<IEnumerable<ReviewResult>>? reviews = null, PublishedDivisors? divisors = null, Action<int, int>? progress = null)
    {
        var missing = ImmutableArray.CreateBuilder<MissingLevel>();
        progress?.Invoke(1, days.Length);
        for (var i = 1; i < days.Length; i++)
        {
            if (walk.Open(days[i]) is { } fault)
            {
                return fault;
            }

            if (walk.Close(days[i], isStrict: true) is { } problem)
            {
                if (divisors is null || problem.Kind != ProblemKind.NoData)
                {
                    return problem;
                }

                missing.Add(new MissingLevel(days[i], problem));
            }

            progress?.Invoke(i + 1, days.Length);
        }

        walk.Notes.AddRange(walk.StandIns);
        var sessions = walk.Sessions;
        var plan = walk.Plan(baseLevel);
        var adopted = divisors?.Adopt(plan, sessions, walk.Notes) ?? Answer<IndexPlan>.Of(plan, new Working { Formula = "events" });
        var history = adopted.HasValue ? DivisorCalculation.Run(adopted.Value, sessions) : adopted.Problem;
        return history.HasValue
            ? Answer<IndexCalculation>.Of(
                new IndexCalculation(rulebook, id, basis, adopted.Value, sessions, history.Value, [.. reviews?.Invoke() ?? []], [.. walk.Notes]) { Missing = missing.DrainToImmutable() },
                history.Working with { Window = new DateSpan(days[0], days[^1]), Conventions = [.. walk.Notes] })
            : history.Problem;
    }
}
