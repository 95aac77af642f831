using System.Collections.Immutable;
using Touchstone.Claims;

namespace Touchstone.Tests.Cli;

/// <summary>A report put together by hand: every verdict, claims that nest and overlap, missing values everywhere they are allowed.</summary>
internal static class HandmadeReport
{
    private const string Text = """
        Harbour stocks reach a three-year high

        The Harbour Index rose 31.54 points, or 1.2%, to 2,703.10 on Friday, its biggest weekly gain since March 2022. Tidewrack jumped 27% in February, <b>nearly</b> as much as Quayside & Co.
        Turnover was two-thirds higher than January. In an extreme scenario prices fall by 2%. The index should reach 3,000 by the end of the year, and 40% of firms agree. The tech gauge gained just over 26% this year.
        """;

    private static readonly DateOnly Friday = new(2025, 2, 28);

    /// <summary>The report.</summary>
    public static CheckReport Make() => new()
    {
        Article = new Article("article.md", new string('a', 64), Text),
        Published = Friday,
        PublishedHow = "printed: “28 February 2025”",
        AsOf = [new AsOfDay("XHBR", Friday, "published")],
        Coverage = new Coverage(12, 9, 2, 1),
        DataName = "harbour",
        DataSha256 = new string('b', 64),
        Unread = [SpanOf("40%")],
        Claims =
        [
            Claim("c1", "rose 31.54 points, or 1.2%, to 2,703.10", "price_return", Verdict.Confirmed, "1.18 rounds to 1.2.", "return(HARB, 1d) @ 2025-02-28", 1.1806, "percent") with
            {
                Stated = new StatedValue("1.2%", 1.2, "percent", 1.15, 1.25, null),
                Window = new ClaimWindow("on Friday", new DateOnly(2025, 2, 27), Friday, "stated"),
                Working = MoveWorking(),
                Readings = [new Reading("return(HARB, 1d) @ 2025-02-28", 1.1806, "percent", true, "as first read")],
            },
            Claim("c2", "to 2,703.10", "level", Verdict.Confirmed, "Equal to the last digit.", "level(HARB) @ 2025-02-28", 2703.1, "points"),
            Claim("c3", "2,703.10 on Friday, its biggest weekly gain since March 2022", "superlative_rank", Verdict.Near, "Equalled, not beaten, in May 2022.", "rank-since(HARB, 1w, 2022-03)", 1, "rank"),
            Claim("c4", "jumped 27% in February", "price_return", Verdict.Contradicted, "Fails under all 3 readings; the nearest is 13.6.", "return(XHBR:TIDE, 2025-02)", 10.2334, "percent") with
            {
                Stated = new StatedValue("27%", 27, "percent", 26.5, 27.5, null),
                Readings =
                [
                    new Reading("return(XHBR:TIDE, 2025-02)", 10.2334, "percent", false, "as first read"),
                    new Reading("return(XHBR:TIDE, 1m) @ 2025-02-28", 13.6, "percent", false, "month back to the same day"),
                    new Reading("return(XHBR:TIDE, 2025-02, currency=HBK)", null, null, null, "the package has no rate for that day"),
                ],
            },
            Claim("c5", "nearly</b> as much as Quayside & Co", "relative", Verdict.Inconsistent, "Quayside gained 31% in the same text.", null, null, null),
            Claim("c6", "two-thirds higher than January", "ratio", Verdict.OtherReading, "Holds for the median, not for the mean.", "ratio(XHBR, average_daily_turnover, 2025-02, 2025-01)", 1.6672, "x") with
            {
                Stated = new StatedValue("two-thirds", 1.6667, "x", 1.6, 1.7, "two-thirds"),
            },
            Claim("c7", "extreme scenario prices fall by 2%", "scenario", Verdict.Implausible, "An extreme case of 2% is an ordinary day.", null, null, null) with { Attribution = "Mooring Research" },
            Claim("c8", "reach 3,000 by the end of the year", "forecast", Verdict.Pending, "The year is not over.", null, null, null) with
            {
                Window = new ClaimWindow("by the end of the year", null, null, "stated"),
            },
            Claim("c9", "just over 26%", "price_return", Verdict.Unchecked, "no-data: the package has no level of 'the tech gauge'.", null, null, null) with
            {
                Subject = new ClaimSubject("the tech gauge", null, "unnamed"),
                Stated = new StatedValue("just over 26%", 26, "percent", 26, null, "just over"),
            },
        ],
    };

    /// <summary>A report whose every text tries to break out of the page.</summary>
    public static CheckReport MakeHostile(string hostile)
    {
        var span = new TextSpan(0, hostile.Length, hostile);
        var claim = new CheckedClaim
        {
            Id = hostile,
            Sentence = hostile,
            Span = span,
            Type = hostile,
            Subject = new ClaimSubject(hostile, hostile, hostile),
            Expression = hostile,
            Window = new ClaimWindow(hostile, Friday, Friday, hostile),
            Stated = new StatedValue(hostile, 1, hostile, 1, 1, hostile),
            Attribution = hostile,
            Verdict = Verdict.Contradicted,
            Reason = hostile,
            Computed = new ComputedValue(1, hostile),
            Readings = [new Reading(hostile, 1, hostile, false, hostile)],
            Working = new Working
            {
                Formula = hostile,
                Steps = [new Step(hostile, hostile, 1, Unit.Percent)],
                Inputs = [new Input(new InstrumentId("HARB"), hostile, Friday, 1, Unit.Points, hostile, hostile)],
                Conventions = [hostile],
            },
        };
        return Make() with
        {
            Article = new Article(hostile, hostile, hostile),
            PublishedHow = hostile,
            AsOf = [new AsOfDay(hostile, Friday, hostile)],
            Claims = [claim],
            Unread = [span],
            DataName = hostile,
            DataSha256 = hostile,
        };
    }

    private static CheckedClaim Claim(string id, string words, string type, Verdict verdict, string reason, string? expression, double? computed, string? unit) => new()
    {
        Id = id,
        Sentence = words,
        Span = SpanOf(words),
        Type = type,
        Subject = new ClaimSubject("Harbour Index", "HARB", "named"),
        Expression = expression,
        Stated = new StatedValue(words, null, null, null, null, null),
        Verdict = verdict,
        Reason = reason,
        Computed = computed is { } value ? new ComputedValue(value, unit!) : null,
    };

    private static TextSpan SpanOf(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException($"'{words}' is not in the text.", nameof(words)) : new TextSpan(start, words.Length, words);
    }

    private static Working MoveWorking() => new()
    {
        Formula = "close(to) / close(from) - 1",
        Steps = [new Step("return", "2703.1 / 2671.56 - 1", 1.1806, Unit.Percent)],
        Inputs =
        [
            new Input(new InstrumentId("HARB"), "close", new DateOnly(2025, 2, 27), 2671.56, Unit.Points, "levels.csv:809", new string('c', 64)),
            new Input(new InstrumentId("HARB"), "close", Friday, 2703.1, Unit.Points, "levels.csv:810", new string('c', 64)),
        ],
        Conventions = ["Price return from index levels."],
        Window = new DateSpan(new DateOnly(2025, 2, 27), Friday),
    };
}
