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

/// <summary>Panels one below the other over the same places: days, or days around an event.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence, for who does not see it.</param>
/// <param name="Places">The names of the places from left to right; the same name never twice.</param>
/// <param name="Panels">The panels, from the top.</param>
/// <param name="Bands">Runs of places shaded in every panel.</param>
/// <param name="Table">The numbers of the chart.</param>
public sealed record Chart(string Title, string Summary, ImmutableArray<string> Places, ImmutableArray<ChartPanel> Panels, ImmutableArray<ChartBand> Bands, ChartTable Table);

/// <summary>One panel of a chart.</summary>
/// <param name="Name">What its axis counts.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Ranges">Ranges between two numbers, behind the lines.</param>
/// <param name="Marks">Named points.</param>
public sealed record ChartPanel(string Name, ImmutableArray<ChartLine> Lines, ImmutableArray<ChartRange> Ranges, ImmutableArray<ChartMark> Marks);

/// <summary>A line through the places.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">A number for each place; null where there is none and the line is broken.</param>
/// <param name="Tone">What it conveys.</param>
/// <param name="IsDashed">Whether it is dashed, so that colour is not the only sign.</param>
public sealed record ChartLine(string Name, ImmutableArray<double?> Values, ChartTone Tone, bool IsDashed = false);

/// <summary>A range between two numbers at each place, such as a confidence band.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lower">The lower ends; null where there is none.</param>
/// <param name="Upper">The upper ends; null where there is none.</param>
/// <param name="Tone">What it conveys.</param>
public sealed record ChartRange(string Name, ImmutableArray<double?> Lower, ImmutableArray<double?> Upper, ChartTone Tone);

/// <summary>A run of places that is shaded.</summary>
/// <param name="First">The first place, from 0, included.</param>
/// <param name="Last">The last place, included.</param>
/// <param name="Name">What it is; bands of one name look the same.</param>
/// <param name="Tone">What it conveys.</param>
public sealed record ChartBand(int First, int Last, string Name, ChartTone Tone);

/// <summary>A named point.</summary>
/// <param name="Place">The place, from 0.</param>
/// <param name="Value">The height.</param>
/// <param name="Name">What it is, in a word or two.</param>
/// <param name="Tone">What it conveys.</param>
public sealed record ChartMark(int Place, double Value, string Name, ChartTone Tone);

/// <summary>Rows of text under headings.</summary>
/// <param name="Caption">What the rows are.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, a cell for each heading.</param>
public sealed record ChartTable(string Caption, ImmutableArray<ChartColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, set to the right.</param>
public sealed record ChartColumn(string Title, bool IsNumber = false);
