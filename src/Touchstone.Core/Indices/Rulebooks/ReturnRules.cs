using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Which returns are calculated besides the price return, and the tax taken from dividends for the net return.</summary>
public sealed record ReturnRules
{
    /// <summary>The price return alone.</summary>
    public static ReturnRules PriceOnly { get; } = new();

    /// <summary>Whether the gross total return is published.</summary>
    public bool Gross { get; init; }

    /// <summary>Whether the net total return is published.</summary>
    public bool Net { get; init; }

    /// <summary>The tax withheld where no exchange has its own rate; 0 to 100%.</summary>
    public Percent Withholding { get; init; }

    /// <summary>The tax withheld from members of an exchange, by market identifier code.</summary>
    public ImmutableSortedDictionary<string, Percent> WithholdingByExchange { get; init; } = ImmutableSortedDictionary<string, Percent>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The tax withheld from a dividend of a member.</summary>
    /// <param name="instrument">The member.</param>
    public Percent WithholdingOf(InstrumentId instrument) =>
        instrument.Exchange is { } mic && WithholdingByExchange.TryGetValue(mic, out var rate) ? rate : Withholding;
}
