namespace Touchstone.Samples;

/// <summary>The levels of the Harbour Growth Index at a close, unrounded.</summary>
/// <param name="Day">The session.</param>
/// <param name="Price">The price index.</param>
/// <param name="Gross">With dividends.</param>
/// <param name="Net">With dividends after tax.</param>
/// <param name="Krone">The price index summed in krone.</param>
internal readonly record struct GrowthLevel(DateOnly Day, decimal Price, decimal Gross, decimal Net, decimal Krone)
{
    /// <summary>A level as published.</summary>
    public static decimal Published(decimal level) => Math.Round(level, 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether none of the published levels is that of another day.</summary>
    public bool DiffersFrom(GrowthLevel other) =>
        Published(Price) != Published(other.Price) && Published(Gross) != Published(other.Gross) && Published(Net) != Published(other.Net) && Published(Krone) != Published(other.Krone);
}

/// <summary>Membership of the Harbour Growth Index over a half-open span.</summary>
internal sealed record GrowthMembership(GrowthLine Line, DateOnly From, DateOnly? Until);
