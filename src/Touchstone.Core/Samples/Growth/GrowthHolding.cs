namespace Touchstone.Samples;

/// <summary>What the Harbour Growth Index holds of a company.</summary>
/// <param name="Line">The company.</param>
/// <param name="Shares">Its shares.</param>
/// <param name="Banded">The part of them that counts.</param>
/// <param name="Factor">The cap factor.</param>
internal sealed record GrowthHolding(GrowthLine Line, decimal Shares, decimal Banded, decimal Factor)
{
    /// <summary>What one dollar of price adds to the market value.</summary>
    public decimal Units => Shares * Banded * Factor;
}
