namespace Touchstone.Indices;

/// <summary>A member leaves at its last close: M' = M - its value.</summary>
/// <param name="Effective">The first day it is no longer a member.</param>
/// <param name="Instrument">The member.</param>
/// <remarks>Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (divisor adjustments), 2021.</remarks>
public sealed record Deletion(DateOnly Effective, InstrumentId Instrument) : IndexEvent(Effective)
{
    /// <inheritdoc/>
    public override string Words => $"{Instrument} leaves at its last close.";

    internal override Answer<Opening> ApplyTo(Opening opening) => opening.Basket.Find(Instrument) is { } holding
        ? (opening with { Basket = opening.Basket.Without(holding) }).By("market value - value of the member")
        : Unknown(Instrument);
}
