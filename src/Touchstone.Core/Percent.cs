namespace Touchstone;

/// <summary>A proportion, stored as a fraction: 1.2 percent is 0.012. The default is zero percent.</summary>
public readonly record struct Percent : IComparable<Percent>
{
    private Percent(double fraction) => Fraction = fraction;

    /// <summary>The proportion as a fraction of one; always finite.</summary>
    public double Fraction { get; }

    /// <summary>The proportion in percent: 0.012 is 1.2.</summary>
    public double Points => Fraction * 100;

    /// <summary>Makes a proportion from a fraction of one; any finite number.</summary>
    /// <param name="fraction">A fraction of one; finite.</param>
    public static Percent FromFraction(double fraction) => double.IsFinite(fraction)
        ? new(fraction)
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A percentage must be a finite number.");

    /// <summary>Makes a proportion from percent: 1.2 is 0.012.</summary>
    /// <param name="points">Percent; finite.</param>
    public static Percent FromPoints(double points) => FromFraction(points / 100);

    /// <summary>Makes a proportion from basis points: 120 is 0.012.</summary>
    /// <param name="basisPoints">Hundredths of a percent; finite.</param>
    public static Percent FromBasisPoints(double basisPoints) => FromFraction(basisPoints / 10_000);

    /// <inheritdoc/>
    public int CompareTo(Percent other) => Fraction.CompareTo(other.Fraction);

    /// <summary>Whether the first proportion is the smaller.</summary>
    public static bool operator <(Percent left, Percent right) => left.Fraction < right.Fraction;

    /// <summary>Whether the first proportion is the larger.</summary>
    public static bool operator >(Percent left, Percent right) => left.Fraction > right.Fraction;

    /// <summary>Whether the first proportion is at most the second.</summary>
    public static bool operator <=(Percent left, Percent right) => left.Fraction <= right.Fraction;

    /// <summary>Whether the first proportion is at least the second.</summary>
    public static bool operator >=(Percent left, Percent right) => left.Fraction >= right.Fraction;

    /// <summary>The proportion in percent with a percent sign, unrounded.</summary>
    public override string ToString() => $"{Points:R}%";
}
