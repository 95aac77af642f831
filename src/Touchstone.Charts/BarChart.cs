using System.Collections.Immutable;

namespace Touchstone.Charts;

/// <summary>Bars that lie one below the other and reach to the right above zero and to the left below it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Summary">The same in a sentence, for who does not see it.</param>
/// <param name="Axis">What the lengths count.</param>
/// <param name="Bars">The bars from the top.</param>
/// <param name="Table">The numbers of the chart.</param>
public sealed record BarChart(string Title, string Summary, string Axis, ImmutableArray<ChartBar> Bars, ChartTable Table)
    : Chart(Title, Summary, Table);

/// <summary>A bar.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its length with its sign; finite.</param>
/// <param name="Label">The number as it is printed at the bar's end, with its sign: colour and side are not the only ones.</param>
public sealed record ChartBar(string Name, double Value, string Label);
