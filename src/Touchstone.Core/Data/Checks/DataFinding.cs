using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Numbers from these rows will be wrong or missing.</summary>
    Error,

    /// <summary>Look before you rely on it.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Note,
}

/// <summary>One thing that the data check found, told once however many rows it touches.</summary>
public sealed record DataFinding
{
    /// <summary>How much it matters.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What sort: <c>gap</c>, <c>unexpected-session</c>, <c>duplicate</c>, <c>split-jump</c>; <see cref="DataCheck.Codes"/> has all.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence for a stranger, with examples.</summary>
    public required string Message { get; init; }

    /// <summary>The exchange it concerns, or null.</summary>
    public string? Exchange { get; init; }

    /// <summary>The file it concerns, or null.</summary>
    public string? File { get; init; }

    /// <summary>All instruments it concerns, in order of id.</summary>
    public ImmutableArray<InstrumentId> Instruments { get; init; } = [];

    /// <summary>All days it concerns, ascending.</summary>
    public ImmutableArray<DateOnly> Days { get; init; } = [];

    /// <summary>Places to look at: <c>prices-hk.csv:61234</c>; a few, not all.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>How many rows or missing rows it counts; at least one.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>What a data check found.</summary>
/// <param name="Package">The package's name.</param>
/// <param name="Sha256">The package's content hash.</param>
/// <param name="Findings">Errors first, then warnings, then notes; inside these, what touches most instruments first.</param>
public sealed record DataReport(string Package, string Sha256, ImmutableArray<DataFinding> Findings)
{
    /// <summary>How many findings have a severity.</summary>
    /// <param name="severity">The severity.</param>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
