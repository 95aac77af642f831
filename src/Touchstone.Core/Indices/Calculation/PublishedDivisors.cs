using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The divisors that a package publishes, against those that the known events lead to.</summary>
/// <param name="index">The published index.</param>
/// <param name="span">The span of the calculation.</param>
/// <param name="isOwnCurrency">Whether the calculation is in the currency of the published divisors; in another they say nothing.</param>
internal sealed class PublishedDivisors(PublishedIndex index, DateSpan span, bool isOwnCurrency)
{
    /// <summary>Divisors apart by no more than this part of themselves are the same: the rounding of what is published.</summary>
    private const double Same = 1e-7;

    /// <summary>Takes each published divisor to which the events do not lead, so that the levels stay those of units and divisors.</summary>
    /// <param name="plan">The index by its events.</param>
    /// <param name="sessions">The closes.</param>
    /// <param name="notes">Takes what the reader should know.</param>
    public Answer<IndexPlan> Adopt(IndexPlan plan, IReadOnlyList<ClosingPrices> sessions, List<string> notes)
    {
        foreach (var from in index.DivisorDays.Where(day => isOwnCurrency && day > span.First && day <= sessions[^1].Day))
        {
            var history = DivisorCalculation.Run(plan, sessions);
            if (!history.HasValue)
            {
                return history.Problem;
            }

            var published = index.DivisorOn(from).Value;
            var chained = history.Value.Audit.LastOrDefault(line => line.Effective <= from)?.DivisorAfter ?? index.DivisorOn(span.First).Value;
            var difference = (chained / published) - 1;
            var isSame = Math.Abs(difference) < Same;
            notes.Add(
                $"The package publishes a divisor of {published:R} from {from:yyyy-MM-dd}; the events lead to {chained:R}, {Math.Abs(difference) * 100:0.0000000}% apart"
                + (isSame ? "." : ": something happened that neither its members nor its actions show. The published one is taken."));
            if (!isSame)
            {
                var position = plan.Events.Count(happening => happening.Effective <= from);
                plan = plan with { Events = Ordered(plan.Events).Insert(position, new DivisorChange(from, published, published / chained)) };
            }
        }

        return Answer<IndexPlan>.Of(plan, new Working { Formula = "events, and published divisors to which they do not lead" });
    }

    private static ImmutableArray<IndexEvent> Ordered(ImmutableArray<IndexEvent> events) => [.. events.OrderBy(happening => happening.Effective)];
}
