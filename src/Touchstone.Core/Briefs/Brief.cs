using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The story of an index, basket or stock on a day: sentences, charts and tables made of measured figures.</summary>
/// <remarks>Everything a page, a text or a program shows of it is here; nothing is computed afterwards.</remarks>
public sealed record Brief
{
    /// <summary>What it is about.</summary>
    public required InstrumentId Subject { get; init; }

    /// <summary>The subject's name as its sentences use it, with the article where one belongs: <c>the Harbour Index</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The session it speaks of, local to the subject's exchange.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The window of the headline.</summary>
    public required Window Window { get; init; }

    /// <summary>What the subject is compared with, or null when there is nothing to compare with.</summary>
    public InstrumentId? Benchmark { get; init; }

    /// <summary>The headline.</summary>
    public required BriefSentence Title { get; init; }

    /// <summary>The sections in reading order; a section without anything to say is left out.</summary>
    public ImmutableArray<BriefSection> Sections { get; init; } = [];

    /// <summary>What could not be said, and why; in the order it was tried.</summary>
    public ImmutableArray<BriefOmission> Omissions { get; init; } = [];

    /// <summary>The package's name.</summary>
    public required string DataName { get; init; }

    /// <summary>The package's content hash.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>Every figure of the headline and the sections, in reading order.</summary>
    public IEnumerable<BriefFigure> Figures => Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Prepend(Title)
        .SelectMany(sentence => sentence.Runs).Select(run => run.Figure).OfType<BriefFigure>();
}

/// <summary>A section of a brief.</summary>
/// <param name="Topic">A short name: <c>move</c>, <c>breadth</c>; never the same twice in a brief.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Paragraphs">The paragraphs.</param>
/// <param name="Charts">The charts that belong to it.</param>
public sealed record BriefSection(string Topic, string Heading, ImmutableArray<BriefParagraph> Paragraphs, ImmutableArray<BriefChart> Charts);

/// <summary>Sentences about one subject.</summary>
/// <param name="Sentences">The sentences; at least one.</param>
/// <param name="IsItem">Whether it is one item of a list.</param>
public sealed record BriefParagraph(ImmutableArray<BriefSentence> Sentences, bool IsItem = false);

/// <summary>A sentence with the figures in it.</summary>
/// <param name="Runs">Its words and figures, in order; together they are its text.</param>
public sealed record BriefSentence(ImmutableArray<BriefRun> Runs)
{
    /// <summary>The sentence as it is read.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>A piece of a sentence.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Figure">The figure that the text states, or null for words alone.</param>
public sealed record BriefRun(string Text, BriefFigure? Figure = null);

/// <summary>A measured figure: the question, the number before rounding, and how it was reached.</summary>
/// <param name="Expression">The question, with its day.</param>
/// <param name="Value">The answer, unrounded.</param>
/// <param name="Working">How it was reached.</param>
public sealed record BriefFigure(Expression Expression, Measurement Value, Working Working);

/// <summary>Something a brief would say and cannot.</summary>
/// <param name="What">What is missing, as a noun: <c>contributions of the members this year</c>.</param>
/// <param name="Expression">The question without an answer, or null when there was none to ask.</param>
/// <param name="Problem">Why there is no answer.</param>
public sealed record BriefOmission(string What, Expression? Expression, Problem Problem);
