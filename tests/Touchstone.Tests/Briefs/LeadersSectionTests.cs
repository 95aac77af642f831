using Touchstone.Briefs;

namespace Touchstone.Tests.Briefs;

public class LeadersSectionTests
{
    private const string First = "2025-01-02";

    private const string Last = "2025-01-03";

    [Fact]
    public void Write_OfAFall_TellsTheLargestDragsFirst()
    {
        var text = Drawn(("XHKG:1", 100, 90), ("XHKG:2", 100, 95), ("XHKG:3", 100, 99), ("XHKG:4", 100, 104)).Closes("I", (First, 400), (Last, 388)).Build().Write("I", Last).Text("leaders");

        Assert.StartsWith("XHKG:1 Name fell 10.0% on the day and took 10.0 points off the I Name, 83.3% of its fall. XHKG:2 Name fell 5.0% on the day and took 5.0 points off the index, 41.7% of its fall.", text, StringComparison.Ordinal);
        Assert.Contains("XHKG:4 Name rose 4.0% on the day and added 4.0 points to the index.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfAMoveThatTheUnitsDoNotExplain_FallsBackToReturnsAndSaysWhy()
    {
        var brief = Drawn(("XHKG:1", 100, 80), ("XHKG:2", 100, 101), ("XHKG:3", 100, 102), ("XHKG:4", 100, 103)).Closes("I", (First, 400), (Last, 406)).Build().Write("I", Last);

        Assert.Contains("XHKG:4 Name rose 3.0% on the day, the most of the members of the I Name.", brief.Text("leaders"), StringComparison.Ordinal);
        Assert.DoesNotContain("points", brief.Text("leaders"), StringComparison.Ordinal);
        Assert.Contains(brief.Omissions, omission => omission.What == "contributions of the members on the day");
    }

    [Fact]
    public void Write_OfASmallResidual_SaysWhatTheMembersExplain() =>
        Assert.Contains(
            "The four largest contributors account for 95.0% of the rise: they are all the members,",
            Drawn(("XHKG:1", 100, 110), ("XHKG:2", 100, 103), ("XHKG:3", 100, 104), ("XHKG:4", 100, 102)).Closes("I", (First, 400), (Last, 420)).Build().Write("I", Last).Text("leaders"),
            StringComparison.Ordinal);

    [Fact]
    public void Write_WithoutClosesOnTheBaseDay_TellsTheSpanThatHasThem()
    {
        var brief = WithoutYearEnd("2024-12-30", "2025-01-02").Build().Write("I", "2025-01-02");

        Assert.Contains("from 30 December 2024 to 2 January 2025", brief.Text("leaders"), StringComparison.Ordinal);
        Assert.DoesNotContain("this year", brief.Text("leaders"), StringComparison.Ordinal);
        Assert.Contains(brief.Omissions, omission => omission.What == "the figures of the members this year");
    }

    [Fact]
    public void Write_WithoutACloseOfTheSubjectOnTheBaseDay_StatesTheSpanMeasured() =>
        Assert.Equal("XHKG:1 Name up 3.0% from 30 December 2024 to 2 January 2025", WithoutYearEnd("2024-12-30", "2025-01-02").Build().Write("XHKG:1", "2025-01-02").Title.Text);

    [Fact]
    public void Charts_OfRandomMarkets_AddUpToTheMove() => Property.Holds(random =>
    {
        var members = Enumerable.Range(1, random.Next(2, 12)).Select(id => ($"XHKG:{id}", Price(random), Price(random))).ToArray();
        var brief = Drawn(members).Closes("I", (First, 1000), (Last, 1000 + random.Next(-50, 50))).Build().Write("I", Last);
        foreach (var chart in brief.Sections.SelectMany(section => section.Charts).OfType<BriefBarChart>().Where(chart => chart.Axis == "points"))
        {
            var rows = chart.Table.Rows;
            Assert.Equal(Cell(rows[^1]), rows.SkipLast(1).Sum(Cell), 0.01 * rows.Length);
            Assert.Equal(Cell(rows[^1]) - Cell(rows[^2]), chart.Bars.Sum(bar => bar.Value), 0.02);
        }

        double Cell(System.Collections.Immutable.ImmutableArray<string> row) => double.Parse(row[2], System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
    });

    [Theory]
    [InlineData("HARB", "2025-02-28")]
    [InlineData("HARBT", "2025-02-28")]
    [InlineData("HARB", "2023-07-03")]
    public void Charts_OfTheSample_AddUp(string index, string day)
    {
        var charts = Harbour.Market.Write(index, day).Sections.Single(section => section.Topic == "leaders").Charts;

        // Levels are published to two decimals, so a move can miss the members by one in the last.
        Assert.InRange(double.Parse(charts.OfType<BriefBarChart>().Single().Table.Rows[^2][2], System.Globalization.CultureInfo.InvariantCulture), -0.01, 0.01);
        Assert.Equal(100, charts.OfType<BriefTreemap>().Single().Table.Rows.Sum(row => double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)), 0.1);
    }

    private static double Price(Random random) => 10 + random.Next(0, 20000) / 100.0;

    // One unit of each member and a divisor of 1, on two days; closes of the index may follow.
    private static TestMarket Drawn(params (string Id, double Before, double After)[] members)
    {
        var market = new TestMarket().Index("I").Divisor("I", First, 1);
        foreach (var (id, before, after) in members)
        {
            market.Equity(id).Member("I", id, First, units: 1).Closes(id, (First, before), (Last, after));
        }

        return market;
    }

    // Closes of the members are missing on the last day of the year.
    private static TestMarket WithoutYearEnd(string before, string after)
    {
        var market = new TestMarket().Index("I").Divisor("I", before, 1).Closed("XHKG", "2025-01-01").Closes("I", (before, 400), ("2024-12-31", 404), (after, 410));
        foreach (var (id, close) in new[] { ("XHKG:1", 103.0), ("XHKG:2", 104), ("XHKG:3", 101), ("XHKG:4", 102) })
        {
            market.Equity(id).Member("I", id, before, units: 1).Closes(id, (before, 100), (after, close));
        }

        return market;
    }
}
