namespace Touchstone.Indices;

/// <summary>The free float of a member changes after the close: an index of market values takes the new fraction, others do nothing.</summary>
/// <remarks>M' = M + price × shares × (float' - float) × cap. Source: Nasdaq, "Index Calculation Manual" (share changes), 2020.</remarks>
public sealed record FloatChange : IndexEvent
{
    /// <summary>Makes a float change.</summary>
    /// <param name="effective">The first day with the new fraction.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="freeFloat">The new fraction; above 0, at most 1.</param>
    public FloatChange(DateOnly effective, InstrumentId instrument, double freeFloat)
        : base(effective)
    {
        Instrument = instrument;
        FreeFloat = AboveZero(freeFloat, nameof(freeFloat)) <= 1
            ? freeFloat
            : throw new ArgumentOutOfRangeException(nameof(freeFloat), freeFloat, "A free-float fraction is at most 1.");
    }

    /// <summary>The member.</summary>
    public InstrumentId Instrument { get; }

    /// <summary>The new fraction; above 0, at most 1.</summary>
    public double FreeFloat { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} has a free float of {FreeFloat:R}.";

    internal override string WordsAgainst(Opening before) => before.Basket.Rule == HoldingRule.FollowShares ? Words : $"{Words} The units do not follow the float.";

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        if (opening.Basket.Find(Instrument) is not { } holding)
        {
            return Unknown(Instrument);
        }

        return opening.Basket.Rule == HoldingRule.FollowShares
            ? (opening with { Basket = opening.Basket.With(holding.WithFreeFloat(FreeFloat)) }).By("price × shares × new free float × cap")
            : opening.By("no change: the units do not follow the float");
    }
}
