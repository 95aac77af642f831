namespace Touchstone;

/// <summary>Why a question has no answer.</summary>
public enum ProblemKind
{
    /// <summary>The question is malformed: an unknown name, a window that does not parse.</summary>
    Invalid,

    /// <summary>The data that would settle it is not in the package.</summary>
    NoData,

    /// <summary>The figure is known not to be published for that day.</summary>
    NotPublished,

    /// <summary>The basis of the series does not allow the measure.</summary>
    Basis,

    /// <summary>The question has no number for an answer (a drawdown of one day).</summary>
    Undefined,

    /// <summary>The period is not over, or lies after the last day with data.</summary>
    Pending,

    /// <summary>A name fits several instruments; the message lists them.</summary>
    Ambiguous,

    /// <summary>A row or file could not be read.</summary>
    BadRow,

    /// <summary>The folder is not a data package that can be used.</summary>
    Structure,

    /// <summary>A quality finding: a gap, an unexpected session, a stale or jumping price.</summary>
    Quality,
}

/// <summary>A reason that a reader can act on.</summary>
/// <param name="Kind">What sort of reason.</param>
/// <param name="Message">A sentence for a stranger: what was met, what was expected.</param>
/// <param name="Source">The file and line (<c>prices.csv:12</c>) it concerns, if one.</param>
public sealed record Problem(ProblemKind Kind, string Message, string? Source = null)
{
    /// <summary>Source, when there is one, and message.</summary>
    public override string ToString() => Source is null ? Message : $"{Source}: {Message}";
}
