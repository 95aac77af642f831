using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>What one member did between two closes with the same units.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="Currency">The currency of its price, or an empty text when the package names none.</param>
/// <param name="Weight">Its part of the value at the start, in the currency reported in.</param>
/// <param name="Local">Its return in its own currency.</param>
/// <param name="Exchange">The change of its currency against the one reported in; 0 when both are the same.</param>
internal readonly record struct MemberReturn(InstrumentId Instrument, string Currency, double Weight, double Local, double Exchange)
{
    /// <summary>The return in the currency reported in.</summary>
    public double Return => Local + Exchange + (Local * Exchange);

    /// <summary>What it added to the return of the whole.</summary>
    public double Contribution => Weight * Return;
}

/// <summary>The members of an index between two closes with the same units; the weights sum to one.</summary>
/// <param name="From">The base session.</param>
/// <param name="To">The last session.</param>
/// <param name="Members">In ordinal order of the ids.</param>
internal sealed record MemberPeriod(DateOnly From, DateOnly To, ImmutableArray<MemberReturn> Members)
{
    /// <summary>The return of the whole, as a fraction.</summary>
    public double Return { get; } = Members.Sum(member => member.Contribution);
}
