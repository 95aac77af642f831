namespace Touchstone.Indices;

/// <summary>A dividend outside the ordinary course: the price is lowered by it at the open and the divisor falls, so the price index takes no loss.</summary>
/// <remarks>
/// P' = P - d, D' = D × M' / M. It is in the price index already, so the gross return does not count it again. The net return loses the tax withheld from it:
/// TR net = TR net before × (I - points × withholding) / I before.
/// Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (special dividends), 2021. Shares handed out of another company that the index
/// does not take in are treated in the same way, with their price in cash.
/// </remarks>
public sealed record SpecialDividend : PriceAction
{
    /// <summary>Makes a special dividend.</summary>
    /// <param name="effective">The ex-date.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="cash">Cash for one share, in the currency of the close; above zero, below the close.</param>
    /// <param name="withholding">The tax withheld for the net return, 0 to 100%; null for the rate of the index.</param>
    public SpecialDividend(DateOnly effective, InstrumentId instrument, double cash, Percent? withholding = null)
        : base(effective, instrument)
    {
        Cash = AboveZero(cash, nameof(cash));
        Withholding = withholding is { Fraction: < 0 or > 1 } rate
            ? throw new ArgumentOutOfRangeException(nameof(withholding), rate, "A withholding rate lies between 0% and 100%.")
            : withholding;
    }

    /// <summary>Cash for one share; above zero.</summary>
    public double Cash { get; }

    /// <summary>The tax withheld for the net return, or null for the rate of the index.</summary>
    public Percent? Withholding { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} goes without a special dividend of {Cash:R}.";

    private protected override string Formula => "close - dividend";

    private protected override (double Price, double Shares) Effect(double close) => (close - Cash, 1);
}
