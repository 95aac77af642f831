namespace Touchstone.Indices;

/// <summary>Trading in a member stops: its last price stands until a <see cref="Resumption"/> or until it leaves. Value and divisor stay.</summary>
/// <param name="Effective">The first day without trading.</param>
/// <param name="Instrument">The member.</param>
/// <remarks>Source: China Securities Index, "CSI 300 Index Methodology" (suspensions: last price until resumption), 2020.</remarks>
public sealed record Suspension(DateOnly Effective, InstrumentId Instrument) : IndexEvent(Effective)
{
    /// <inheritdoc/>
    public override string Words => $"{Instrument} is suspended; its last price stands.";

    internal override Answer<Opening> ApplyTo(Opening opening) => opening.Basket.Find(Instrument) is { } holding
        ? (opening with { Basket = opening.Basket.With(holding.WithSuspension(true)) }).By("no change: last price")
        : Unknown(Instrument);
}
