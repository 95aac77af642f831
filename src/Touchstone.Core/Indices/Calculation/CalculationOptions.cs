namespace Touchstone.Indices;

/// <summary>How an index is calculated from a package.</summary>
public sealed record CalculationOptions
{
    /// <summary>By the rulebook's currency, from published units where the package has them.</summary>
    public static CalculationOptions Standard { get; } = new();

    /// <summary>The currency in which the market value is summed: every price is converted at the rate of its day, and the index has a divisor of its own in it. Null for the rulebook's.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether the members come from the rules even where the package publishes units.</summary>
    public bool FromRules { get; init; }
}
