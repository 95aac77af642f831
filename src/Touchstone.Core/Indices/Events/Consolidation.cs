namespace Touchstone.Indices;

/// <summary>Shares are put together: 10 into 1 makes the price ten times as high. Market value and divisor stay.</summary>
/// <remarks>P' = P × n, shares / n. Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (corporate actions), 2021.</remarks>
public sealed record Consolidation : PriceAction
{
    /// <summary>Makes a consolidation.</summary>
    /// <param name="effective">The first day at the new price.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="oldPerNew">Old shares for one new; above zero.</param>
    public Consolidation(DateOnly effective, InstrumentId instrument, double oldPerNew)
        : base(effective, instrument) => OldPerNew = AboveZero(oldPerNew, nameof(oldPerNew));

    /// <summary>Old shares for one new; above zero.</summary>
    public double OldPerNew { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} is consolidated, {OldPerNew:R} old shares into 1 new.";

    private protected override string Formula => "price × old per new, shares / old per new";

    private protected override (double Price, double Shares) Effect(double close) => (close * OldPerNew, 1 / OldPerNew);
}
