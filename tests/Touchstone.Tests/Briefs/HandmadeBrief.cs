using System.Collections.Immutable;
using Touchstone.Briefs;
using Touchstone.Measures;

namespace Touchstone.Tests.Briefs;

/// <summary>A brief with every kind of paragraph, chart and gap, put together by hand; its names are given, so that they can be hostile.</summary>
internal static class HandmadeBrief
{
    private static readonly DateOnly Day = new(2025, 2, 28);

    public static Brief Of(string name = "Lanternfish Labs", int sessions = 120)
    {
        var move = Figure("return(HARB, ytd) @ 2025-02-28", 9.8, Unit.Percent, name);
        var points = Figure("points(HARB, 1d) @ 2025-02-28", -12.25, Unit.Points, name);
        return new Brief
        {
            Subject = new InstrumentId("HARB"),
            Name = $"the {name} Index",
            AsOf = Day,
            Window = Window.Parse("ytd").Value!,
            Benchmark = new InstrumentId("HARBT"),
            Title = new BriefSentence([new BriefRun($"{name} Index up "), new BriefRun("9.8%", move), new BriefRun(" this year")]),
            Sections =
            [
                new BriefSection("move", "The move", [new BriefParagraph([Sentence($"{name} fell ", "12.25 points", points, " on the day."), Sentence("It is up ", "9.8%", move, " this year.")])], [Lines(name, sessions)]),
                new BriefSection("members", $"Leaders of {name}", [new BriefParagraph([Sentence($"{name} gave ", "12.25 points", points, ".")], true), new BriefParagraph([Sentence("Others gave ", "9.8%", move, ".")], true)], [Bars(name), Map(name)]),
            ],
            Omissions =
            [
                new BriefOmission($"the margin balance of {name}", Expression.Parse("observation(HARB, margin) @ 2025-02-28").Value, new Problem(ProblemKind.NoData, $"The package has no observations 'margin' of {name}.")),
                new BriefOmission("the flows", null, new Problem(ProblemKind.NotPublished, "The exchange does not publish them.")),
            ],
            DataName = name,
            DataSha256 = "0123456789abcdef",
        };
    }

    private static BriefSentence Sentence(string before, string text, BriefFigure figure, string after) => new([new BriefRun(before), new BriefRun(text, figure), new BriefRun(after)]);

    private static BriefFigure Figure(string expression, double value, Unit unit, string name) => new(Expression.Parse(expression).Value!, new Measurement(value, unit), new Working
    {
        Formula = "close(to) / close(from) - 1",
        Steps = [new Step("move", "1098 / 1000 - 1", value, unit)],
        Inputs = [new Input(new InstrumentId("HARB"), "close", new DateOnly(2024, 12, 31), 1000, Unit.Points, "levels.csv:17", "fedcba"), new Input(new InstrumentId("HARB"), "close", Day, 1098, Unit.Points, "levels.csv:59", "fedcba")],
        Conventions = [$"Price return of {name}."],
    });

    private static BriefLineChart Lines(string name, int sessions)
    {
        var days = Enumerable.Range(0, sessions).Select(i => Day.AddDays(i - sessions + 1)).ToImmutableArray();
        ImmutableArray<double?> level = [.. days.Select((_, i) => (double?)(1000 + (60 * Math.Sin(i / 9.0)) + i))];
        ImmutableArray<double?> other = [.. days.Select((_, i) => i < 10 ? null : (double?)(1000 + (40 * Math.Cos(i / 7.0))))];
        return new BriefLineChart(
            $"{name} and its benchmark",
            $"{name} rose above its benchmark.",
            new BriefTable([new BriefColumn("day"), new BriefColumn(name, true), new BriefColumn("benchmark", true)], [.. days.Select((day, i) => ImmutableArray.Create($"{day:yyyy-MM-dd}", $"{level[i]:F2}", $"{other[i]:F2}"))]),
            "points",
            days,
            [new BriefLine(name, level), new BriefLine("Harbour Tech Index", other)],
            [
                new BriefMark(sessions / 12, "The harbour reopens after a week of fog"),
                new BriefMark(sessions * 2 / 3, $"Model released by {name}"),
                new BriefMark(Math.Min(sessions - 1, (sessions * 2 / 3) + 2), "Halyard Textiles files for a listing"),
                new BriefMark(Math.Min(sessions - 1, (sessions * 2 / 3) + 4), "Symposium with the owners of private companies"),
                new BriefMark(Math.Min(sessions - 1, (sessions * 2 / 3) + 6), "Reports"),
                new BriefMark(sessions - 2, "Mizzen Optics files for a listing"),
                new BriefMark(sessions - 1, "Results for the quarter to December"),
            ]);
    }

    private static BriefBarChart Bars(string name)
    {
        ImmutableArray<BriefBar> bars = [new(name, 41.27), new("Brine & Sons Shipping and Towing Company Limited", 12.5), new("Mizzen Optics", 3.04), new("Halyard Textiles", 0), new("Capstan Foods", -4.5), new("Tidewater Bank", -22.75)];
        return new BriefBarChart("Contributions this year", $"{name} gave most.", new BriefTable([new BriefColumn("member"), new BriefColumn("points", true)], [.. bars.Select(bar => ImmutableArray.Create(bar.Name, $"{bar.Value:F2}"))]), "points", bars);
    }

    private static BriefTreemap Map(string name)
    {
        ImmutableArray<BriefTile> tiles = [new(name, 31.5, 24.2), new("Tidewater Bank", 22.5, -7.3), new("Brine & Sons", 18, 3.1), new("Mizzen Optics", 12, 11.6), new("Halyard Textiles", 8, 0), new("Capstan Foods", 5, -3.2), new("Gull Air", 2, -14), new("Kelp", 0.6, 6), new("Reef", 0.4, -1)];
        return new BriefTreemap("Members by weight and move", $"{name} is the largest member.", new BriefTable([new BriefColumn("member"), new BriefColumn("weight", true), new BriefColumn("move", true)], [.. tiles.Select(tile => ImmutableArray.Create(tile.Name, $"{tile.Weight:F1}%", $"{tile.Move:F1}%"))]), tiles);
    }
}
