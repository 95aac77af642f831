namespace Touchstone.Indices;

/// <summary>A member is bought for cash and leaves, at the cash when it is given, otherwise at its last close.</summary>
/// <remarks>The cash is in the last level before the divisor moves. Source: Nasdaq, "Index Calculation Manual" (mergers and acquisitions), 2020.</remarks>
public sealed record CashMerger : IndexEvent
{
    /// <summary>Makes a merger for cash.</summary>
    /// <param name="effective">The first day without the member.</param>
    /// <param name="target">The member that is bought.</param>
    /// <param name="cash">Cash for one share, in the currency of its price; above zero. Null for the last close.</param>
    public CashMerger(DateOnly effective, InstrumentId target, double? cash = null)
        : base(effective)
    {
        Target = target;
        Cash = cash is { } amount ? AboveZero(amount, nameof(cash)) : null;
    }

    /// <summary>The member that is bought.</summary>
    public InstrumentId Target { get; }

    /// <summary>Cash for one share in the currency of the close, above zero; null for the last close.</summary>
    public double? Cash { get; }

    /// <inheritdoc/>
    public override string Words => $"{Target} is bought for cash and leaves at {(Cash is { } cash ? $"{cash:R}" : "its last close")}.";

    internal override (InstrumentId Instrument, double Price)? FinalPrice => Cash is { } cash ? (Target, cash) : null;

    internal override Answer<Opening> ApplyTo(Opening opening) => opening.Basket.Find(Target) is { } holding
        ? (opening with { Basket = opening.Basket.Without(holding) }).By("market value - value of the target")
        : Unknown(Target);
}
