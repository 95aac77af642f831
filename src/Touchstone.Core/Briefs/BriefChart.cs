using System.Collections.Immutable;

namespace Touchstone.Briefs;

/// <summary>A picture of the numbers that a brief speaks of, with the numbers themselves.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence, for who does not see it.</param>
/// <param name="Table">The numbers.</param>
public abstract record BriefChart(string Title, string Summary, BriefTable Table);

/// <summary>Lines over days.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence.</param>
/// <param name="Table">The numbers.</param>
/// <param name="Axis">What the heights count: <c>points</c>, <c>times earnings</c>.</param>
/// <param name="Days">The days from left to right.</param>
/// <param name="Lines">The lines; the first is the one it is about.</param>
/// <param name="Marks">Events on their days.</param>
public sealed record BriefLineChart(string Title, string Summary, BriefTable Table, string Axis, ImmutableArray<DateOnly> Days, ImmutableArray<BriefLine> Lines, ImmutableArray<BriefMark> Marks)
    : BriefChart(Title, Summary, Table)
{
    /// <summary>The lowest and highest height that the numbers can have, or null where they have none: 0 and 100 for percent of a whole.</summary>
    public (double Low, double High)? Ends { get; init; }
}

/// <summary>A line of a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">A number for each day, or null where there is none.</param>
public sealed record BriefLine(string Name, ImmutableArray<double?> Values);

/// <summary>An event on a chart.</summary>
/// <param name="Day">Its place among the days, from 0.</param>
/// <param name="Name">Its name.</param>
public sealed record BriefMark(int Day, string Name);

/// <summary>A bar for each item, rising to one side and falling to the other.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence.</param>
/// <param name="Table">The numbers.</param>
/// <param name="Axis">What the lengths count: <c>points</c>.</param>
/// <param name="Bars">The bars from the top.</param>
public sealed record BriefBarChart(string Title, string Summary, BriefTable Table, string Axis, ImmutableArray<BriefBar> Bars)
    : BriefChart(Title, Summary, Table);

/// <summary>A bar.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its length with its sign.</param>
public sealed record BriefBar(string Name, double Value);

/// <summary>A rectangle for each member, its area by weight and its colour by move.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence.</param>
/// <param name="Table">The numbers.</param>
/// <param name="Tiles">The rectangles, largest first.</param>
public sealed record BriefTreemap(string Title, string Summary, BriefTable Table, ImmutableArray<BriefTile> Tiles)
    : BriefChart(Title, Summary, Table);

/// <summary>A rectangle of a treemap.</summary>
/// <param name="Name">The member.</param>
/// <param name="Weight">Its weight in percent; above zero.</param>
/// <param name="Move">Its return in percent.</param>
public sealed record BriefTile(string Name, double Weight, double Move);

/// <summary>Rows of text under headings.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, a cell for each heading.</param>
public sealed record BriefTable(ImmutableArray<BriefColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, set to the right.</param>
public sealed record BriefColumn(string Title, bool IsNumber = false);
