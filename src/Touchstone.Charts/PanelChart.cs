using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>Panels one below the other over the same places: days, or days around an event.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence, for who does not see it.</param>
/// <param name="Places">The names of the places from left to right; the same name never twice.</param>
/// <param name="Panels">The panels, from the top.</param>
/// <param name="Bands">Runs of places shaded in every panel.</param>
/// <param name="Table">The numbers of the chart.</param>
public sealed record PanelChart(string Title, string Summary, ImmutableArray<string> Places, ImmutableArray<ChartPanel> Panels, ImmutableArray<ChartBand> Bands, ChartTable Table)
    : Chart(Title, Summary, Table)
{
    /// <summary>Named places, marked in every panel with the names above them, none upon another.</summary>
    public ImmutableArray<ChartEvent> Events { get; init; } = [];

    /// <summary>Whether a slider below the panels chooses a part of the places.</summary>
    public bool HasSlider { get; init; } = true;
}

/// <summary>One panel of a chart.</summary>
/// <param name="Name">What its axis counts.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Ranges">Ranges between two numbers, behind the lines.</param>
/// <param name="Marks">Named points.</param>
public sealed record ChartPanel(string Name, ImmutableArray<ChartLine> Lines, ImmutableArray<ChartRange> Ranges, ImmutableArray<ChartMark> Marks)
{
    /// <summary>Whether equal factors take equal heights; every number must be above zero then.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The ends of the axis; null to fit the numbers.</summary>
    public (double Low, double High)? Ends { get; init; }
}

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

/// <summary>A named place: something that happened there.</summary>
/// <param name="Place">The place, from 0.</param>
/// <param name="Name">What happened; long names are cut to the room there is.</param>
public sealed record ChartEvent(int Place, string Name);
