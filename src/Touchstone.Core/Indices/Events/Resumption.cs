namespace Touchstone.Indices;

/// <summary>Trading in a suspended member starts again: from that session on its own closes count.</summary>
/// <param name="Effective">The first day of trading.</param>
/// <param name="Instrument">The member.</param>
public sealed record Resumption(DateOnly Effective, InstrumentId Instrument) : IndexEvent(Effective)
{
    /// <inheritdoc/>
    public override string Words => $"{Instrument} trades again.";

    internal override Answer<Opening> ApplyTo(Opening opening) => opening.Basket.Find(Instrument) is not { } holding
        ? Unknown(Instrument)
        : holding.IsSuspended
            ? (opening with { Basket = opening.Basket.With(holding.WithSuspension(false)) }).By("no change")
            : Impossible("But it is not suspended.");
}
