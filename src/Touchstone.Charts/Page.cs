using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>A page of findings, charts and tables.</summary>
/// <param name="Title">The title.</param>
/// <param name="Lead">The finding, in a sentence, or what the page speaks of.</param>
/// <param name="Sections">The sections, in reading order.</param>
/// <param name="Footer">Lines at the end: what the numbers were made from.</param>
public sealed record Page(string Title, string Lead, ImmutableArray<PageSection> Sections, ImmutableArray<string> Footer)
{
    /// <summary>The title with the notes behind its figures; empty for the plain title.</summary>
    public ImmutableArray<PageRun> Headline { get; init; } = [];

    /// <summary>What is said about the page after its story, such as what is missing.</summary>
    public ImmutableArray<PageSection> Remarks { get; init; } = [];

    /// <summary>What stands behind the figures of the texts; they are referred to by their places from 0.</summary>
    public ImmutableArray<PageNote> Notes { get; init; } = [];
}

/// <summary>A section of a page: any of texts, charts, a table and a list of terms.</summary>
/// <param name="Heading">The heading.</param>
public sealed record PageSection(string Heading)
{
    /// <summary>A paragraph before the rest, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Paragraphs and items of lists, some words of which have notes.</summary>
    public ImmutableArray<PageParagraph> Paragraphs { get; init; } = [];

    /// <summary>Charts, each with its own table folded below it.</summary>
    public ImmutableArray<Chart> Charts { get; init; } = [];

    /// <summary>A table that is always seen, or null.</summary>
    public ChartTable? Table { get; init; }

    /// <summary>Terms with what is said of each.</summary>
    public ImmutableArray<(string Term, string Text)> Terms { get; init; } = [];
}

/// <summary>A paragraph, or an item of a list.</summary>
/// <param name="Runs">Its pieces, in order.</param>
/// <param name="IsItem">Whether it is an item; items that follow each other are one list.</param>
public sealed record PageParagraph(ImmutableArray<PageRun> Runs, bool IsItem = false);

/// <summary>A piece of a text.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Note">The place of its note from 0, or null for words without one.</param>
public sealed record PageRun(string Text, int? Note = null);

/// <summary>What stands behind a figure; it opens where the figure stands.</summary>
/// <param name="Heading">The question, as an expression.</param>
/// <param name="Answer">The answer, unrounded.</param>
/// <param name="Terms">Terms with what is said of each.</param>
/// <param name="Tables">Tables, each under its caption.</param>
public sealed record PageNote(string Heading, string Answer, ImmutableArray<(string Term, string Text)> Terms, ImmutableArray<ChartTable> Tables);
