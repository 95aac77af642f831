using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Touchstone.Briefs;
using Touchstone.Claims;
using Touchstone.Data;
using Touchstone.Measures;
using Xunit.Abstractions;

namespace Touchstone.Tests.Briefs;

/// <summary>
/// What the writer says the reader confirms: every number of a brief is read as a claim and holds, and a number that is changed fails alone.
/// TOUCHSTONE_ROUND_TRIPS sets the number of made markets.
/// </summary>
public partial class RoundTripTests(ITestOutputHelper output)
{
    private static readonly int Markets = int.TryParse(Environment.GetEnvironmentVariable("TOUCHSTONE_ROUND_TRIPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 150;

    [Fact]
    public void MadeMarkets_AreConfirmedInFull()
    {
        var faults = new List<string>();
        var figures = 0;
        Property.Holds(
            random =>
            {
                var story = RandomStory.Of(random);
                var evaluator = new Evaluator(story.Market);
                foreach (var subject in story.Subjects.Take(2).Append(story.Subjects[random.Next(story.Subjects.Count)]).Distinct())
                {
                    var request = new BriefRequest(subject)
                    {
                        AsOf = story.Days[random.Next(story.Days.Length)],
                        Window = random.Next(2) == 0 ? null : Window.Parse(new[] { "1d", "1w", "mtd", "1m", "3m", "1y", "ytd" }[random.Next(7)]).Value,
                    };
                    figures += Try(evaluator, request, random, faults);
                }
            },
            Markets);
        Report(faults, figures);
    }

    [Theory]
    [InlineData("HARB")]
    [InlineData("HARBT")]
    [InlineData("HARBG")]
    [InlineData("XHBR:LANT")]
    [InlineData("XHBR:TIDE")]
    public void Sample_IsConfirmedInFull(string subject)
    {
        var faults = new List<string>();
        var evaluator = new Evaluator(Harbour.Market);
        var random = new Random(5);
        var figures = 0;
        foreach (var day in new[] { "2025-02-28", "2025-02-27", "2025-01-31", "2024-09-02", "2023-06-15", "2022-03-21" })
        {
            figures += Try(evaluator, new BriefRequest(subject) { AsOf = TestMarket.Day(day) }, random, faults);
        }

        Report(faults, figures);
    }

    [SharedFact]
    public void SharedMarket_IsConfirmedInFullOnManyDates()
    {
        var market = Package.Open(SharedData.Market).Value;
        var evaluator = new Evaluator(market);
        var faults = new List<string>();
        var random = new Random(7);
        var figures = 0;
        foreach (var subject in market.Rows.Instruments.Where(instrument => market.Prices(instrument.Id) is not null).Select(instrument => instrument.Id))
        {
            var isIndex = market.Instrument(subject)!.Kind == InstrumentKind.Index;
            var prices = market.Prices(subject)!;
            for (var time = 0; time < (isIndex ? 12 : 1); time++)
            {
                figures += Try(evaluator, new BriefRequest(subject.Value) { AsOf = prices.DateAt(random.Next(prices.Count)) }, random, faults);
            }
        }

        Report(faults, figures);
    }

    private static int Try(Evaluator evaluator, BriefRequest request, Random random, List<string> faults)
    {
        if (BriefWriter.Write(evaluator, request).Brief is not { } brief)
        {
            return 0;
        }

        var text = BriefMarkdown.Write(brief);
        var report = Check(text, brief, evaluator.Market);
        faults.AddRange(report.Claims.Where(claim => claim.Verdict != Verdict.Confirmed)
            .Select(claim => $"{request.Subject} {request.AsOf}: {claim.Verdict} '{claim.Span.Text}' in '{claim.Sentence}': {claim.Expression} = {claim.Computed?.Value}; {claim.Reason}"));
        faults.AddRange(report.Unread.Select(unread => $"{request.Subject} {request.AsOf}: unread '{unread.Text}' in '{Around(report.Article.Text, unread)}'"));
        faults.AddRange(Uncovered(brief, text, report).Select(miss => $"{request.Subject} {request.AsOf}: no claim over {miss}"));
        if (faults.Count == 0 && Change(brief, random) is var (changed, place, what))
        {
            faults.AddRange(Unexpected(Check(changed, brief, evaluator.Market), report, place).Select(fault => $"{request.Subject} {request.AsOf}: {what}: {fault}"));
        }

        return brief.Figures.Count();
    }

    private static CheckReport Check(string text, Brief brief, Market market) =>
        ArticleCheck.Run(ArticleReader.Read("brief.md", Encoding.UTF8.GetBytes(text)).Article!, market, new CheckOptions { Published = brief.AsOf });

    // Each printed figure, by its place in the text, must lie in a claim.
    private static IEnumerable<string> Uncovered(Brief brief, string text, CheckReport report) => Places(brief, text)
        .Where(place => !report.Claims.Any(claim => claim.Span.Start < place.Start + place.Run.Text.Length && place.Start < claim.Span.End))
        .Select(place => $"'{place.Run.Text}' ({place.Run.Figure!.Expression}) in '{place.Sentence.Text}'");

    private static IEnumerable<(int Start, BriefSentence Sentence, BriefRun Run)> Places(Brief brief, string text)
    {
        var from = 0;
        foreach (var sentence in brief.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Prepend(brief.Title))
        {
            from = text.IndexOf(sentence.Text, from, StringComparison.Ordinal);
            var at = from;
            foreach (var run in sentence.Runs)
            {
                if (run.Figure is not null && run.Text.Any(char.IsAsciiDigit) && !IsDay(run.Text))
                {
                    yield return (at, sentence, run);
                }

                at += run.Text.Length;
            }

            from = at;
        }
    }

    // The day of a superlative is the bound of its claim: an earlier one may be as true.
    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // The text with one number changed by more than its rounding, a tenth and three units of its last digit.
    private static (string Text, int Place, string What)? Change(Brief brief, Random random)
    {
        var text = BriefMarkdown.Write(brief);
        var places = Places(brief, text).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var (start, _, run) = places[random.Next(places.Length)];
        var number = Digits().Match(run.Text);
        var decimals = number.Value.Contains('.', StringComparison.Ordinal) ? number.Value.Length - number.Value.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var value = double.Parse(number.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        var step = Math.Ceiling(Math.Max(3, value * Math.Pow(10, decimals) * (0.1 + (random.NextDouble() * 0.3))));
        var other = (value + (step / Math.Pow(10, decimals))).ToString((number.Value.Contains(',', StringComparison.Ordinal) ? "N" : "F") + decimals, CultureInfo.InvariantCulture);
        var changed = run.Text[..number.Index] + other + run.Text[(number.Index + number.Length)..];
        return (text[..start] + changed + text[(start + run.Text.Length)..], start, $"'{run.Text}' changed to '{changed}' ({run.Figure!.Expression})");
    }

    private static IEnumerable<string> Unexpected(CheckReport changed, CheckReport before, int place)
    {
        var failing = changed.Claims.Where(claim => claim.Verdict != Verdict.Confirmed).ToArray();
        if (!failing.Any(claim => claim.Span.Start <= place + 12 && place <= claim.Span.End))
        {
            yield return $"it does not fail; {changed.Claims.Length} claims, {before.Claims.Length} before; {string.Join(" | ", changed.Claims.Where(claim => claim.Span.Start <= place && place <= claim.Span.End).Select(claim => $"{claim.Verdict} {claim.Expression} {claim.Computed?.Value} {claim.Stated.Text}"))}";
        }

        foreach (var claim in failing.Where(claim => claim.Span.Start > place + 12 || place > claim.Span.End))
        {
            yield return $"another fails: {claim.Verdict} '{claim.Span.Text}' in '{claim.Sentence}': {claim.Reason}";
        }
    }

    private static string Around(string text, TextSpan span) => text[Math.Max(0, span.Start - 60)..Math.Min(text.Length, span.End + 40)].ReplaceLineEndings(" ");

    private void Report(List<string> faults, int figures)
    {
        output.WriteLine($"{figures} figures, {faults.Count} faults");
        Assert.True(faults.Count == 0, $"{faults.Count} faults over {figures} figures; the first: {string.Join('\n', faults.Take(25))}");
        Assert.True(figures > 0);
    }

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Digits();
}
