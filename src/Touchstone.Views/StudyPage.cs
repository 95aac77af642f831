using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;

namespace Touchstone.Views;

/// <summary>What the pages of all studies have in common: working, footer, tables.</summary>
internal static class StudyPage
{
    /// <summary>The section that shows how the numbers were reached.</summary>
    /// <param name="working">The working.</param>
    public static PageSection Working(Working working) => new("Working")
    {
        Terms = [.. WorkingTerms.Of(working)],
    };

    /// <summary>The lines at the end: subject and data, by name and content.</summary>
    /// <param name="subject">The subject.</param>
    public static ImmutableArray<string> Footer(StudySubject subject) => [$"{subject.Id} {subject.Name}", $"Data {subject.Market.Name}, sha256 {subject.Market.Sha256}"];

    /// <summary>A table of rows of text.</summary>
    /// <param name="caption">What the rows are.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    public static ChartTable Table(string caption, IEnumerable<TextColumn> columns, IEnumerable<string[]> rows) =>
        new(caption, [.. columns.Select(column => new ChartColumn(column.Title, column.IsNumber))], [.. rows.Select(row => row.ToImmutableArray())]);

    /// <summary>The days of a series as the places of a chart.</summary>
    /// <param name="series">The series.</param>
    public static ImmutableArray<string> Places(DailySeries series) => [.. series.Days.ToArray().Select(day => $"{day:yyyy-MM-dd}")];
}
