namespace Touchstone.Indices;

/// <summary>Holders are given shares for nothing: 3 for every 10 is 0.3. Market value and divisor stay.</summary>
/// <remarks>P' = P / (1 + b), shares × (1 + b). Source: China Securities Index, "CSI 300 Index Methodology" (corrections), 2020.</remarks>
public sealed record BonusIssue : PriceAction
{
    /// <summary>Makes a bonus issue.</summary>
    /// <param name="effective">The ex-date.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="newPerHeld">New shares for one held; above zero.</param>
    public BonusIssue(DateOnly effective, InstrumentId instrument, double newPerHeld)
        : base(effective, instrument) => NewPerHeld = AboveZero(newPerHeld, nameof(newPerHeld));

    /// <summary>New shares for one held; above zero.</summary>
    public double NewPerHeld { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} gives {NewPerHeld:R} bonus shares for 1 held.";

    private protected override string Formula => "price / (1 + bonus), shares × (1 + bonus)";

    private protected override (double Price, double Shares) Effect(double close) => (close / (1 + NewPerHeld), 1 + NewPerHeld);
}
