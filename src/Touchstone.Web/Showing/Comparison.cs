using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>Several instruments from one common start.</summary>
internal static class Comparison
{
    /// <summary>The ways to draw it, with their names.</summary>
    public static ImmutableArray<(string Scale, string Name)> Scales { get; } = [("percent", "change in percent"), ("log", "log scale, start = 100"), ("drawdown", "below the highest close")];

    /// <summary>The chart.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="subjects">What is compared; the first one's days are those of the chart.</param>
    /// <param name="span">How far it goes back.</param>
    /// <param name="day">Its last day.</param>
    /// <param name="scale">One of <see cref="Scales"/>.</param>
    /// <returns>The chart, or why there is none.</returns>
    public static (PanelChart? Chart, Problem? Problem) Of(PackageSnapshot snapshot, ImmutableArray<Instrument> subjects, Window span, DateOnly day, string scale)
    {
        var (days, problem) = DaysOfChart.OfPrices(snapshot, subjects[0].Id, span, day);
        if (days is null)
        {
            return (null, problem);
        }

        var lines = subjects.Take(LineLook.Most).Select((subject, place) => LineLook.Of(place, subject.Name, Values(snapshot, subject, days, scale))).ToArray();
        var (axis, title) = scale switch
        {
            "log" => ("start = 100, log scale", $"On a log scale, {days.Places[0]} = 100"),
            "drawdown" => ("percent", $"Below the highest close since {days.Places[0]}"),
            _ => ("percent", $"Change since {days.Places[0]}"),
        };
        return (new PanelChart(
            title,
            $"{string.Join(", ", lines.Select(line => line.Name))} from {days.Places[0]} to {days.Places[^1]}: {Scales.First(item => item.Scale == scale).Name}.",
            days.Places,
            [new ChartPanel(axis, [.. lines], [], []) { IsLogarithmic = scale == "log" }],
            [],
            days.Table(title, 2, lines))
        {
            Events = days.Events(snapshot.Market, subjects[0].Id),
        }, null);
    }

    /// <summary>The question that gives a subject's number on a day of the chart.</summary>
    /// <param name="id">The subject.</param>
    /// <param name="start">The first day of the chart.</param>
    /// <param name="scale">One of <see cref="Scales"/>.</param>
    public static string Question(InstrumentId id, DateOnly start, string scale) =>
        Questions.For(scale == "drawdown" ? "drawdown" : "return", id.Value, $"since:{ShownDay.Write(start.AddDays(1))}");

    private static ImmutableArray<double?> Values(PackageSnapshot snapshot, Instrument subject, DaysOfChart days, string scale)
    {
        var values = snapshot.Values(Question(subject.Id, days.Days[0], scale), days.Days);

        // A line begins with its base: no change, by construction, where a close of the day or before is known.
        var known = snapshot.Value(Questions.For("level", subject.Id.Value), days.Days[0]) is not null;
        values = values.SetItem(0, known ? 0 : null);
        return scale == "log" ? [.. values.Select(change => 100 + change)] : values;
    }
}
