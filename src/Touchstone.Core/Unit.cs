namespace Touchstone;

/// <summary>What a measured number counts.</summary>
public enum UnitKind
{
    /// <summary>A pure number.</summary>
    Number,

    /// <summary>Percent, stored in percent: 5.6 is 5.6 percent.</summary>
    Percent,

    /// <summary>Percentage points: the difference of two percentages.</summary>
    PercentagePoints,

    /// <summary>Index points.</summary>
    Points,

    /// <summary>Whole units of a currency.</summary>
    Money,

    /// <summary>A multiple: 29 times earnings, 1.67 times January.</summary>
    Multiple,

    /// <summary>A count of things or sessions.</summary>
    Count,

    /// <summary>Years.</summary>
    Years,

    /// <summary>A place in an order; 1 is first.</summary>
    Rank,

    /// <summary>1 for true, 0 for false.</summary>
    TrueFalse,
}

/// <summary>A unit: its kind and, for money, the currency.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Currency">The currency's code when the kind is money; otherwise null.</param>
public readonly record struct Unit(UnitKind Kind, string? Currency = null)
{
    /// <summary>Percent.</summary>
    public static Unit Percent => new(UnitKind.Percent);

    /// <summary>Index points.</summary>
    public static Unit Points => new(UnitKind.Points);

    /// <summary>A pure number.</summary>
    public static Unit Number => new(UnitKind.Number);

    /// <summary>A multiple.</summary>
    public static Unit Multiple => new(UnitKind.Multiple);

    /// <summary>A count.</summary>
    public static Unit Count => new(UnitKind.Count);

    /// <summary>Years.</summary>
    public static Unit Years => new(UnitKind.Years);

    /// <summary>A place in an order.</summary>
    public static Unit Rank => new(UnitKind.Rank);

    /// <summary>True or false.</summary>
    public static Unit TrueFalse => new(UnitKind.TrueFalse);

    /// <summary>Money of a currency.</summary>
    /// <param name="currency">The currency's code.</param>
    public static Unit Money(string currency) => new(UnitKind.Money, currency);

    /// <summary>The unit as the JSON and the terminal print it: <c>percent</c>, <c>points</c>, <c>USD</c>, <c>x</c>.</summary>
    public override string ToString() => Kind switch
    {
        UnitKind.Number => "number",
        UnitKind.Percent => "percent",
        UnitKind.PercentagePoints => "percentage points",
        UnitKind.Points => "points",
        UnitKind.Money => Currency ?? "money",
        UnitKind.Multiple => "x",
        UnitKind.Count => "count",
        UnitKind.Years => "years",
        UnitKind.Rank => "rank",
        UnitKind.TrueFalse => "boolean",
        _ => throw new InvalidOperationException($"Unknown unit kind {Kind}."),
    };
}
