namespace Touchstone.Indices;

/// <summary>Holders may buy new shares at a fixed price. In the money the price falls to the theoretical ex-rights price and the divisor rises by the money paid in; out of the money nothing happens.</summary>
/// <remarks>
/// TERP = (P + r × S) / (1 + r), shares × (1 + r), with r new shares for one held at the subscription price S; ignored when S ≥ P.
/// Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (corporate actions), 2021; 1 for 4 at 70 from a close of 100 gives 94.
/// </remarks>
public sealed record RightsIssue : PriceAction
{
    /// <summary>Makes a rights issue.</summary>
    /// <param name="effective">The ex-date.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="newPerHeld">New shares for one held; above zero. 1 for 4 is 0.25.</param>
    /// <param name="subscriptionPrice">The price of a new share, in the currency of the close; zero or more.</param>
    public RightsIssue(DateOnly effective, InstrumentId instrument, double newPerHeld, double subscriptionPrice)
        : base(effective, instrument)
    {
        NewPerHeld = AboveZero(newPerHeld, nameof(newPerHeld));
        SubscriptionPrice = ZeroOrMore(subscriptionPrice, nameof(subscriptionPrice));
    }

    /// <summary>New shares for one held; above zero.</summary>
    public double NewPerHeld { get; }

    /// <summary>The price of a new share, in the currency of the close; zero or more.</summary>
    public double SubscriptionPrice { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} offers {NewPerHeld:R} new shares for 1 held at {SubscriptionPrice:R}.";

    internal override string WordsAgainst(Opening before) => before.Closes.TryGetPrice(Instrument, out var close) && !IsTaken(close)
        ? $"{Words} Nobody pays that for a share of {close:R}: price, shares and divisor stay."
        : Words;

    private protected override string Formula => "(close + ratio × subscription price) / (1 + ratio), shares × (1 + ratio); nothing when the subscription price is not below the close";

    private protected override (double Price, double Shares) Effect(double close) => IsTaken(close)
        ? ((close + (NewPerHeld * SubscriptionPrice)) / (1 + NewPerHeld), 1 + NewPerHeld)
        : (close, 1);

    private bool IsTaken(double close) => SubscriptionPrice < close;
}
