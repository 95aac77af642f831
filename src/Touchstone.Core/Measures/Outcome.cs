namespace Touchstone.Measures;

/// <summary>What a calculation gave: a number, or a reason for none.</summary>
internal readonly struct Outcome
{
    private Outcome(double value, Problem? problem) => (Value, Problem) = (value, problem);

    public double Value { get; }

    public Problem? Problem { get; }

    public static implicit operator Outcome(double value) => new(value, null);

    public static implicit operator Outcome(Problem problem) => new(0, problem);
}

/// <summary>Computes a bound measure for a day; with a builder it also tells how.</summary>
internal delegate Outcome Calculation(AsOf asOf, WorkingBuilder? working);

/// <summary>A measure with its arguments in place.</summary>
/// <param name="Unit">The unit of its answer.</param>
/// <param name="Calculate">The calculation.</param>
internal sealed record Bound(Unit Unit, Calculation Calculate)
{
    /// <summary>A question that has no answer on any day.</summary>
    public static implicit operator Bound(Problem problem) => new(Unit.Number, (_, _) => problem);
}
