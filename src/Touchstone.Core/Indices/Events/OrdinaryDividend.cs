namespace Touchstone.Indices;

/// <summary>A dividend in the ordinary course: the price index does nothing and falls with the price; the total return reinvests it on the ex-date.</summary>
/// <remarks>
/// Dividend points = cash × units × rate / divisor; TR = TR before × (I + points) / I before; net of tax with cash × (1 - withholding).
/// Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (total return calculations), 2021.
/// </remarks>
public sealed record OrdinaryDividend : IndexEvent
{
    /// <summary>Makes a dividend.</summary>
    /// <param name="effective">The ex-date.</param>
    /// <param name="instrument">The member.</param>
    /// <param name="cash">Cash for one share held at this point of the day's events; above zero.</param>
    /// <param name="currency">The currency of the cash; null for the currency of the price.</param>
    /// <param name="withholding">The tax withheld for the net return, 0 to 100%; null for the rate of the index.</param>
    public OrdinaryDividend(DateOnly effective, InstrumentId instrument, double cash, string? currency = null, Percent? withholding = null)
        : base(effective)
    {
        Instrument = instrument;
        Cash = AboveZero(cash, nameof(cash));
        Currency = currency;
        Withholding = withholding is { Fraction: < 0 or > 1 } rate
            ? throw new ArgumentOutOfRangeException(nameof(withholding), rate, "A withholding rate lies between 0% and 100%.")
            : withholding;
    }

    /// <summary>The member.</summary>
    public InstrumentId Instrument { get; }

    /// <summary>Cash for one share; above zero.</summary>
    public double Cash { get; }

    /// <summary>The currency of the cash, or null for the currency of the price.</summary>
    public string? Currency { get; }

    /// <summary>The tax withheld for the net return, or null for the rate of the index.</summary>
    public Percent? Withholding { get; }

    /// <inheritdoc/>
    public override string Words => $"{Instrument} goes without a dividend of {Cash:R}{(Currency is null ? "" : " " + Currency)}.";

    internal override Answer<Opening> ApplyTo(Opening opening) =>
        opening.Basket.Find(Instrument) is null ? Unknown(Instrument) : opening.By("no change");
}
