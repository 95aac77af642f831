using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Views;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>A return split into earnings, multiple and dividends, in percentage points that add up to it.</summary>
internal static class ReratingSplit
{
    /// <summary>The parts, with their names.</summary>
    public static ImmutableArray<(string Part, string Name)> Parts { get; } = [("earnings", "earnings"), ("multiple", "multiple"), ("dividends", "dividends")];

    /// <summary>The question for a part.</summary>
    /// <param name="day">The day.</param>
    /// <param name="id">The subject.</param>
    /// <param name="window">The window.</param>
    /// <param name="part">The part, or <c>total</c>.</param>
    public static string Question(DateOnly day, InstrumentId id, string window, string part) => Questions.On(day, "rerating", id.Value, window, $"part={part}", "in=scaled");

    /// <summary>The parts as bars; null when the return cannot be split.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="window">The window.</param>
    /// <param name="day">The day.</param>
    /// <remarks>Dividends are left out where the package does not tell them.</remarks>
    public static BarChart? Bars(PackageSnapshot snapshot, Instrument subject, string window, DateOnly day)
    {
        var bars = Parts.Append((Part: "total", Name: "total return")).Select(part => (part.Name, Answer: snapshot.Evaluate(Question(day, subject.Id, window, part.Part)))).ToArray();
        if (bars.Any(bar => !bar.Answer.HasValue && bar.Name != "dividends"))
        {
            return null;
        }

        bars = [.. bars.Where(bar => bar.Answer.HasValue)];
        return new BarChart(
            $"What the return over {window} is made of",
            $"Percentage points of the return of {subject.Name} over {window} that came from earnings, from the multiple and from dividends.",
            "percentage points",
            [.. bars.Select(bar => new ChartBar(bar.Name, bar.Answer.Value.Value, Figure.Cell(bar.Answer.Value.Value, "points", true)))],
            new ChartTable("Parts of the return", [new ChartColumn("part"), new ChartColumn("percentage points", true)], [.. bars.Select(bar => ImmutableArray.Create(bar.Name, Figure.Cell(bar.Answer.Value.Value, "points", true)))]));
    }
}
