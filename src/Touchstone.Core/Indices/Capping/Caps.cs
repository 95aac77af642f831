using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Caps weights.</summary>
public static class Caps
{
    /// <summary>Caps weights by rules, in the order given.</summary>
    /// <param name="candidates">The names, in any order; at least one.</param>
    /// <param name="rules">The rules. A single cap stands before a sum of several names: <c>SingleCap(10%), TopCap(5, 40%)</c>.</param>
    /// <returns>
    /// Weights and cap factors; <see cref="ProblemKind.Undefined"/> when a rule cannot hold (n × cap below 1), or when the rules undo each other;
    /// <see cref="ProblemKind.Invalid"/> for a name that stands there twice or a market value that is not above zero.
    /// </returns>
    /// <remarks>
    /// Order of operations: weights by market value alone, as if no cap had ever been; then each rule that does not hold is applied, in the order given; the list
    /// is gone through again until all hold, at most as often as there are names. factor = (weight after / market value), scaled so that the largest is 1.
    /// Caps bind at reviews only: between them weights drift.
    /// </remarks>
    public static Answer<CappedWeights> Apply(IEnumerable<CapCandidate> candidates, params ReadOnlySpan<CapRule> rules)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var names = candidates.OrderBy(name => name.Instrument).ToImmutableArray();
        if (Fault(names) is { } fault)
        {
            return fault;
        }

        var total = default(CompensatedSum);
        foreach (var name in names)
        {
            total.Add(name.MarketValue);
        }

        double[] before = [.. names.Select(name => name.MarketValue / total.Value)];
        if (!double.IsFinite(total.Value) || before.Contains(0))
        {
            return new Problem(ProblemKind.Undefined, "The market values lie too far apart, or are too large, for weights that are numbers.");
        }

        var weights = before;
        var steps = ImmutableArray.CreateBuilder<Step>();
        var rounds = 0;
        for (var pass = 0; Broken(names, weights, rules) is { } broken; pass++)
        {
            if (pass == names.Length)
            {
                return new Problem(ProblemKind.Undefined, $"The caps undo each other: after {pass} passes one does not hold yet. {broken.Words}");
            }

            foreach (var rule in rules)
            {
                if (rule.Holds(names, weights))
                {
                    continue;
                }

                var step = rule.Apply(names, weights);
                if (!step.HasValue)
                {
                    return step.Problem;
                }

                (weights, rounds) = (step.Value.Weights, rounds + step.Value.Rounds);
                steps.Add(new Step("rounds", rule.Words, step.Value.Rounds, Unit.Count));
            }
        }

        var ratios = names.Select((name, i) => weights[i] / before[i]).ToArray();
        var largest = ratios.Max();
        var members = names.Select((name, i) => new CappedWeight(name.Instrument, Percent.FromFraction(before[i]), Percent.FromFraction(weights[i]), ratios[i] / largest));
        return Answer<CappedWeights>.Of(new CappedWeights([.. members], rounds), new Working
        {
            Formula = "weights by market value; then each rule that does not hold, in order, until all do",
            Steps = steps.DrainToImmutable(),
        });
    }

    private static CapRule? Broken(ImmutableArray<CapCandidate> names, double[] weights, ReadOnlySpan<CapRule> rules)
    {
        foreach (var rule in rules)
        {
            if (!rule.Holds(names, weights))
            {
                return rule;
            }
        }

        return null;
    }

    private static Problem? Fault(ImmutableArray<CapCandidate> names)
    {
        if (names.IsEmpty)
        {
            return new Problem(ProblemKind.Undefined, "There are no names to cap.");
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (!double.IsFinite(names[i].MarketValue) || names[i].MarketValue <= 0)
            {
                return new Problem(ProblemKind.Invalid, $"{names[i].Instrument} has a market value of {names[i].MarketValue:R}; expected a finite number above zero.");
            }

            if (i > 0 && names[i].Instrument == names[i - 1].Instrument)
            {
                return new Problem(ProblemKind.Invalid, $"{names[i].Instrument} stands there twice; expected each name once.");
            }
        }

        return null;
    }
}
