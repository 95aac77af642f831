using System.Text;
using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class CalendarTests
{
    private const string Exchanges = "exchange,name,zone,open,close,currency\nXHKG,Hong Kong,Asia/Hong_Kong,09:30,16:00,HKD\nXNYS,New York,America/New_York,09:30,16:00,USD\nXMOO,Moon,Moon/Tranquility,09:30,16:00,USD\n";
    private const string Calendars = "exchange,date,session,reason\nXHKG,2024-09-06,closed,weather\nXHKG,2024-12-24,half,morning session only\nXHKG,2024-12-25,closed,holiday\nXNYS,2024-11-29,half,early close\nXNYS,2024-11-28,closed,Thanksgiving\n";

    [Fact]
    public void Calendar_KnowsHalfDaysClosuresAndWeekdays()
    {
        using var folder = Folder();
        var calendar = folder.Open().Value.Calendar("XHKG");
        Assert.Equal(SessionKind.Half, calendar.KindOf(new DateOnly(2024, 12, 24)));
        Assert.Equal(SessionKind.Closed, calendar.KindOf(new DateOnly(2024, 9, 6)));
        Assert.Equal(SessionKind.Closed, calendar.KindOf(new DateOnly(2024, 12, 28)));
        Assert.Equal(SessionKind.Full, calendar.KindOf(new DateOnly(2024, 12, 27)));
        Assert.Equal(new DateOnly(2024, 12, 24), calendar.OnOrBefore(new DateOnly(2024, 12, 25)));
    }

    [Fact]
    public void Calendar_TakesEveryWeekdayWhereNoneIsListed()
    {
        using var folder = Folder();
        Assert.Equal(SessionKind.Full, folder.Open().Value.Calendar("XMOO").KindOf(new DateOnly(2024, 12, 25)));
    }

    [Theory]
    [InlineData("XHKG", "2024-12-23", "2024-12-23T08:00:00Z")] // 16:00 in Hong Kong, UTC+8
    [InlineData("XHKG", "2024-12-24", "2024-12-24T04:00:00Z")] // noon
    [InlineData("XNYS", "2024-11-27", "2024-11-27T21:00:00Z")] // winter time
    [InlineData("XNYS", "2024-11-29", "2024-11-29T18:00:00Z")] // one o'clock
    [InlineData("XNYS", "2024-07-03", "2024-07-03T20:00:00Z")] // summer time
    public void Close_IsTheInstantOfTheZone(string mic, string day, string expected)
    {
        using var folder = Folder();
        Assert.True(ExchangeClock.TryFor(folder.Open().Value, mic, out var clock, out _));
        Assert.Equal(DateTimeOffset.Parse(expected), clock.Close(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("2024-12-24T03:59:59Z", "2024-12-23")]
    [InlineData("2024-12-24T04:00:00Z", "2024-12-24")]
    [InlineData("2024-12-25T12:00:00Z", "2024-12-24")]
    [InlineData("2024-12-26T23:00:00Z", "2024-12-26")]
    [InlineData("2024-09-06T12:00:00Z", "2024-09-05")]
    public void LastCompletedSession_IsTheLastThatHadClosed(string instant, string expected)
    {
        using var folder = Folder();
        Assert.True(ExchangeClock.TryFor(folder.Open().Value, "XHKG", out var clock, out _));
        Assert.Equal(DateOnly.Parse(expected), clock.LastCompletedSession(DateTimeOffset.Parse(instant)));
    }

    [Fact]
    public void TryFor_NamesAnUnknownZone()
    {
        using var folder = Folder();
        Assert.False(ExchangeClock.TryFor(folder.Open().Value, "XMOO", out _, out var problem));
        Assert.Equal("exchanges.csv:4", problem.Source);
        Assert.Contains("Moon/Tranquility", problem.Message, StringComparison.Ordinal);
    }

    private static PackageFolder Folder() => new PackageFolder().With("instruments", "id,kind,name\nA,index,One\n").With("exchanges", Exchanges).With("calendars", Calendars);
}
