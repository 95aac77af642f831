using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>One calculation on its way: where from, over which sessions, in which currency.</summary>
/// <param name="Market">The package.</param>
/// <param name="Rulebook">The rules.</param>
/// <param name="Days">The sessions, ascending; the first is the base day.</param>
/// <param name="Currency">The currency in which the market value is summed.</param>
/// <param name="Progress">Takes the sessions done, and of how many; or null.</param>
internal sealed record CalculationRun(Market Market, Rulebook Rulebook, ImmutableArray<DateOnly> Days, string Currency, Action<int, int>? Progress)
{
    /// <summary>The base day.</summary>
    public DateOnly First => Days[0];

    /// <summary>From the base day to the last session.</summary>
    public DateSpan Span => new(First, Days[^1]);

    /// <summary>What a calculation does between reviews on a day.</summary>
    /// <param name="day">The day; not before the first version.</param>
    public WalkRules RulesOn(DateOnly day)
    {
        var version = Rulebook.VersionOn(day) ?? Rulebook.Versions[0];
        return new WalkRules(version.Actions, version.Returns, version.Weighting == Weighting.MarketValue ? version.Shares : null);
    }

    /// <summary>Takes a walk from its base day to the last session and calculates the levels.</summary>
    /// <param name="walk">The walk, at the base day.</param>
    /// <param name="baseLevel">The level there, in points.</param>
    /// <param name="basis">Where the units come from, in words.</param>
    /// <param name="reviews">The reviews, asked for at the end.</param>
    /// <param name="divisors">The published divisors, or null; see <see cref="WalkCalculation.Finish"/>.</param>
    public Answer<IndexCalculation> Finish(PlanWalk walk, double baseLevel, string basis, Func<IEnumerable<ReviewResult>> reviews, PublishedDivisors? divisors = null) =>
        WalkCalculation.Finish(walk, Days, baseLevel, Rulebook.Id, Rulebook, basis, reviews, divisors, Progress);
}
