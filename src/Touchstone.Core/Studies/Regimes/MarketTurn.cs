namespace Touchstone.Studies;

/// <summary>A turn of a market: the day it happened, and the day from which on it could be known.</summary>
/// <param name="Kind">Peak or trough.</param>
/// <param name="Position">Its place in the series, from 0.</param>
/// <param name="Day">Its day: the last of the phase that ends.</param>
/// <param name="Level">The level on that day.</param>
/// <param name="KnownPosition">The place of the first point with which the rule names this turn and from which on it never takes it back.</param>
/// <param name="KnownOn">The day of that point.</param>
public sealed record MarketTurn(TurnKind Kind, int Position, DateOnly Day, double Level, int KnownPosition, DateOnly KnownOn);
