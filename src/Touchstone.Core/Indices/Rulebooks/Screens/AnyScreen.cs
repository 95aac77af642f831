using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A stock must meet at least one of several conditions.</summary>
/// <param name="Conditions">The conditions; two or more.</param>
public sealed record AnyScreen(ImmutableArray<Screen> Conditions) : Screen
{
    /// <inheritdoc/>
    public override string Words => $"At least one of: {string.Join(" ", Conditions.Select(condition => condition.Words))}";

    /// <inheritdoc/>
    internal override Answer<ImmutableArray<ScreenVerdict>> Judge(ScreenRound round)
    {
        var judged = new List<ImmutableArray<ScreenVerdict>>();
        foreach (var condition in Conditions)
        {
            var verdicts = condition.Judge(round);
            if (!verdicts.HasValue)
            {
                return verdicts.Problem;
            }

            judged.Add(verdicts.Value);
        }

        var combined = Enumerable.Range(0, round.Stocks.Length).Select(i => Combined([.. judged.Select(verdicts => verdicts[i])])).ToImmutableArray();

        // A condition that nobody can be judged by leaves out stocks that might have met it.
        for (var k = 0; k < judged.Count; k++)
        {
            if (combined.Any(verdict => verdict.State != ScreenState.Passes) && judged[k].All(verdict => verdict.State == ScreenState.Lacks) && round.Gaps(Conditions[k].Words, judged[k]) is { } problem)
            {
                return problem;
            }
        }

        return ScreenRound.Verdicts(this, combined);
    }

    private static ScreenVerdict Combined(ScreenVerdict[] verdicts)
    {
        if (verdicts.Any(verdict => verdict.State == ScreenState.Passes))
        {
            return ScreenVerdict.Pass;
        }

        var reasons = string.Join("; ", verdicts.Select(verdict => verdict.Reason));
        return new ScreenVerdict(verdicts.Any(verdict => verdict.State == ScreenState.Lacks) ? ScreenState.Lacks : ScreenState.Fails, $"none of {verdicts.Length} conditions met: {reasons}");
    }
}
