using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Briefs;

namespace Touchstone.Charts;

/// <summary>The working of a figure as a note: formula, conventions, steps, and the observed numbers with the lines they stand in.</summary>
internal static class FigureNote
{
    // A figure over hundreds of members has thousands of inputs; the page tells how to see them all.
    private const int MostRows = 40;

    /// <summary>The note of a figure.</summary>
    public static PageNote Of(BriefFigure figure)
    {
        var working = figure.Working;
        var tables = ImmutableArray.CreateBuilder<ChartTable>();
        Add(tables, "Steps", figure, working.Steps, [new ChartColumn("step"), new ChartColumn("arithmetic"), new ChartColumn("result", true)], step => [step.Name, step.Formula, $"{Exact(step.Value)} {step.Unit}"]);
        Add(tables, "Observed", figure, working.Inputs, [new ChartColumn("what"), new ChartColumn("day", true), new ChartColumn("value", true), new ChartColumn("where")], input => [$"{input.Instrument} {input.Field}", input.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Exact(input.Value), input.Source]);
        return new PageNote(
            figure.Expression.ToString(),
            $"= {figure.Value}",
            [("formula", working.Formula), .. working.Conventions.Select(convention => ("note", convention))],
            tables.ToImmutable());
    }

    private static void Add<T>(ImmutableArray<ChartTable>.Builder tables, string caption, BriefFigure figure, ImmutableArray<T> items, ImmutableArray<ChartColumn> columns, Func<T, ImmutableArray<string>> row)
    {
        if (!items.IsEmpty)
        {
            var all = items.Length <= MostRows ? caption : string.Create(CultureInfo.InvariantCulture, $"{caption}: the first {MostRows} of {items.Length:#,0}; touchstone measure \"{figure.Expression}\" gives all");
            tables.Add(new ChartTable(all, columns, [.. items.Take(MostRows).Select(row)]));
        }
    }

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
