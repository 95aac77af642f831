namespace Touchstone.Indices;

/// <summary>One name before and after its cap.</summary>
/// <param name="Instrument">The name.</param>
/// <param name="Before">Its weight by market value alone.</param>
/// <param name="After">Its weight with the caps.</param>
/// <param name="Factor">The cap factor that makes the one of the other: above 0, at most 1; 1 for the names held back least.</param>
public sealed record CappedWeight(InstrumentId Instrument, Percent Before, Percent After, double Factor);
