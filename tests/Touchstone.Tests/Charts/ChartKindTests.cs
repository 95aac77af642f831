using System.Text.Json;
using Touchstone.Briefs;
using Touchstone.Charts;
using Touchstone.Tests.Briefs;

namespace Touchstone.Tests.Charts;

/// <summary>Bars, treemaps and lines with events as options of ECharts.</summary>
public class ChartKindTests
{
    private static readonly JsonSerializerOptions Wide = new() { WriteIndented = true };

    [Theory]
    [InlineData(0, "chart-option-events.json")]
    [InlineData(1, "chart-option-bars.json")]
    [InlineData(2, "chart-option-treemap.json")]
    public void Json_IsAsRecorded(int chart, string name)
    {
        using var document = JsonDocument.Parse(ChartOption.Json(BriefCharts.Of(Charts(HandmadeBrief.Of(sessions: 6))[chart])));

        Golden.Matches(JsonSerializer.Serialize(document, Wide).ReplaceLineEndings("\n") + "\n", name);
    }

    /// <summary>The names of events never lie upon each other, at the width they were arranged for and at any greater.</summary>
    [Fact]
    public void EventLabels_NeverOverlap() => Property.Holds(random =>
    {
        var (places, narrowest) = (random.Next(2, 800), random.Next(180, 600));
        var names = Enumerable.Range(0, random.Next(1, 14)).Select(_ => new ChartEvent(random.Next(places), new string("aWm深x "[random.Next(6)], random.Next(1, 60))));
        var labels = EventLabel.Arrange([.. names], places, narrowest);
        var width = narrowest * (1 + random.NextDouble());
        var boxes = labels.Select(label => (label.Lane, At: label.Place * width / Math.Max(1, places - 1), Width: EventLabel.WidthOf(label.Text), label.IsLeft))
            .Select(box => (box.Lane, From: box.IsLeft ? box.At - box.Width - 3 : box.At, To: box.IsLeft ? box.At : box.At + box.Width + 3)).ToArray();
        for (var i = 0; i < boxes.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.False(boxes[i].Lane == boxes[j].Lane && boxes[i].From < boxes[j].To && boxes[j].From < boxes[i].To, $"{boxes[i]} and {boxes[j]}");
            }
        }
    });

    [Fact]
    public void EventLabels_FewAndApart_ShareTheLowestLane()
    {
        var labels = EventLabel.Arrange([new ChartEvent(0, "first"), new ChartEvent(50, "second"), new ChartEvent(99, "the last of them")], 100, 400);

        Assert.Equal<EventLabel>([new EventLabel(0, "first", 0, false), new EventLabel(50, "second", 0, false), new EventLabel(99, "the last of them", 0, true)], labels);
    }

    [Fact]
    public void EventLabels_TooLong_AreCutWithAnEllipsis() =>
        Assert.EndsWith("…", EventLabel.Arrange([new ChartEvent(5, new string('a', 200))], 11, 300).Single().Text, StringComparison.Ordinal);

    // Worked by hand: four of five moves up to 11.6 lie inside 2.5 steps of 5.
    [Theory]
    [InlineData(24.2, "rise-3", "+24.2%")]
    [InlineData(10, "rise-3", "+10.0%")]
    [InlineData(9.94, "rise-2", "+9.9%")]
    [InlineData(9.96, "rise-3", "+10.0%")]
    [InlineData(0.04, "flat", "0.0%")]
    [InlineData(-0.06, "fall-1", "−0.1%")]
    [InlineData(-5, "fall-2", "−5.0%")]
    [InlineData(-14, "fall-3", "−14.0%")]
    public void MoveScale_ShadesByThePrintedMove(double move, string shade, string text)
    {
        var scale = MoveScale.Of([24.2, -7.3, 3.1, 11.6, 0, -3.2, -14, 6, -1]);

        Assert.Equal((5, shade, text), (scale.Step, scale.ShadeOf(move), scale.Text(move)));
        Assert.Equal(["−10%", "−5%", "0%", "+5%", "+10%"], scale.Bounds);
    }

    [Fact]
    public void Bars_OfManyMembers_ShowBothEnds()
    {
        var chart = (BriefBarChart)Charts(HandmadeBrief.Of())[1] with { Bars = [.. Enumerable.Range(0, 500).Select(i => new BriefBar($"member {i}", 250 - i))] };
        var bars = ((BarChart)BriefCharts.Of(chart)).Bars;

        Assert.Equal(15, bars.Length);
        Assert.Equal(("member 0", "+250.0", "… 486 more", "", "member 499", "−249.0"), (bars[0].Name, bars[0].Label, bars[7].Name, bars[7].Label, bars[14].Name, bars[14].Label));
    }

    private static List<BriefChart> Charts(Brief brief) => [.. brief.Sections.SelectMany(section => section.Charts)];
}
