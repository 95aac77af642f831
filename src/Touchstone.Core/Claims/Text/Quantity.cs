namespace Touchstone.Claims;

/// <summary>What a quantity counts.</summary>
internal enum QuantityKind
{
    /// <summary>Percent.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    PercentagePoints,

    /// <summary>Basis points.</summary>
    BasisPoints,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>Index points.</summary>
    Points,

    /// <summary>So many times: <c>120 times</c>, <c>25x</c>.</summary>
    Multiple,

    /// <summary>A fraction in words: <c>two-thirds</c>, <c>half</c>.</summary>
    Fraction,

    /// <summary>A factor in words: <c>doubled</c>, <c>threefold</c>.</summary>
    Factor,

    /// <summary>A class of sizes: <c>double-digit</c>.</summary>
    DigitClass,

    /// <summary>A bare number.</summary>
    Number,
}

/// <summary>A number in the text with its unit.</summary>
internal sealed record Quantity
{
    /// <summary>Its first token.</summary>
    public required int First { get; init; }

    /// <summary>The token after its last.</summary>
    public required int End { get; init; }

    /// <summary>What it counts.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>The number, in percent, whole currency units, points, times or as it stands.</summary>
    public required double Value { get; init; }

    /// <summary>The upper end of a range, or null.</summary>
    public double? Upper { get; init; }

    /// <summary>One unit of the last printed digit, in the same unit as the value.</summary>
    public double LastDigit { get; init; } = 1;

    /// <summary>Whether the number ends in zeros that may be rounding: <c>500</c>.</summary>
    public bool IsRound { get; init; }

    /// <summary>Whether it was printed with a minus mark.</summary>
    public bool Negative { get; init; }

    /// <summary>Whether it was printed with a plus mark.</summary>
    public bool Positive { get; init; }

    /// <summary>The currency, where it is known.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether a scale word such as billion was printed.</summary>
    public bool Scaled { get; init; }

    /// <summary>How many number tokens it covers.</summary>
    public int Numbers { get; init; } = 1;
}
