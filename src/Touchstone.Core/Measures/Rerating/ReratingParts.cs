namespace Touchstone.Measures;

/// <summary>A return split into what earnings, the multiple, dividends and the currency did.</summary>
/// <remarks>
/// (1 + total) = earnings × multiple × dividends × exchange. In logs the four add exactly. Scaled to the simple return each is multiplied by (e^x - 1) / x with x the log of the total. In simple changes the product leaves a cross term, which is given by itself.
/// Source: Bogle, "Investing in the 1990s", Journal of Portfolio Management 17(3), 1991, and Grinold and Kroner, "The Equity Risk Premium", Investment Insights 5(3), 2002, on the split; Carino, "Combining Attribution Effects Over Time", 1999, on the scaling.
/// </remarks>
public sealed record ReratingParts
{
    /// <summary>Makes the split.</summary>
    /// <param name="earnings">Earnings for one share at the end over those at the start; finite, above zero.</param>
    /// <param name="multiple">The multiple at the end over that at the start; finite, above zero.</param>
    /// <param name="dividends">The total return factor over the price factor; finite, above zero; 1 without dividends.</param>
    /// <param name="exchange">The value of the share's currency at the end over that at the start, in the currency reported in; finite, above zero; 1 in its own.</param>
    public ReratingParts(double earnings, double multiple, double dividends = 1, double exchange = 1)
    {
        Earnings = AboveZero(earnings, nameof(earnings));
        Multiple = AboveZero(multiple, nameof(multiple));
        Dividends = AboveZero(dividends, nameof(dividends));
        Exchange = AboveZero(exchange, nameof(exchange));
    }

    /// <summary>Earnings, end over start.</summary>
    public double Earnings { get; }

    /// <summary>Multiple, end over start.</summary>
    public double Multiple { get; }

    /// <summary>Total return factor over price factor.</summary>
    public double Dividends { get; }

    /// <summary>Currency, end over start.</summary>
    public double Exchange { get; }

    /// <summary>The simple total return, as a fraction.</summary>
    public double Simple => (Earnings * Multiple * Dividends * Exchange) - 1;

    /// <summary>The log total return: the sum of the logs of the four.</summary>
    public double Log => Math.Log(Earnings) + Math.Log(Multiple) + Math.Log(Dividends) + Math.Log(Exchange);

    /// <summary>What a log part is multiplied by so that the parts add to the simple return: (e^x - 1) / x, and 1 for x = 0.</summary>
    public double Scale => LogarithmicMean.Of(1 + Simple, 1);

    /// <summary>What the four simple changes leave of the simple return.</summary>
    public double Cross => Simple - (Earnings - 1) - (Multiple - 1) - (Dividends - 1) - (Exchange - 1);

    private static double AboveZero(double ratio, string name) => double.IsFinite(ratio) && ratio > 0
        ? ratio
        : throw new ArgumentOutOfRangeException(name, ratio, "A factor of a return must be a finite number above zero.");
}
