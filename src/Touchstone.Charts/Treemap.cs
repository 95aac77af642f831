using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>Rectangles that fill the picture: each one's area is a weight, its colour a move.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence, for who does not see it.</param>
/// <param name="Tiles">The rectangles.</param>
/// <param name="Table">The numbers of the chart.</param>
public sealed record Treemap(string Title, string Summary, ImmutableArray<ChartTile> Tiles, ChartTable Table)
    : Chart(Title, Summary, Table);

/// <summary>A rectangle.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its share of the area, above zero.</param>
/// <param name="Move">What its colour shows, in percent; falling tiles are hatched, so that colour is not the only sign.</param>
public sealed record ChartTile(string Name, double Weight, double Move);
