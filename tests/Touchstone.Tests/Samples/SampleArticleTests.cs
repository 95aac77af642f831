using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Samples;

namespace Touchstone.Tests.Samples;

/// <summary>The generator computes in decimals from its own bars, the measures in doubles from the files: the article must suit both.</summary>
public sealed class SampleArticleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Seeds => [1, 2, 3];

    private static ConcurrentDictionary<int, ImmutableArray<(string Path, ImmutableArray<byte> Bytes)>> Drawn { get; } = new();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_PrintsTrueNumbers(int seed)
    {
        var (article, evaluator) = Open(seed);

        Assert.Multiple(
            () => Agree(article, @"Harbour Tech Index closing ([\d.]+)% higher on Friday", evaluator, "return(HARBT, 1d)"),
            () => Agree(article, @"gaining (\d+)% year-to-date", evaluator, "return(HARBT, ytd)"),
            () => Agree(article, @"It is up (\d+)% since the launch of Chartroom", evaluator, "return(HARBT, since:chartroom)"),
            () => Agree(article, @"The broader Harbour Index rose ([\d.]+) points", evaluator, "points(HARB, 1d)"),
            () => Agree(article, @"points, or ([\d.]+)%, to [\d,.]+ on Friday", evaluator, "return(HARB, 1d)"),
            () => Agree(article, @"%, to ([\d,.]+) on Friday", evaluator, "level(HARB)"),
            () => Agree(article, @"It climbed ([\d.]+)% for the week", evaluator, "return(HARB, 1w)"),
            () => Agree(article, @"has gained (\d+)% since the start of the year", evaluator, "return(HARB, ytd)"),
            () => Agree(article, @"outperformed the Harbour Index by (\d+) percentage points", evaluator, "excess(HARBT, ytd, HARB)"),
            () => Agree(article, @"On Thursday, the Harbour Tech Index added ([\d.]+) points", evaluator, "points(HARBT, 1d) @ 2025-02-27"),
            () => Agree(article, @"%, to ([\d,.]+)\. The model", evaluator, "level(HARBT) @ 2025-02-27"),
            () => Agree(article, @"shares closing ([\d.]+)% higher on Friday at", evaluator, "return(XHBR:LANT, 1d)"),
            () => Agree(article, @"higher on Friday at \$([\d.]+), adding", evaluator, "level(XHBR:LANT)"),
            () => Agree(article, @"adding \$([\d.]+) billion in market value", evaluator, "market-value-change(XHBR:LANT, 1d)", 1e9),
            () => Agree(article, @"The stock is up (\d+)% year-to-date", evaluator, "return(XHBR:LANT, ytd)"),
            () => Agree(article, @"Windlass Motors is up (\d+)% over the past year", evaluator, "return(XHBR:WIND, 1y)"),
            () => Agree(article, @"Gullstone Energy fell ([\d.]+)% on Friday", evaluator, "return(XHBR:GULL, 1d)", -1),
            () => Agree(article, @"P/E ratio of just (\d+)", evaluator, "pe(HARB)"),
            () => Agree(article, @"Harbour Tech Index at (\d+)\. Saltire", evaluator, "pe(HARBT)"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_TellsTheStreakTheHighAndTheTurnover(int seed)
    {
        var (article, evaluator) = Open(seed);
        string[] ordinals = ["", "a first", "a second", "a third", "a fourth", "a fifth", "a sixth", "a seventh", "an eighth", "a ninth", "a tenth", "an eleventh"];

        Assert.Contains($"rose for {ordinals[(int)Value(evaluator, "streak(HARBT)")]} straight session", article, StringComparison.Ordinal);
        Assert.InRange(Value(evaluator, "ratio-of-means(XHBR, average_daily_turnover, 2025-02, 2025-01)"), 1.6617, 1.6717);
        Assert.Equal(Value(evaluator, "level(HARB)"), Value(evaluator, "high(HARB, 3y)"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Write_IsWrongWhereItMeansToBe(int seed)
    {
        var (article, evaluator) = Open(seed);

        Assert.NotInRange(Printed(article, @"Tidewrack Games jumped (\d+)% in February") - Value(evaluator, "return(XHBR:TIDE, 2025-02)"), -2, 2);
        Assert.NotInRange(Printed(article, @"On Thursday, .* or ([\d.]+)%") - Value(evaluator, "return(HARBT, 1d) @ 2025-02-27"), -2, 2);
        Assert.True(Value(evaluator, "high(XHBR:FERR, 3y)") > 1.05 * Value(evaluator, "level(XHBR:FERR)"));
    }

    public void Dispose() => _folder.Dispose();

    private static void Agree(string article, string pattern, Evaluator evaluator, string expression, double scale = 1)
    {
        var text = Regex.Match(article, pattern).Groups[1].Value;
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;

        Assert.True(Printed(article, pattern) == Math.Round(Value(evaluator, expression) / scale, decimals, MidpointRounding.AwayFromZero), $"'{text}' is printed for {pattern}; {expression} is {Value(evaluator, expression)}.");
    }

    private static double Printed(string article, string pattern) =>
        double.Parse(Regex.Match(article, pattern).Groups[1].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static double Value(Evaluator evaluator, string expression) => evaluator.Evaluate(Expression.Parse(expression).Value!).Value.Value;

    private (string Article, Evaluator Evaluator) Open(int seed)
    {
        foreach (var (path, bytes) in Drawn.GetOrAdd(seed, SamplePackage.Files))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(path))!);
            File.WriteAllBytes(_folder.PathOf(path), bytes.AsSpan());
        }

        var loaded = Package.Open(_folder.Path, new PackageOptions { UseCache = false });
        Assert.Empty(loaded.Problems);
        return (File.ReadAllText(_folder.PathOf("article.md")), new Evaluator(loaded.Value));
    }
}
