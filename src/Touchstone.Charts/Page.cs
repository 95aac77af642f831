using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>A page of findings, charts and tables.</summary>
/// <param name="Title">The title.</param>
/// <param name="Lead">The finding, in a sentence.</param>
/// <param name="Sections">The sections, in reading order.</param>
/// <param name="Footer">Lines at the end: what the numbers were made from.</param>
public sealed record Page(string Title, string Lead, ImmutableArray<PageSection> Sections, ImmutableArray<string> Footer);

/// <summary>A section of a page: any of a text, a chart, a table and a list of terms.</summary>
/// <param name="Heading">The heading.</param>
public sealed record PageSection(string Heading)
{
    /// <summary>A paragraph before the rest, or null.</summary>
    public string? Text { get; init; }

    /// <summary>A chart, whose own table folds out below it; or null.</summary>
    public Chart? Chart { get; init; }

    /// <summary>A table that is always seen, or null.</summary>
    public ChartTable? Table { get; init; }

    /// <summary>Terms with what is said of each.</summary>
    public ImmutableArray<(string Term, string Text)> Terms { get; init; } = [];
}
