using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

public class WindowTests
{
    /// <summary>2025-02-14 is a Friday; the exchange is shut from 29 to 31 January and on New Year's Day.</summary>
    private static readonly Market Market = SampleMarket.Build();

    [Theory]
    [InlineData("1d", "2025-02-13", "2025-02-14")]
    [InlineData("5d", "2025-02-07", "2025-02-14")]
    [InlineData("10d", "2025-01-28", "2025-02-14")] // 3 to 7 and 10 to 14 February are ten sessions; before them 28 January
    [InlineData("1w", "2025-02-07", "2025-02-14")]
    [InlineData("wtd", "2025-02-07", "2025-02-14")]
    [InlineData("2w", "2025-01-28", "2025-02-14")]
    [InlineData("last-week", "2025-01-28", "2025-02-07")]
    [InlineData("1m", "2025-01-14", "2025-02-14")]
    [InlineData("3m", "2024-11-14", "2025-02-14")]
    [InlineData("1y", "2024-02-14", "2025-02-14")]
    [InlineData("16cd", "2025-01-28", "2025-02-14")] // 29 January is shut
    [InlineData("mtd", "2025-01-28", "2025-02-14")]
    [InlineData("qtd", "2024-12-31", "2025-02-14")]
    [InlineData("ytd", "2024-12-31", "2025-02-14")]
    [InlineData("last-month", "2024-12-31", "2025-01-28")]
    [InlineData("last-quarter", "2024-09-30", "2024-12-31")]
    [InlineData("last-year", "2023-12-29", "2024-12-31")]
    [InlineData("2024", "2023-12-29", "2024-12-31")]
    [InlineData("2025-01", "2024-12-31", "2025-01-28")]
    [InlineData("2024-Q4", "2024-09-30", "2024-12-31")]
    [InlineData("since:launch", "2025-01-17", "2025-02-14")] // the event is on a Monday
    [InlineData("since:2025-01-30", "2025-01-28", "2025-02-14")]
    [InlineData("since:2025-01-28", "2025-01-27", "2025-02-14")] // before that day, not on it
    [InlineData("2025-01-13..2025-02-13", "2025-01-13", "2025-02-13")]
    [InlineData("2025-01-11..2025-02-02", "2025-01-10", "2025-01-28")] // Saturday and Sunday
    [InlineData("all", "2023-06-01", "2025-02-14")]
    public void Resolve_FindsTheSessions(string window, string from, string to) => Check("2025-02-14", window, from, to);

    [Theory]
    [InlineData("2025-02-16", "1d", "2025-02-13", "2025-02-14")] // a Sunday means the Friday before
    [InlineData("2024-05-31", "1m", "2024-04-30", "2024-05-31")] // the 31st clamps to the 30th
    [InlineData("2024-03-29", "1m", "2024-02-29", "2024-03-29")]
    [InlineData("2024-02-29", "6m", "2023-08-29", "2024-02-29")]
    [InlineData("2025-02-28", "1y", "2024-02-28", "2025-02-28")]
    [InlineData("2025-01-02", "1d", "2024-12-31", "2025-01-02")] // over New Year, to a half day
    [InlineData("2025-01-02", "ytd", "2024-12-31", "2025-01-02")]
    [InlineData("2025-01-02", "1w", "2024-12-27", "2025-01-02")]
    public void Resolve_KeepsToTheCalendar(string asOf, string window, string from, string to) => Check(asOf, window, from, to);

    [Theory]
    [InlineData("2025-01-10", "2025-01")]
    [InlineData("2025-01-10", "2025")]
    [InlineData("2025-01-10", "since:launch")]
    [InlineData("2025-01-10", "2025-01-06..2025-01-13")]
    public void Resolve_OfATimeNotOver_IsPending(string asOf, string window) =>
        Assert.Equal(ProblemKind.Pending, new Evaluator(Market).Resolve(new InstrumentId("HSI"), Window.Parse(window).Value!, AsOf.On(TestMarket.Day(asOf))).Problem!.Kind);

    [Fact]
    public void Resolve_OfLeapDay_ClampsAYearBack()
    {
        var market = new TestMarket().Index("I").Closes("I", ("2023-02-27", 1), ("2024-02-29", 2)).Build();

        Assert.Equal(TestMarket.Day("2023-02-28"), new Evaluator(market).Resolve(new InstrumentId("I"), Window.Parse("1y").Value!, AsOf.Latest).Value.From);
    }

    [Theory]
    [InlineData("0d")]
    [InlineData("1x")]
    [InlineData("2025-13")]
    [InlineData("2025-Q5")]
    [InlineData("since:")]
    [InlineData("since:2025-02-30")]
    [InlineData("2025-01-01..")]
    [InlineData("1700")]
    [InlineData("99999d")]
    public void Parse_RefusesWhatIsNoWindow(string text) => Assert.NotNull(Window.Parse(text).Message);

    [Theory]
    [InlineData("1d")]
    [InlineData("30cd")]
    [InlineData("2025-Q3")]
    [InlineData("2025-12")]
    [InlineData("2025")]
    [InlineData("since:deepseek-r1")]
    [InlineData("2025-01-13..2025-02-13")]
    public void ToString_IsCanonical(string text) => Assert.Equal(text, Window.Parse(text).Value!.ToString());

    private static void Check(string asOf, string window, string from, string to)
    {
        var resolved = new Evaluator(Market).Resolve(new InstrumentId("HSI"), Window.Parse(window).Value!, AsOf.On(TestMarket.Day(asOf)));
        Assert.True(resolved.HasValue, resolved.Problem?.ToString());
        Assert.Equal((from, to), (resolved.Value.From.ToString("yyyy-MM-dd"), resolved.Value.To.ToString("yyyy-MM-dd")));
    }
}
