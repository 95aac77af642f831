using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A stock that a review looks at.</summary>
/// <param name="Instrument">The stock.</param>
/// <param name="IsMember">Whether it was a member before.</param>
internal sealed record Candidate(Instrument Instrument, bool IsMember)
{
    /// <summary>Its id.</summary>
    public InstrumentId Id => Instrument.Id;

    /// <summary>What it is counted as: its company, or itself.</summary>
    /// <param name="level">Whether lines or companies count.</param>
    public string UnitKey(CountLevel level) => level == CountLevel.Company && Instrument.Issuer is { } issuer ? "issuer " + issuer : Id.Value;
}

/// <summary>A stock that does not come through, and why.</summary>
/// <param name="Stock">The stock.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="IsGap">Whether the package lacks what would settle it.</param>
internal sealed record Rejection(Candidate Stock, string Reason, bool IsGap = false);
