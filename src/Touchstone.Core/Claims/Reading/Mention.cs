using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>What a noun of the text stands for.</summary>
internal enum MentionKind
{
    /// <summary>Instruments of the package.</summary>
    Named,

    /// <summary>A group of stocks or an index told by place and theme, not by name.</summary>
    Described,

    /// <summary>Words that stand for something named before: <c>the index</c>, <c>its shares</c>, <c>it</c>.</summary>
    Reference,

    /// <summary>A well-known index, good, currency or rate that the package does not hold.</summary>
    Outsider,

    /// <summary>A figure of a company or an economy: <c>revenue</c>.</summary>
    Figure,

    /// <summary>A capitalised name that the package does not know.</summary>
    Unknown,
}

/// <summary>What sort of thing a reference or description points at.</summary>
internal enum HeadKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>An index.</summary>
    Index,

    /// <summary>A stock or stocks.</summary>
    Stock,
}

/// <summary>A noun that a number may be about.</summary>
internal sealed record Mention
{
    /// <summary>Its first token.</summary>
    public required int First { get; init; }

    /// <summary>The token after its last.</summary>
    public required int End { get; init; }

    /// <summary>What it stands for.</summary>
    public required MentionKind Kind { get; init; }

    /// <summary>The instruments it may mean; empty for references and unknown names.</summary>
    public ImmutableArray<InstrumentId> Candidates { get; init; } = [];

    /// <summary>Exchanges that its words name, such as "New York-listed"; empty for none.</summary>
    public ImmutableArray<string> Listing { get; init; } = [];

    /// <summary>The theme that its words name, or null.</summary>
    public string? Theme { get; init; }

    /// <summary>What sort of thing it points at.</summary>
    public HeadKind Head { get; init; }

    /// <summary>Whether the words name one line, not a company.</summary>
    public bool IsLine { get; init; }

    /// <summary>Whether it speaks of several things at once: <c>both indices</c>.</summary>
    public int Several { get; init; }

    /// <summary>Whether words of stock, share or index stand with it, so that it is a market subject beyond doubt.</summary>
    public bool IsMarket { get; init; }

    /// <summary>Whether it speaks or acts here (analysts at, chief of), rather than being priced.</summary>
    public bool IsSpeaker { get; init; }

    /// <summary>Whether a possessive follows it.</summary>
    public bool IsPossessive { get; init; }
}
