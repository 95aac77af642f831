namespace Touchstone.Indices;

/// <summary>One member takes the place of another, both at their last closes: M' = M - old + new.</summary>
/// <remarks>Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (divisor adjustments), 2021.</remarks>
public sealed record Swap : IndexEvent
{
    /// <summary>Makes a swap.</summary>
    /// <param name="effective">The first day with the new member.</param>
    /// <param name="leaving">The member that leaves.</param>
    /// <param name="joining">What is held of the new one.</param>
    public Swap(DateOnly effective, InstrumentId leaving, Holding joining)
        : base(effective)
    {
        ArgumentNullException.ThrowIfNull(joining);
        (Leaving, Joining) = (leaving, joining);
    }

    /// <summary>The member that leaves.</summary>
    public InstrumentId Leaving { get; }

    /// <summary>What is held of the new member.</summary>
    public Holding Joining { get; }

    /// <inheritdoc/>
    public override string Words => $"{Joining.Instrument} takes the place of {Leaving} with {Joining.Words}.";

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        if (opening.Basket.Find(Leaving) is not { } holding)
        {
            return Unknown(Leaving);
        }

        var rest = opening.Basket.Without(holding);
        return rest.Find(Joining.Instrument) is null
            ? (opening with { Basket = rest.With(Joining) }).By("market value - value of the old member + value of the new one")
            : Impossible($"But {Joining.Instrument} is a member already.");
    }
}
