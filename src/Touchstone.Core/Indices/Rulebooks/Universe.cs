using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Which stocks are considered: those listed on some exchanges, or a given list.</summary>
/// <param name="Exchanges">Market identifier codes; empty when a list is given.</param>
/// <param name="List">The given names; empty when exchanges are named.</param>
public sealed record Universe(ImmutableArray<string> Exchanges, ImmutableArray<GivenMember> List)
{
    /// <summary>The stocks (equities) of some exchanges.</summary>
    /// <param name="exchanges">Market identifier codes.</param>
    public static Universe Of(params ImmutableArray<string> exchanges) => new(exchanges, []);

    /// <summary>A given list.</summary>
    /// <param name="list">The names.</param>
    public static Universe Of(params ImmutableArray<GivenMember> list) => new([], list);
}

/// <summary>A name of a given list.</summary>
/// <param name="Instrument">The stock.</param>
/// <param name="Weight">Its weight at reviews under <see cref="Weighting.Given"/>, otherwise null.</param>
public sealed record GivenMember(InstrumentId Instrument, Percent? Weight = null);
