namespace Touchstone;

/// <summary>A measured number with its unit. Always finite; true is 1, false is 0.</summary>
public readonly record struct Measurement
{
    /// <summary>Makes a measurement.</summary>
    /// <param name="value">The number in the unit; finite.</param>
    /// <param name="unit">What it counts.</param>
    public Measurement(double value, Unit unit)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A measurement must be a finite number.");
        }

        (Value, Unit) = (value, unit);
    }

    /// <summary>The number; percent are stored in percent (5.6), money in whole units of the currency.</summary>
    public double Value { get; }

    /// <summary>What it counts.</summary>
    public Unit Unit { get; }

    /// <summary>A true or false answer.</summary>
    /// <param name="holds">The answer.</param>
    public static Measurement Of(bool holds) => new(holds ? 1 : 0, Unit.TrueFalse);

    /// <summary>The number, unrounded, with its unit.</summary>
    public override string ToString() => Unit.Kind == UnitKind.TrueFalse ? (Value != 0 ? "true" : "false") : $"{Value:R} {Unit}";
}
