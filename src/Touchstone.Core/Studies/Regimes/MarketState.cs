namespace Touchstone.Studies;

/// <summary>Which way a market goes between two turns.</summary>
public enum MarketState
{
    /// <summary>From a trough to the next peak.</summary>
    Bull,

    /// <summary>From a peak to the next trough.</summary>
    Bear,
}

/// <summary>What kind of turn a turn is.</summary>
public enum TurnKind
{
    /// <summary>The last day of a bull market.</summary>
    Peak,

    /// <summary>The last day of a bear market.</summary>
    Trough,
}
