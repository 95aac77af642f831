namespace Touchstone.Indices;

/// <summary>What a row of a <see cref="PricePanel"/> holds.</summary>
/// <param name="Instrument">The line of stock.</param>
/// <param name="Currency">The currency from which its closes were converted into that of the panel; null when they were in it.</param>
public readonly record struct PanelLine(InstrumentId Instrument, string? Currency = null);
