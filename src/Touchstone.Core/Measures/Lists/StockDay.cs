namespace Touchstone.Measures;

/// <summary>What is known of a stock on a session.</summary>
internal enum StockDay : byte
{
    /// <summary>Nothing: its closes begin later or end earlier, or its own exchange is closed.</summary>
    Missing,

    /// <summary>It traded and has a close.</summary>
    Traded,

    /// <summary>It did not trade: suspended, or no close or no volume on a day inside its closes; its last close stands.</summary>
    Idle,

    /// <summary>It traded at one price all day, the highest that the exchange allows.</summary>
    LimitUp,

    /// <summary>It traded at one price all day, the lowest that the exchange allows.</summary>
    LimitDown,
}
