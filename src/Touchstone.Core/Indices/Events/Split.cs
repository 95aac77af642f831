namespace Touchstone.Indices;

/// <summary>Shares are divided: 2 for 1 halves the price. Market value and divisor stay (in an index of prices the divisor falls).</summary>
/// <remarks>P' = P / r, shares × r. Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (corporate actions), 2021.</remarks>
public sealed record Split : PriceAction
{
    /// <summary>Makes a split.</summary>
    /// <param name="effective">The first day at the new price.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="newPerOld">New shares for one old; above zero. Below 1 it is a consolidation: see <see cref="Consolidation"/>.</param>
    public Split(DateOnly effective, InstrumentId instrument, double newPerOld)
        : base(effective, instrument) => NewPerOld = AboveZero(newPerOld, nameof(newPerOld));

    /// <summary>New shares for one old; above zero.</summary>
    public double NewPerOld { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} is split, {NewPerOld:R} new shares for 1 old.";

    private protected override string Formula => "price / ratio, shares × ratio";

    private protected override (double Price, double Shares) Effect(double close) => (close / NewPerOld, NewPerOld);
}
