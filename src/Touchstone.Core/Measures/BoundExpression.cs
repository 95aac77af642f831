namespace Touchstone.Measures;

/// <summary>An expression whose arguments are resolved against a market, to be asked for many days. Safe to use from many threads.</summary>
public sealed class BoundExpression
{
    private readonly Bound _bound;
    private readonly string _formula;

    internal BoundExpression(Expression expression, string formula, Bound bound) => (Expression, _formula, _bound) = (expression, formula, bound);

    /// <summary>The expression.</summary>
    public Expression Expression { get; }

    /// <summary>The number for a day, without working.</summary>
    /// <param name="asOf">The day or days.</param>
    /// <param name="value">The number, finite, when the answer is true.</param>
    /// <returns>Whether there is a number; <see cref="Evaluate"/> gives the reason when there is none.</returns>
    public bool TryValue(AsOf asOf, out double value)
    {
        ArgumentNullException.ThrowIfNull(asOf);
        var outcome = _bound.Calculate(asOf, null);
        value = outcome.Value;
        return outcome.Problem is null && double.IsFinite(value);
    }

    /// <summary>The number for a day with full working, or the problem that stands in its place.</summary>
    /// <param name="asOf">The day or days.</param>
    public Answer<Measurement> Evaluate(AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(asOf);
        var working = new WorkingBuilder();
        var outcome = _bound.Calculate(asOf, working);
        if (outcome.Problem is { } problem)
        {
            return problem;
        }

        return double.IsFinite(outcome.Value)
            ? Answer<Measurement>.Of(new Measurement(outcome.Value, _bound.Unit), working.Build(_formula))
            : new Problem(ProblemKind.Undefined, $"{Expression.At(asOf)} has no finite value.");
    }
}
