using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>What a part of a chart conveys; its colour follows from the page, light or dark, and its name says it too.</summary>
public enum ChartTone
{
    /// <summary>The series that the chart is about.</summary>
    Main,

    /// <summary>A second series.</summary>
    Second,

    /// <summary>A critical line or other limit.</summary>
    Limit,

    /// <summary>Rising: a boom, a bull market.</summary>
    Rising,

    /// <summary>Falling: a collapse, a bear market.</summary>
    Falling,

    /// <summary>In the background.</summary>
    Quiet,
}

/// <summary>A picture of numbers, with the numbers.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence, for who does not see it.</param>
/// <param name="Table">The numbers of the chart.</param>
public abstract record Chart(string Title, string Summary, ChartTable Table);

/// <summary>Rows of text under headings.</summary>
/// <param name="Caption">What the rows are.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, a cell for each heading.</param>
public sealed record ChartTable(string Caption, ImmutableArray<ChartColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, set to the right.</param>
public sealed record ChartColumn(string Title, bool IsNumber = false);
