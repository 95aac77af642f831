using System.Diagnostics;
using System.Text;
using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

/// <summary>Texts that nobody writes in good faith. The bounds are generous: they catch hangs and blow-ups, not slowness.</summary>
public class HostileTextTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t \n")]
    [InlineData("\u200f\u202eThe Harbour Index rose 4%\u202c on Friday.\u200f")]
    [InlineData("\ud800 The Harbour Index rose 4%\udc00 on Friday. \udbff")]
    [InlineData("The Harbour Index\0 rose 4% on\0 Friday.")]
    [InlineData("((((((((((%%%%%%%$$$$$$$-----+++++")]
    [InlineData("^(a+)+$ [.*]{1,1000}(?<x>\\d+)\\k<x> (?:(?:(?:a?)*)*)* rose 3%")]
    [InlineData("The Harbour Index rose 1e999% to 1E+308 and 1e-400.")]
    [InlineData("The Harbour Index rose 0.000000000000000000000001% on Friday.")]
    [InlineData("The Harbour Index rose 99999999999999999999999999% on Friday to 99999999999999999999999999.")]
    [InlineData("The Harbour Index rose 9999999999999999999999999999999999999999 trillion percent.")]
    [InlineData("Since since since the in the past last last 99999999999 years.")]
    [InlineData("The Harbour Index rose 4% on 0000-01-01, on 9999-12-31 and since 0000-12-31, they say.")]
    [InlineData("in 9999999 months on 31 February 2025 and 30 February, on February 29, 2025")]
    [InlineData("The Harbour Index rose 4% since 1900 and since the start of 2100, over the past 2000000000 years.")]
    [InlineData("The Harbour Index rose 4% in the past 2000000 months, the past 400000000 weeks and the past 2000000000 days.")]
    [InlineData("The Harbour Index closed at its highest level in 1000000000 years, a 1999999999-year high.")]
    [InlineData("The Harbour Index rose 4% on 29 February. In the fourth quarter of 1900 it fell 3%.")]
    [InlineData("’’’’''''\"\"\"\"````“”“”")]
    [InlineData("﷽𝟙𝟚𝟛% ١٢٣% ½% ²% Ⅷ%")]
    public void Run_SurvivesOddText(string text)
    {
        foreach (var published in new[] { "2025-03-14", null })
        {
            var report = ClaimMarket.Check(ClaimMarket.Sample, text, published);

            Assert.Equal(report.Coverage.Numbers, report.Coverage.Claims + report.Coverage.Masked + report.Coverage.Unread);
            Assert.All(report.Claims, claim => Assert.Equal(text.Substring(claim.Span.Start, claim.Span.Length), claim.Span.Text));
            Assert.All(report.Claims.SelectMany(claim => claim.Readings), reading => Assert.True(reading.Value is null || double.IsFinite(reading.Value.Value)));
        }
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("1999-12-31")]
    [InlineData("2021-01-01")]
    [InlineData("2100-02-28")]
    [InlineData("2200-12-31")]
    public void Run_SurvivesDaysFarFromTheData(string day)
    {
        const string Text = "The Harbour Index rose 4% on Friday, 5% last week, 6% last month, 7% last year, 8% since Monday, 9% in the past 12 months, 10% yesterday and 11% year-to-date. It will meet next week, next month and in late January. The Harbour Index hit a three-year high since the Lantern holiday. The upcoming Lantern holiday was on 29 February.";
        var exchange = System.Collections.Immutable.ImmutableDictionary<string, DateOnly>.Empty.Add("XHKG", TestMarket.Day(day));

        Assert.NotEmpty(ClaimMarket.Check(ClaimMarket.Sample, Text, day).Claims);
        Assert.NotEmpty(ArticleCheck.Run(new Article("a", "", Text), ClaimMarket.Sample, new CheckOptions { AsOf = exchange }).Claims);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Run_RefusesDaysThatNoCalendarHolds(string day) =>
        Assert.Contains("between 1900-01-01 and 2200-12-31", Assert.Throws<ArgumentOutOfRangeException>(() => ClaimMarket.Check(ClaimMarket.Sample, "Up 4%.", day)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a million digits")]
    [InlineData("a million digits in groups")]
    [InlineData("two hundred thousand words")]
    [InlineData("repeated claims in one sentence")]
    [InlineData("commas")]
    [InlineData("brackets")]
    [InlineData("dashes")]
    [InlineData("names alone")]
    [InlineData("since")]
    [InlineData("joined")]
    [InlineData("capitals")]
    [InlineData("possessives")]
    [InlineData("numbers alone")]
    [InlineData("four megabytes of claims")]
    [InlineData("one long line of claims")]
    public void Run_TakesBoundedTimeAndMemory(string shape)
    {
        var text = shape switch
        {
            "a million digits" => $"The Harbour Index rose {new string('7', 1_000_000)}% on Friday.",
            "a million digits in groups" => "The Harbour Index rose 1" + Repeat(",000", 250_000) + "% on Friday.",
            "two hundred thousand words" => Repeat("the market moved and traders talked about it ", 25_000),
            "repeated claims in one sentence" => Repeat("the Harbour Index rose 4% on Friday and ", 5_000),
            "commas" => "The Harbour Index" + Repeat(", which", 100_000) + " rose 4%.",
            "brackets" => "The Harbour Index " + new string('(', 100_000) + " rose 4%.",
            "dashes" => "The Harbour Index " + Repeat("— a ", 50_000) + " rose 4%.",
            "names alone" => Repeat("Birch, ", 50_000) + "all rose 4%.",
            "since" => Repeat("since ", 100_000) + "2020",
            "joined" => Repeat("one-to-", 100_000) + "one",
            "capitals" => Repeat("Alpha ", 100_000) + "rose 4%.",
            "possessives" => Repeat("Birch’s ", 50_000) + "rise of 4%.",
            "numbers alone" => Repeat("12 ", 200_000),
            "one long line of claims" => Repeat("The Harbour Index rose 4% on Friday. ", 20_000),
            _ => Repeat("The Harbour Index rose 4% on Friday.\nBirch fell 10% on Friday; Cedar, a software firm, gained 3%.\n", 40_000),
        };
        Assert.True(text.Length < ArticleReader.MostBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var report = ClaimMarket.Check(ClaimMarket.Sample, text);

        Assert.True(watch.Elapsed < Limit, $"{shape} took {watch.Elapsed.TotalSeconds:F1} s for {report.Claims.Length} claims.");
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000;
        Assert.True(allocated < 8_000, $"{shape} allocated {allocated} MB.");
    }

    [Fact]
    public void Read_TakesDeeplyNestedPages()
    {
        var html = Encoding.UTF8.GetBytes("<html><body>" + Repeat("<div><p><b>", 20_000) + "The Harbour Index rose 4% on Friday." + "<script>var x = 'The Harbour Index fell 99%';</script><style>p{width:98%}</style></body></html>");

        var article = ArticleReader.Read("page.html", html).Article!;

        Assert.Contains("rose 4% on Friday", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("99%", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("98%", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SaysWhatIsWrongWithTheBytes()
    {
        Assert.Contains("bytes of zero", ArticleReader.Read("a.txt", [65, 0, 66]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("position 1", ArticleReader.Read("a.txt", [65, 0xC3, 0x28]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("not UTF-8", ArticleReader.Read("a.txt", [0xED, 0xA0, 0x80]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("no text", ArticleReader.Read("a.txt", [32, 10]).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("no text", ArticleReader.Read("a.txt", []).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("at most", ArticleReader.Read("a.txt", new byte[ArticleReader.MostBytes + 1]).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TakesTenThousandOverlappingNames()
    {
        var market = new ClaimMarket();
        for (var i = 0; i < 10_000; i++)
        {
            market.Equity($"XHKG:{i + 1}", $"Alder {Letters(i)} Works {Letters(i / 10)} Ltd", "HKD", $"Alder {Letters(i / 4)}", "Alder", $"Alder {Letters(i % 100)}");
        }

        market.Steps("XHKG:1", ("2025-03-13", 10), ("2025-03-14", 11));
        var text = new StringBuilder();
        for (var i = 0; i < 1_000; i++)
        {
            text.Append("Alder ").Append(Letters(i)).Append(" Works ").Append(Letters(i / 10)).Append(" rose 10% on Friday. ");
        }

        var watch = Stopwatch.StartNew();
        var report = ClaimMarket.Check(market.Build(), text.ToString());

        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(1_000, report.Claims.Length);
    }

    [Fact]
    public void Run_TakesAnAliasThatTenThousandShare()
    {
        var market = new ClaimMarket();
        for (var i = 0; i < 10_000; i++)
        {
            market.Equity($"XHKG:{i + 1}", $"Name {Letters(i)} Works", "HKD", null, "Alder");
        }

        market.Steps("XHKG:1", ("2025-03-13", 10), ("2025-03-14", 11));
        var watch = Stopwatch.StartNew();
        var report = ClaimMarket.Check(market.Build(), Repeat("Alder rose 10% on Friday. ", 20));

        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(20, report.Claims.Length);
    }

    [Fact]
    public void Run_TakesAVeryLongAlias()
    {
        var alias = Repeat("Very ", 20_000) + "Long";
        var market = ClaimMarket.Standard().Equity("XHKG:900", "Elder Ltd", "HKD", null, alias, new string('x', 100_000)).Build();

        var watch = Stopwatch.StartNew();
        var report = ClaimMarket.Check(market, Repeat("Very ", 40_000) + "Long rose 4% on Friday.");

        Assert.True(watch.Elapsed < Limit, $"took {watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(report.Claims.Length <= 1);
    }

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    private static string Letters(int number)
    {
        var text = "";
        do
        {
            text = (char)('a' + (number % 26)) + text;
            number /= 26;
        }
        while (number > 0);
        return "X" + text;
    }
}
