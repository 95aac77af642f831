namespace Touchstone.Indices;

/// <summary>A member leaves at a given price, zero when it is worthless. The price is in the last level before it leaves.</summary>
/// <remarks>The gain or loss is the market's; D' = D × M' / M with the given price in M. Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (deletions), 2021.</remarks>
public sealed record Delisting : IndexEvent
{
    /// <summary>Makes a delisting.</summary>
    /// <param name="effective">The first day without the member.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="price">The price at which it leaves, in the currency of its closes; zero or more.</param>
    public Delisting(DateOnly effective, InstrumentId instrument, double price)
        : base(effective) => (Instrument, Price) = (instrument, ZeroOrMore(price, nameof(price)));

    /// <summary>The member.</summary>
    public InstrumentId Instrument { get; }

    /// <summary>The price at which it leaves, in the currency of the close; zero or more.</summary>
    public double Price { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} is delisted and leaves at {Price:R}.";

    internal override (InstrumentId Instrument, double Price)? FinalPrice => (Instrument, Price);

    internal override Answer<Opening> ApplyTo(Opening opening) => opening.Basket.Find(Instrument) is { } holding
        ? (opening with { Basket = opening.Basket.Without(holding) }).By("given price in the last level; then market value - value of the member")
        : Unknown(Instrument);
}
