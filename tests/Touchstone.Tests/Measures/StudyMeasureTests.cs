using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary><c>bull-market</c>, <c>bear-market</c> and <c>gsadf</c>.</summary>
public class StudyMeasureTests
{
    /// <summary>The example of the pages: Monday 6 to Friday 10 January 2025; 80 is exactly 20% below 100, 96 exactly 20% above 80.</summary>
    private static readonly Market Week = new TestMarket().Index("HBX").Closes("HBX", ("2025-01-06", 100), ("2025-01-07", 80), ("2025-01-08", 90), ("2025-01-09", 95), ("2025-01-10", 96)).Build();

    /// <summary>The eleven levels of the page on exuberance, on weekdays from 2025-01-06.</summary>
    private static readonly double[] Eleven = [10, 11, 10, 11, 13, 16, 20, 26, 33, 25, 26];

    [Theory]
    [InlineData("bull-market(HBX) @ 2025-01-10", 1)]
    [InlineData("bull-market(HBX) @ 2025-01-09", 0)]
    [InlineData("bear-market(HBX) @ 2025-01-09", 1)]
    [InlineData("bear-market(HBX) @ 2025-01-10", 0)]
    [InlineData("bull-market(HBX, entered=1d) @ 2025-01-10", 1)]
    [InlineData("bull-market(HBX, entered=2025-01-07..2025-01-09) @ 2025-01-10", 0)]
    [InlineData("bear-market(HBX, entered=1d) @ 2025-01-07", 1)]
    [InlineData("bear-market(HBX, entered=1d) @ 2025-01-08", 0)]
    [InlineData("bear-market(HBX, entered=2025-01-07..2025-01-09) @ 2025-01-10", 1)] // a span holds both its days
    [InlineData("bull-market(HBX, lunde-timmermann) @ 2025-01-10", 0)] // exactly 20% is not more than 20%
    public void Markets_AreWhatCouldBeKnown(string expression, double expected) => Assert.Equal(expected, Week.Value(expression));

    [Fact]
    public void Market_BeforeAnyTurn_IsAProblemNotANo() => Assert.Equal(ProblemKind.Undefined, Week.Problem("bull-market(HBX) @ 2025-01-06").Kind);

    [Fact]
    public void Market_SaysSinceWhenAndWhenItCouldBeKnown() =>
        Assert.Contains("A bull market: the trough was the close of 2025-01-07, which could be known on 2025-01-10.", Week.Ask("bull-market(HBX) @ 2025-01-10").Working.Conventions);

    /// <summary>A later day never changes what was known: closes after the as-of day are not looked at.</summary>
    [Fact]
    public void Market_OfADay_DoesNotChangeWhenDaysAreAdded()
    {
        var shorter = new TestMarket().Index("HBX").Closes("HBX", ("2025-01-06", 100), ("2025-01-07", 80), ("2025-01-08", 90)).Build();

        Assert.Equal(shorter.Value("bear-market(HBX) @ 2025-01-08"), Week.Value("bear-market(HBX) @ 2025-01-08"));
    }

    /// <summary>The ratio is tested as it is: at windows of the standard rule GSADF of eleven points equals that of the kernel, whose own tests are against plain regressions.</summary>
    [Fact]
    public void Gsadf_OfARatio_IsThatOfItsNumbers()
    {
        var random = new Random(5);
        var levels = new double[60];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = 20 + (i == 0 ? 0 : levels[i - 1] - 20) + random.NextDouble() - 0.5;
        }

        var days = Weekdays(60).ToArray();
        var market = new TestMarket().Index("HBX").Observed("HBX", "pe_trailing", "ratio", [.. days.Zip(levels)]).Build();

        Assert.Equal(Touchstone.Studies.Exuberance.Test(levels).Value.Gsadf, market.Value("gsadf(HBX, all, pe)"));
    }

    [Fact]
    public void Gsadf_OfTooFewDays_IsAProblem()
    {
        var market = new TestMarket().Index("HBX").Closes("HBX", [.. Weekdays(3).Zip(Eleven)]).Build();

        Assert.Equal(ProblemKind.Undefined, market.Problem("gsadf(HBX, all)").Kind);
    }

    [Fact]
    public void Gsadf_OfAPrice_TestsItsLogarithm()
    {
        var market = new TestMarket().Index("HBX").Closes("HBX", [.. Weekdays(11).Zip(Eleven)]).Build();

        Assert.Equal(Touchstone.Studies.Exuberance.Test([.. Eleven.Select(level => Math.Log(level))]).Value.Gsadf, market.Value("gsadf(HBX, all)"));
    }

    private static IEnumerable<string> Weekdays(int count) => Enumerable.Range(0, count * 2).Select(i => TestMarket.Day("2025-01-06").AddDays(i)).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(count).Select(day => $"{day:yyyy-MM-dd}");
}
