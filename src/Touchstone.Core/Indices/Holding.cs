namespace Touchstone.Indices;

/// <summary>What an index holds of one member.</summary>
public sealed record Holding
{
    /// <summary>Makes a holding.</summary>
    /// <param name="instrument">The member.</param>
    /// <param name="shares">Shares of the line, or units; finite, above zero.</param>
    /// <param name="freeFloat">The fraction of the shares that counts; above 0, at most 1.</param>
    /// <param name="cap">The cap factor; finite, above zero; 1 where nothing is capped.</param>
    /// <param name="currency">The currency of the price; null for the currency of the index.</param>
    public Holding(InstrumentId instrument, double shares, double freeFloat = 1, double cap = 1, string? currency = null)
    {
        Instrument = instrument;
        Shares = AboveZero(shares, nameof(shares));
        FreeFloat = AboveZero(freeFloat, nameof(freeFloat)) <= 1
            ? freeFloat
            : throw new ArgumentOutOfRangeException(nameof(freeFloat), freeFloat, "A free-float fraction is at most 1.");
        Cap = AboveZero(cap, nameof(cap));
        Currency = currency;
    }

    /// <summary>The member.</summary>
    public InstrumentId Instrument { get; }

    /// <summary>Shares of the line, or units; above zero.</summary>
    public double Shares { get; private init; }

    /// <summary>The fraction of the shares that counts; above 0, at most 1.</summary>
    public double FreeFloat { get; private init; }

    /// <summary>The cap factor; above zero.</summary>
    public double Cap { get; }

    /// <summary>The currency of the price, or null for the currency of the index.</summary>
    public string? Currency { get; }

    /// <summary>Whether trading is suspended, so that the last price stands for today's.</summary>
    public bool IsSuspended { get; private init; }

    /// <summary>shares × free float × cap factor: what one unit of price adds to the market value.</summary>
    public double Units => Shares * FreeFloat * Cap;

    /// <summary>What is held, in words: shares, and float and cap factor where they are not 1.</summary>
    internal string Words => $"{Shares:R} shares{(FreeFloat == 1 ? "" : $" at a free float of {FreeFloat:R}")}{(Cap == 1 ? "" : $"{(FreeFloat == 1 ? " at" : " and")} a cap factor of {Cap:R}")}";

    /// <summary>The same holding of another number of shares.</summary>
    /// <param name="shares">Shares; finite, above zero.</param>
    internal Holding WithShares(double shares) => this with { Shares = AboveZero(shares, nameof(shares)) };

    /// <summary>The same holding with another free float.</summary>
    /// <param name="freeFloat">The fraction; above 0, at most 1.</param>
    internal Holding WithFreeFloat(double freeFloat) => this with { FreeFloat = AboveZero(freeFloat, nameof(freeFloat)) };

    /// <summary>The same holding, suspended or trading.</summary>
    /// <param name="isSuspended">Whether trading is suspended.</param>
    internal Holding WithSuspension(bool isSuspended) => this with { IsSuspended = isSuspended };

    private static double AboveZero(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above zero.");
}
