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
    /// <param name="notes">More for the reader, once the levels are known.</param>
    /// <param name="progress">Takes the sessions done, and of how many.</param>
    public static Answer<IndexCalculation> Finish(
        PlanWalk walk, ImmutableArray<DateOnly> days, double baseLevel, InstrumentId id, Rulebook? rulebook, string basis,
        Func<IEnumerable<ReviewResult>>? reviews = null, Func<IndexHistory, IEnumerable<string>>? notes = null, Action<int, int>? progress = null)
    {
        progress?.Invoke(1, days.Length);
        for (var i = 1; i < days.Length; i++)
        {
            if (walk.Next(days[i], isStrict: true) is { } problem)
            {
                return problem;
            }

            progress?.Invoke(i + 1, days.Length);
        }

        var plan = walk.Plan(baseLevel);
        var history = DivisorCalculation.Run(plan, walk.Sessions);
        if (!history.HasValue)
        {
            return history.Problem;
        }

        ImmutableArray<string> told = [.. walk.Notes, .. notes?.Invoke(history.Value) ?? []];
        return Answer<IndexCalculation>.Of(
            new IndexCalculation(rulebook, id, basis, plan, walk.Sessions, history.Value, [.. reviews?.Invoke() ?? []], told),
            history.Working with { Window = new DateSpan(days[0], days[^1]), Conventions = told });
    }
}
