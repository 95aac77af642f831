namespace Touchstone.Indices;

/// <summary>What a review decides about a stock.</summary>
public enum ReviewDecision
{
    /// <summary>It joins.</summary>
    Joins,

    /// <summary>A member that stays by its rank.</summary>
    Stays,

    /// <summary>A member that stays only because of the buffer, or of the limit on turnover.</summary>
    KeptByBuffer,

    /// <summary>A member that leaves: by rank, or because it fails a screen.</summary>
    Leaves,

    /// <summary>It was ranked and is not taken.</summary>
    NotTaken,

    /// <summary>It fails a screen and was no member.</summary>
    ScreenedOut,
}
