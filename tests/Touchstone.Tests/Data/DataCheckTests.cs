using System.Text;
using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class DataCheckTests
{
    private static readonly DateOnly Start = new(2024, 11, 25);

    [Fact]
    public void Run_FindsAHalfDayThatAllLack()
    {
        using var folder = PackageFolder.Small(Prices(day => day != new DateOnly(2024, 12, 24)));
        var finding = Run(folder)[0];
        Assert.Equal((FindingSeverity.Error, "gap"), (finding.Severity, finding.Code));
        Assert.Equal("XTST 2024-12-24 (half day): 3 of 3 stocks have no row in prices.csv.", finding.Message);
    }

    [Fact]
    public void Run_IsSilentOnGoodData()
    {
        using var folder = PackageFolder.Small(Prices(_ => true));
        Assert.Empty(Run(folder));
    }

    [Fact]
    public void Run_GathersSingleGaps()
    {
        using var folder = Many(20, (stock, day) => stock != 7 || day.Day != 10);
        var finding = Assert.Single(Run(folder));
        Assert.Equal((FindingSeverity.Note, "gap", 1), (finding.Severity, finding.Code, finding.Count));
        Assert.Contains("XTST:7 2024-12-10", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FindsRowsOnClosedDays()
    {
        using var folder = PackageFolder.Small(Prices(_ => true) + "XTST:3,2024-12-28,333,333,10\n");
        var finding = Assert.Single(Run(folder), item => item.Code == "unexpected-session");
        Assert.Contains("2024-12-28 (Saturday)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FindsASplitThatNoActionExplains()
    {
        using var folder = PackageFolder.Small(Prices(_ => true, split: new DateOnly(2024, 12, 10)));
        var finding = Assert.Single(Run(folder));
        Assert.Equal("split-jump", finding.Code);
        Assert.StartsWith("XTST:1 2024-12-10: close falls to 0.16", finding.Message, StringComparison.Ordinal);
        Assert.Contains("actions has no split", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AcceptsASplitWithItsAction()
    {
        using var folder = new PackageFolder()
            .With("instruments", "id,kind,name,exchange\nXTST:1,equity,First,XTST\nXTST:2,equity,Second,XTST\nXTST:3,equity,Third,XTST\n")
            .With("prices", Prices(_ => true, split: new DateOnly(2024, 12, 10)), new { close = "as-traded", adjusted = "splits and dividends" })
            .With("actions", "instrument,ex_date,kind,ratio\nXTST:1,2024-12-10,split,6\n");
        Assert.DoesNotContain(Run(folder), finding => finding.Code == "split-jump");
    }

    [Fact]
    public void Run_FindsASplitActionThatIsNotAppliedToAnAdjustedPrice()
    {
        using var folder = new PackageFolder()
            .With("instruments", "id,kind,name,exchange\nXTST:1,equity,First,XTST\nXTST:2,equity,Second,XTST\nXTST:3,equity,Third,XTST\n")
            .With("prices", Prices(_ => true, split: new DateOnly(2024, 12, 10)), new { close = "split-adjusted" })
            .With("actions", "instrument,ex_date,kind,ratio\nXTST:1,2024-12-10,split,6\n");
        Assert.Contains(Run(folder), finding => finding is { Code: "split-jump", Severity: FindingSeverity.Error });
    }

    [Fact]
    public void Run_TellsASpikeOnce()
    {
        using var folder = PackageFolder.Small(Prices(_ => true).Replace("XTST:2,2024-12-10,215.0000,215.0000", "XTST:2,2024-12-10,21.5,21.5", StringComparison.Ordinal));
        var finding = Assert.Single(Run(folder));
        Assert.Equal("spike", finding.Code);
        Assert.StartsWith("XTST:2 2024-12-10: close is 0.1 times", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FindsStaleCloses()
    {
        using var folder = PackageFolder.Small(Prices(_ => true) + Series("XTST:4", 12, _ => 7, 0));
        Assert.Contains(Run(folder), finding => finding.Code == "stale" && finding.Message.Contains("XTST:4 7 on 12 rows", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_FindsSeriesThatEndEarly()
    {
        using var folder = PackageFolder.Small(Prices(_ => true) + Series("XTST:4", 5, row => 7 + row, 100));
        Assert.Contains(Run(folder), finding => finding.Code == "ends-early" && finding.Instruments.Contains(new InstrumentId("XTST:4")));
    }

    [Theory]
    [InlineData("delist", true)]
    [InlineData("merger-cash", true)]
    [InlineData("merger-stock", true)]
    [InlineData("suspend", true)]
    [InlineData("cash", false)]
    public void Run_KnowsWhyASeriesEnds(string kind, bool explains)
    {
        var day = Sessions().ElementAt(5);
        using var folder = PackageFolder.Small(Prices(_ => true) + Series("XTST:4", 5, row => 7 + row, 100)).With("actions", $"instrument,ex_date,kind,cash\nXTST:4,{day:yyyy-MM-dd},{kind},1\n");
        Assert.Equal(explains, !Run(folder).Any(finding => finding.Code == "ends-early"));
    }

    [Fact]
    public void Run_FindsTwoFilesOnTwoBases()
    {
        using var folder = PackageFolder.Small(Prices(_ => true)).With("prices-as-traded", "instrument,date,close\n" + string.Concat(Sessions().Select(day => $"XTST:3,{day:yyyy-MM-dd},{10 * (day.DayNumber - Start.DayNumber + 300)}\n")), new { close = "as-traded" }, "other");
        var finding = Assert.Single(Run(folder), item => item.Code == "mixed-basis");
        Assert.Contains("10 times from 2024-11-25..2024-12-31", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FindsPricesAdjustedBySubtraction()
    {
        // Close swings between 80 and 120; 30 was taken off each, so close over adjusted swings between 1.33 and 1.6.
        var rows = string.Concat(Sessions().Select((day, row) => $"XTST:4,{day:yyyy-MM-dd},{100 + (20 * Math.Sin(row)):F2},{70 + (20 * Math.Sin(row)):F2},5\n"));
        using var folder = PackageFolder.Small(Prices(_ => true) + rows);
        Assert.Contains(Run(folder), finding => finding.Code == "mixed-basis" && finding.Message.Contains("subtraction", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_CountsRowProblemsByFile()
    {
        using var folder = PackageFolder.Small(Prices(_ => true) + "XTST:1,2024-12-02,1,1,1\nXTST:1,never,1,1,1\nXTST:2,2025-01-02,-5,6,1\n");
        var codes = Run(folder).Select(finding => finding.Code).ToList();
        Assert.Contains("duplicate", codes);
        Assert.Contains("bad-row", codes);
        Assert.Contains("non-positive", codes);
    }

    [Fact]
    public void Run_SaysOnceThatAnExchangeListsNoClosures()
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name,exchange\nXTST:1,equity,First,XTST\n").With("prices", "instrument,date,close\nXTST:1,2024-12-24,5\nXTST:1,2024-12-26,6\n");
        var finding = Assert.Single(Run(folder));
        Assert.Equal("no-calendar", finding.Code);
        Assert.StartsWith("XTST lists no closures", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FindsOverlappingMemberships()
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name\nI,index,Index\nA,equity,One\n").With("constituents", "index,instrument,from,until,units\nI,A,2024-01-01,2024-06-01,1\nI,A,2024-05-01,,1\n");
        Assert.Equal("overlap", Assert.Single(Run(folder)).Code);
    }

    [SharedFact]
    public void Run_PutsTheMissingHongKongHalfDaysFirst()
    {
        var report = DataCheck.Run(Package.Open(SharedData.Market, new PackageOptions { UseCache = false }));
        string[] days = ["2024-12-24", "2024-12-31", "2025-01-28"];
        Assert.Equal(days.Select(day => $"XHKG {day} (half day): 103 of 103 stocks have no row in prices-hk.csv."), report.Findings.Take(3).Select(finding => finding.Message));
        Assert.InRange(report.Findings.Length, 5, 40);
        Assert.DoesNotContain(report.Findings, finding => finding.Code == "split-jump" && finding.Instruments.Contains(new InstrumentId("XHKG:1211")));
    }

    private static System.Collections.Immutable.ImmutableArray<DataFinding> Run(PackageFolder folder) => DataCheck.Run(folder.Open()).Findings;

    private static IEnumerable<DateOnly> Sessions() => Enumerable.Range(0, 37).Select(Start.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>Three stocks with a price that rises by one each day; the first splits six for one.</summary>
    private static string Prices(Func<DateOnly, bool> has, DateOnly? split = null)
    {
        var csv = new StringBuilder("instrument,date,close,adjusted,volume\n");
        foreach (var stock in new[] { 1, 2, 3 })
        {
            foreach (var day in Sessions().Where(has))
            {
                var price = (100.0 * stock) + (day.DayNumber - Start.DayNumber);
                var traded = stock == 1 && day >= split ? price / 6 : price;
                csv.Append($"XTST:{stock},{day:yyyy-MM-dd},{traded:F4},{price:F4},1000\n");
            }
        }

        return csv.ToString();
    }

    private static string Series(string id, int count, Func<int, double> close, int volume) =>
        string.Concat(Sessions().Take(count).Select((day, row) => $"{id},{day:yyyy-MM-dd},{close(row):R},{close(row):R},{volume}\n"));

    private static PackageFolder Many(int stocks, Func<int, DateOnly, bool> has)
    {
        var numbers = Enumerable.Range(1, stocks).ToList();
        return new PackageFolder()
            .With("instruments", "id,kind,name,exchange\n" + string.Concat(numbers.Select(stock => $"XTST:{stock},equity,Stock {stock},XTST\n")))
            .With("calendars", "exchange,date,session,reason\nXTST,2024-12-25,half,test\n")
            .With("prices", "instrument,date,close\n" + string.Concat(numbers.SelectMany(stock => Sessions().Where(day => has(stock, day)).Select(day => $"XTST:{stock},{day:yyyy-MM-dd},{stock + day.DayNumber}\n"))));
    }
}
