using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Touchstone.Data;

/// <summary>What a typed name stands for: one instrument, or the problem of not knowing which.</summary>
public sealed record SymbolMatch
{
    private SymbolMatch(Instrument? instrument, Problem? problem, ImmutableArray<Instrument> candidates) => (Instrument, Problem, Candidates) = (instrument, problem, candidates);

    /// <summary>Whether exactly one instrument is meant.</summary>
    [MemberNotNullWhen(true, nameof(Instrument))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Found => Instrument is not null;

    /// <summary>The instrument, or null when there is a problem.</summary>
    public Instrument? Instrument { get; }

    /// <summary>
    /// Why there is none: <see cref="ProblemKind.Ambiguous"/> with the candidates listed, <see cref="ProblemKind.NoData"/> for a well-formed
    /// code that the package does not have, <see cref="ProblemKind.Invalid"/> for a name that nothing has. Null when one was found.
    /// </summary>
    public Problem? Problem { get; }

    /// <summary>The instruments that an ambiguous name may stand for, in order of id; the nearest names when nothing fits.</summary>
    public ImmutableArray<Instrument> Candidates { get; }

    internal static SymbolMatch Of(Instrument instrument) => new(instrument, null, [instrument]);

    internal static SymbolMatch Of(Problem problem, IEnumerable<Instrument> candidates) => new(null, problem, [.. candidates]);
}
