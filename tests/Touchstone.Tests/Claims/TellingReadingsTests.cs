using System.Collections.Immutable;
using Touchstone.Claims;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Claims;

/// <summary>What is kept from moment to moment while the day is inferred must not change any answer.</summary>
public class TellingReadingsTests
{
    private const string Text = """
        The Harbour Index rose 4% on Friday. The Harbour Tech Index fell 1.7% this month and gained 8.1% in 2025. Acorn rose 6.3% today.
        The Harbour Index rose 6.8% in the past week, 13.9% in the past month and 10% in February. Birch jumped 12.5% this year. It closed at 45.00 on 14 March.
        The Harbour Index rose 8.7% since the end of February and 19.6% since the Lantern holiday. It rose 10% last month. It gained 6.8%.
        The Harbour Index rose 46 points, or 4.0%, to 1,196 on Friday. The Harbour Index rose for a second straight session. Acorn’s New York-listed shares are up 41% year-to-date at $113.00.
        The Lantern holiday came last month. The Lantern holiday was in February. The Harbour Tech Index fell 1.9% from March 7 and gained 3% from February through March.
        """;

    private static readonly Market Market = ClaimMarket.Sample;

    private static readonly List<Moment> Moments = [.. Enumerable.Range(0, 110).SelectMany(day => SessionClocks.Of(TestMarket.Day("2024-12-05").AddDays(day)))];

    [Fact]
    public void Hold_AnswersAtEveryMomentAsTheReadingsOfThatMomentDo()
    {
        var reading = new ClaimReader(Market).Read(Text);
        var (clocks, evaluator) = (Clocks(), new Evaluator(Market));
        var plans = new ReadingPlans(Market, clocks, reading.View.Times);
        var held = 0;
        foreach (var draft in reading.Drafts.Where(draft => draft.Metric is not ClaimMetric.None))
        {
            var readings = new TellingReadings(draft, Market, plans, evaluator);
            foreach (var moment in Moments)
            {
                var expected = Plain(draft, new ReadingPlans(Market, clocks, reading.View.Times), moment);
                Assert.True(expected == readings.Hold(moment), $"{draft.Type} '{reading.View.TextOf(draft.First, draft.End)}' at {moment.Instant:u}: {expected} expected");
                held += expected ? 1 : 0;
            }
        }

        Assert.True(reading.Drafts.Select(draft => draft.Metric).Distinct().Count() >= 5);
        Assert.True(reading.Drafts.Select(draft => draft.Time?.Kind).Distinct().Count() >= 8);
        Assert.InRange(held, 100, (reading.Drafts.Count * Moments.Count) - 100);
    }

    [Fact]
    public void Sessions_AreTheSameInAnyOrderOfMoments()
    {
        var clocks = Clocks();
        var random = new Random(5);
        for (var time = 0; time < 500; time++)
        {
            var (mic, moment) = (random.Next(2) == 0 ? "XHKG" : "XNYS", Moments[random.Next(Moments.Count)]);

            Assert.Equal(Clocks().AsOf(mic, moment), clocks.AsOf(mic, moment));
        }
    }

    [Theory]
    [InlineData(false, "XHKG")]
    [InlineData(true, "XHKG")]
    [InlineData(false, "XHKG", "XNYS")]
    [InlineData(true)]
    public void Starts_BreakARunWhereverAnAnswerCanChange(bool byPublication, params string[] mics)
    {
        var clocks = Clocks();
        var starts = new MomentRuns(Moments, clocks).Starts(mics, byPublication);
        var expected = Enumerable.Range(0, Moments.Count).Where(m => m == 0
            || (byPublication && Moments[m].Published != Moments[m - 1].Published)
            || mics.Any(mic => clocks.AsOf(mic, Moments[m]) != clocks.AsOf(mic, Moments[m - 1])));

        Assert.Equal(expected, starts);
    }

    private static SessionClocks Clocks() => new(Market, ImmutableDictionary<string, DateOnly>.Empty);

    // Every plan of the moment, put to the market by itself.
    private static bool Plain(ClaimDraft draft, ReadingPlans plans, Moment moment)
    {
        string? window = null;
        foreach (var plan in plans.First(draft, moment))
        {
            window ??= plan.Window ?? "";
            if ((!draft.IsTimeInferred || (plan.Window ?? "") == window)
                && new Evaluator(Market).Evaluate(plan.Expression) is { HasValue: true } answer
                && RoundingTable.Holds(answer.Value.Value, plan.Low, plan.High))
            {
                return true;
            }
        }

        return false;
    }
}
