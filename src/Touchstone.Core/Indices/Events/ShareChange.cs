namespace Touchstone.Indices;

/// <summary>The shares of a member are counted anew after the close, without a move of the price: an index of market values takes the new count, others do nothing.</summary>
/// <remarks>M' = M + price × (shares' - shares) × float × cap. Source: Nasdaq, "Index Calculation Manual" (share changes), 2020.</remarks>
public sealed record ShareChange : IndexEvent
{
    /// <summary>Makes a share change.</summary>
    /// <param name="effective">The first day with the new count.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="shares">The new count; above zero.</param>
    public ShareChange(DateOnly effective, InstrumentId instrument, double shares)
        : base(effective) => (Instrument, Shares) = (instrument, AboveZero(shares, nameof(shares)));

    /// <summary>The member.</summary>
    public InstrumentId Instrument { get; }

    /// <summary>The new count; above zero.</summary>
    public double Shares { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} has {Shares:R} shares.";

    internal override string WordsAgainst(Opening before) => before.Basket.Rule == HoldingRule.FollowShares ? Words : $"{Words} The units do not follow the shares.";

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        if (opening.Basket.Find(Instrument) is not { } holding)
        {
            return Unknown(Instrument);
        }

        return opening.Basket.Rule == HoldingRule.FollowShares
            ? (opening with { Basket = opening.Basket.With(holding.WithShares(Shares)) }).By("price × new shares × free float × cap")
            : opening.By("no change: the units do not follow the shares");
    }
}
