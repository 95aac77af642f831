using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>What sort of thing can be measured.</summary>
public enum InstrumentKind
{
    /// <summary>A line of stock on one exchange.</summary>
    Equity,

    /// <summary>An exchange-traded or other fund.</summary>
    Fund,

    /// <summary>An index.</summary>
    Index,

    /// <summary>A whole market.</summary>
    Market,

    /// <summary>A list of stocks.</summary>
    Basket,

    /// <summary>Any other dated series.</summary>
    Series,
}

/// <summary>Something that can be measured, and its names.</summary>
/// <param name="Id">The canonical id.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Name">The full name.</param>
/// <param name="Aliases">Other names and spellings, in file order, without repeats.</param>
/// <param name="Exchange">The market identifier code whose sessions it follows, or null.</param>
/// <param name="Currency">The currency of its prices, or null.</param>
/// <param name="Issuer">The issuer that several lines share, or null.</param>
/// <param name="Note">A remark, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record Instrument(
    InstrumentId Id,
    InstrumentKind Kind,
    string Name,
    ImmutableArray<string> Aliases,
    string? Exchange,
    string? Currency,
    string? Issuer,
    string? Note,
    RowSource Source);
