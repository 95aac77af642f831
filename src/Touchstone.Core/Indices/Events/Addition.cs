namespace Touchstone.Indices;

/// <summary>A member joins at its last close: M' = M + its value.</summary>
/// <remarks>Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (divisor adjustments), 2021.</remarks>
public sealed record Addition : IndexEvent
{
    /// <summary>Makes an addition.</summary>
    /// <param name="effective">The first day as a member.</param>
    /// <param name="holding">What is held of it.</param>
    public Addition(DateOnly effective, Holding holding)
        : base(effective)
    {
        ArgumentNullException.ThrowIfNull(holding);
        Holding = holding;
    }

    /// <summary>What is held of the new member.</summary>
    public Holding Holding { get; }

    /// <inheritdoc/>
    public override string Words => $"{Holding.Instrument} joins with {Holding.Words}.";

    internal override Answer<Opening> ApplyTo(Opening opening) => opening.Basket.Find(Holding.Instrument) is null
        ? (opening with { Basket = opening.Basket.With(Holding) }).By("market value + value of the new member")
        : Impossible("But it is a member already.");
}
