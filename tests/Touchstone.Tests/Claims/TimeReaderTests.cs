using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class TimeReaderTests
{
    [Theory]
    [InlineData("closed higher on Friday", "Weekday Friday")]
    [InlineData("rose last Monday", "Weekday Monday")]
    [InlineData("rose today", "Today")]
    [InlineData("rose on the day", "OneDay")]
    [InlineData("fell yesterday", "Yesterday")]
    [InlineData("fell overnight", "Yesterday")]
    [InlineData("lost in a single day", "OneDay")]
    [InlineData("its one-day gain", "OneDay")]
    [InlineData("on 14 February 2025", "Date 2025-2-14")]
    [InlineData("on February 14, 2025", "Date 2025-2-14")]
    [InlineData("on Feb. 14", "Date -2-14")]
    [InlineData("on 2025-02-14", "Date 2025-2-14")]
    [InlineData("on the 3rd of March", "Date -3-3")]
    [InlineData("on Friday, February 14, 2025", "Date 2025-2-14")]
    public void Read_ReadsDays(string text, string expected) => Assert.Equal(expected, Times(text));

    [Theory]
    [InlineData("up 3% year-to-date", "ToDate Year")]
    [InlineData("up 3% YTD", "ToDate Year")]
    [InlineData("up 3% this year", "ToDate Year")]
    [InlineData("so far this year", "ToDate Year")]
    [InlineData("since the start of the year", "ToDate Year")]
    [InlineData("since the beginning of this month", "ToDate Month")]
    [InlineData("within the current month", "ToDate Month")]
    [InlineData("for the week", "ToDate Week")]
    [InlineData("this quarter", "ToDate Quarter")]
    [InlineData("rose last week", "Last Week")]
    [InlineData("rose last month", "Last Month")]
    [InlineData("rose last year", "Last Year")]
    [InlineData("next week", "Next Week")]
    [InlineData("its upcoming results", "Next Day")]
    [InlineData("in the past month", "Past 1 Month")]
    [InlineData("over the last three weeks", "Past 3 Week")]
    [InlineData("over the past 12 months", "Past 12 Month")]
    [InlineData("from a year earlier", "Past 1 Year")]
    [InlineData("a year ago", "Past 1 Year")]
    [InlineData("in the past five trading days", "Past 5 Day")]
    public void Read_ReadsWindowsToTheDay(string text, string expected) => Assert.Equal(expected, Times(text));

    [Theory]
    [InlineData("in January", "Month -1")]
    [InlineData("in January 2025", "Month 2025-1")]
    [InlineData("in January of the previous year", "Month -1 offset -1")]
    [InlineData("in late January", "Month -1 third 3")]
    [InlineData("in early March 2025", "Month 2025-3 third 1")]
    [InlineData("in 2025", "Year 2025")]
    [InlineData("in the first quarter", "Quarter -1")]
    [InlineData("in the third quarter of 2024", "Quarter 2024-3")]
    [InlineData("in Q4 2024", "Quarter 2024-4")]
    [InlineData("in the same period", "Same")]
    [InlineData("over the same time", "Same")]
    [InlineData("in recent months", "Vague Month")]
    [InlineData("for years", "Vague Year")]
    [InlineData("over the past few years", "Vague Year")]
    [InlineData("in three years", "Stretch 3 Year")]
    [InlineData("a three-year high", "Stretch 3 Year")]
    [InlineData("a 52-week low", "Stretch 52 Week")]
    [InlineData("in half a century", "Stretch 50 Year")]
    [InlineData("in a decade", "Stretch 10 Year")]
    public void Read_ReadsPeriodsAndStretches(string text, string expected) => Assert.Equal(expected, Times(text));

    [Theory]
    [InlineData("since March 2020", "Since (Month 2020-3)")]
    [InlineData("since 2020", "Since (Year 2020)")]
    [InlineData("since Monday", "Since (Weekday Monday)")]
    [InlineData("since the start of 2024", "Since (Year 2024)")]
    [InlineData("since the end of 2024", "Since (Year 2024) within")]
    [InlineData("since the Lantern holiday", "Since lantern-day")]
    [InlineData("since markets reopened after the Lantern holiday", "Since lantern-day")]
    [InlineData("following the Lantern holiday", "Following lantern-day")]
    [InlineData("in less than a month following the Lantern holiday", "Past 1 Month within|Following lantern-day")]
    public void Read_ReadsSpansSinceSomething(string text, string expected) => Assert.Equal(expected, Times(text));

    [Theory]
    [InlineData("it may rise and march on")]
    [InlineData("the 10-year Treasury yield")]
    [InlineData("a 45-year-old trader")]
    [InlineData("2,025 stocks rose")]
    [InlineData("2025 points")]
    public void Read_LeavesWordsThatFixNoTime(string text) => Assert.Equal("", Times(text));

    private static string Times(string text)
    {
        var tokens = Tokenizer.Read(text);
        var at = tokens.FindIndex(token => token.Is("lantern"));
        return string.Join('|', TimeReader.Read(tokens, i => i == at && i >= 0 ? ("lantern-day", at + 2) : null).Select(Show));
    }

    private static string Show(TimeMention time)
    {
        var within = time.Within ? " within" : "";
        return time.Kind switch
        {
            TimeKind.Weekday => $"Weekday {time.Weekday}",
            TimeKind.Date => $"Date {time.Year}-{time.Part}-{time.Day}",
            TimeKind.Month => $"Month {time.Year}-{time.Part}{(time.YearOffset is { } offset ? $" offset {offset}" : "")}{(time.Third > 0 ? $" third {time.Third}" : "")}",
            TimeKind.Quarter => $"Quarter {time.Year}-{time.Part}",
            TimeKind.Year => $"Year {time.Year}",
            TimeKind.Past or TimeKind.Stretch => $"{time.Kind} {time.Count} {time.Unit}{within}",
            TimeKind.ToDate or TimeKind.Last or TimeKind.Next or TimeKind.Vague => $"{time.Kind} {time.Unit}",
            TimeKind.Since or TimeKind.Following => $"{time.Kind} {time.EventId ?? $"({Show(time.Since!)})"}{within}",
            _ => $"{time.Kind}",
        };
    }
}
