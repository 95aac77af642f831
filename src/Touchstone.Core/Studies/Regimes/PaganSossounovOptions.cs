namespace Touchstone.Studies;

/// <summary>The lengths and the move of the Pagan–Sossounov dating, in observations. Defaults are those of the paper, for monthly data.</summary>
public sealed record PaganSossounovOptions
{
    /// <summary>A turn is the extreme of this many observations to either side. Default 8; at least 1.</summary>
    public int Window { get; init; } = 8;

    /// <summary>No turn within this many observations of either end of the series. Default 6; at least 0.</summary>
    public int Censor { get; init; } = 6;

    /// <summary>Fewest observations from turn to turn, unless the move is large. Default 4; at least 1.</summary>
    public int Phase { get; init; } = 4;

    /// <summary>Fewest observations from peak to peak and from trough to trough. Default 16; at least 1.</summary>
    public int Cycle { get; init; } = 16;

    /// <summary>A move of at least this size makes a short phase count. Default 20%; above zero.</summary>
    public Percent LargeMove { get; init; } = Percent.FromPoints(20);

    /// <summary>Whether a large move in one of its phases makes a short cycle count as well. Default false, as in the paper; a well-known R package does so.</summary>
    public bool LargeMovesKeepShortCycles { get; init; }

    /// <summary>The same lengths for daily data: 21 sessions for each month.</summary>
    public static PaganSossounovOptions Daily { get; } = new() { Window = 8 * 21, Censor = 6 * 21, Phase = 4 * 21, Cycle = 16 * 21 };

    /// <summary>The first thing wrong, or null.</summary>
    internal Problem? Check() =>
        Window < 1 || Censor < 0 || Phase < 1 || Cycle < 1 ? SeriesChecks.Invalid($"Window {Window}, censor {Censor}, phase {Phase} and cycle {Cycle} must be at least 1, 0, 1 and 1 observations.")
        : LargeMove.Fraction <= 0 ? SeriesChecks.Invalid($"The large move is {LargeMove.Points}%; it must be above zero.")
        : null;
}
