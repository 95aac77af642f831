namespace Touchstone.Studies;

/// <summary>A bull or bear market, from the turn that began it to the turn that ended it.</summary>
/// <param name="State">Bull or bear.</param>
/// <param name="Span">From the day of the turn before (which is the last of the phase before) to the day of the turn after, both included; the series' own ends where there is no turn.</param>
/// <param name="Steps">Observations from the first to the last of those days.</param>
/// <param name="Amplitude">Level at the end over level at the beginning, less 1.</param>
/// <param name="Complete">Whether a turn stands at both ends.</param>
public sealed record MarketPhase(MarketState State, DateSpan Span, int Steps, Percent Amplitude, bool Complete);
