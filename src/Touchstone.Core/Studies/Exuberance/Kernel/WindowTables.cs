namespace Touchstone.Studies;

/// <summary>
/// What all windows of one length of series share: reciprocals of row counts, laid out so that neighbouring starts stand beside each
/// other, and room for the greatest statistic at every end. One thread at a time; used again for every replicate.
/// </summary>
internal sealed class WindowTables
{
    /// <summary>More lanes than any register has: how far reading may run past the last start.</summary>
    public const int Margin = 8;

    private readonly double[] _scaled;
    private readonly double[] _reciprocals;
    private readonly double[] _best;
    private readonly double[] _bestStart;

    /// <summary>Room for series of one length.</summary>
    /// <param name="points">Data points of the series.</param>
    public WindowTables(int points)
    {
        Points = points;
        _scaled = new double[points + Margin];
        _best = new double[points * Margin];
        _bestStart = new double[points * Margin];
        _reciprocals = new double[points + Margin + 1];
        for (var rows = 1; rows <= points; rows++)
        {
            _reciprocals[points - rows] = 1.0 / rows;
        }
    }

    /// <summary>Data points of the series.</summary>
    public int Points { get; }

    /// <summary>The series, divided by a power of two that brings its greatest size to between 1 and 2, and zeros after it.</summary>
    public double[] Scaled => _scaled;

    /// <summary>1 / rows at index <see cref="Points"/> − rows; 0 for no rows and fewer.</summary>
    public double[] Reciprocals => _reciprocals;

    /// <summary>For each end a register of greatest values of t|t|, minus infinity where there is none yet.</summary>
    public double[] Best => _best;

    /// <summary>The start of the window that each of <see cref="Best"/> came from.</summary>
    public double[] BestStart => _bestStart;

    /// <summary>Takes a series in and forgets what was found in the one before.</summary>
    /// <remarks>A power of two changes no digit of any number, so no statistic changes; squares then neither overflow nor vanish.</remarks>
    public void Take(ReadOnlySpan<double> series)
    {
        var largest = 0.0;
        foreach (var value in series)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var exponent = largest > 0 ? Math.ILogB(largest) : 0;
        for (var i = 0; i < series.Length; i++)
        {
            _scaled[i] = Math.ScaleB(series[i], -exponent);
        }

        Forget();
    }

    /// <summary>Forgets the greatest values.</summary>
    public void Forget() => Array.Fill(_best, double.NegativeInfinity);
}
