using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Breadth on random stocks against counting one by one.</summary>
public class BreadthPropertyTests
{
    [Fact]
    public void Counts_AddUpToTheMembers() => Property.Holds(random =>
    {
        var table = RandomStocks.Table(random);
        var counts = AdvanceDecline.Daily(table);

        for (var session = 1; session < table.Sessions; session++)
        {
            var count = counts[session];
            Assert.Equal(table.MembersOn(session).Length, count.Members);
            Assert.Equal(count.Members, count.Advancers + count.Decliners + count.Unchanged + count.Suspended + count.LimitLocked + count.New + count.Missing);
            Assert.True(count.Unchanged >= 0);
        }
    });

    [Theory]
    [InlineData("HARB")]
    [InlineData("HARBG")] // with suspensions, new listings and shares handed out
    public void Figures_AddUpToTheMembersOnEveryDayOfTheSample(string index)
    {
        var evaluator = new Evaluator(Package.Open(Repository.PathOf("samples", "harbour"), new PackageOptions { UseCache = false }).Value);
        var (days, others) = (0, 0.0);
        for (var day = TestMarket.Day("2024-01-03"); day <= TestMarket.Day("2025-02-28"); day = day.AddDays(1))
        {
            double Figure(string name) => evaluator.TryValue(SampleMarket.Parse($"breadth({index}, 1d, figure={name})"), AsOf.On(day), out var value) ? value : double.NaN;
            var all = Figure("members");

            Assert.Equal(all, Figure("advancers") + Figure("decliners") + Figure("unchanged") + Figure("suspended") + Figure("new"));
            days += double.IsNaN(all) ? 0 : 1;
            others += double.IsNaN(all) ? 0 : Figure("suspended") + Figure("new");
        }

        Assert.True(days > 400, $"{days} days have counts.");
        Assert.Equal(index == "HARBG", others > 0);
    }

    [Fact]
    public void Counts_AreThoseOfOneByOne() => Property.Holds(random =>
    {
        var table = RandomStocks.Table(random);
        var to = random.Next(1, table.Sessions);
        var from = random.Next(to);
        var members = table.MembersOn(to);
        var there = members.Where(stock => table.Day(to, stock) is not (StockDay.Missing or StockDay.Idle) && table.FirstSessions[stock] <= from).ToArray();
        var locked = from == to - 1 ? there.Where(stock => table.Day(to, stock) is StockDay.LimitUp or StockDay.LimitDown).ToArray() : [];
        var moved = there.Except(locked).ToArray();

        var count = AdvanceDecline.Between(table, from, to);

        Assert.Equal(moved.Count(stock => table.Close(to, stock) > table.Close(from, stock)), count.Advancers);
        Assert.Equal(moved.Count(stock => table.Close(to, stock) < table.Close(from, stock)), count.Decliners);
        Assert.Equal(locked.Length, count.LimitLocked);
        Assert.Equal(members.Count(stock => table.Day(to, stock) == StockDay.Idle), count.Suspended);
    });

    [Fact]
    public void AboveAverage_IsThatOfAddingUpEachWindow() => Property.Holds(random =>
    {
        var table = RandomStocks.Table(random);
        var length = random.Next(1, table.Sessions + 5);
        var counts = TrailingCounts.AboveAverage(table, length);
        for (var session = 0; session < table.Sessions; session++)
        {
            var counted = table.MembersOn(session).Where(stock => table.FirstSessions[stock] <= session - length + 1).ToArray();
            var above = counted.Count(stock => table.Close(session, stock) > Enumerable.Range(session - length + 1, length).Average(row => table.Close(row, stock)) * (1 + 1e-9));

            Assert.Equal((above, counted.Length), (counts[session].Above, counts[session].Counted));
        }
    });

    [Fact]
    public void NewExtremes_AreThoseOfLookingBackOneByOne() => Property.Holds(random =>
    {
        var table = RandomStocks.Table(random);
        var length = random.Next(1, table.Sessions + 5);
        var counts = TrailingCounts.NewExtremes(table, length);
        for (var session = 0; session < table.Sessions; session++)
        {
            var counted = table.MembersOn(session).Where(stock => table.FirstSessions[stock] <= session - length).ToArray();
            IEnumerable<double> Before(int stock) => Enumerable.Range(session - length, length).Select(row => table.Close(row, stock));
            var highs = counted.Count(stock => table.Close(session, stock) > Before(stock).Max());
            var lows = counted.Count(stock => table.Close(session, stock) < Before(stock).Min());

            Assert.Equal((highs, lows, counted.Length), (counts[session].Above, counts[session].Below, counts[session].Counted));
        }
    });

    [Fact]
    public void McClellan_IsTheDifferenceOfTwoWeightedSums() => Property.Holds(random =>
    {
        var counts = Enumerable.Range(0, random.Next(1, 80)).Select(_ => Count(random.Next(0, 50), random.Next(1, 50))).ToArray();
        double Average(double part) => Enumerable.Range(0, counts.Length).Sum(back =>
        {
            var count = counts[counts.Length - 1 - back];
            var weight = back == counts.Length - 1 ? Math.Pow(1 - part, back) : part * Math.Pow(1 - part, back);
            return weight * 1000 * (count.Advancers - count.Decliners) / (count.Advancers + count.Decliners);
        });

        Assert.Equal(Average(0.10) - Average(0.05), AdvanceDecline.McClellan(counts)[^1], 8);
    });

    [Fact]
    public void McClellan_ByHand() // net 0, 1000, 1000: fast 0, 100, 190; slow 0, 50, 97.5
    {
        var oscillator = AdvanceDecline.McClellan([Count(5, 5), Count(10, 0), Count(10, 0)]);

        Assert.Equal([0, 50, 92.5], oscillator.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void ZweigAverage_ByHand() // 0.11, then 1/11 + ... : 0 + 2/11 * 11/11
    {
        var average = AdvanceDecline.ZweigAverage([Count(0, 11), Count(11, 0), Count(11, 0)]);

        Assert.Equal([0, 0.181818182, 0.330578512], average.Select(value => Math.Round(value, 9))); // 2/11, then 2/11 + 2/11 * 9/11
    }

    [Theory]
    [InlineData(new[] { 0.39, 0.50, 0.62, 0.63 }, new[] { 2 })] // once, when it comes above
    [InlineData(new[] { 0.40, 0.50, 0.62 }, new int[0])] // never below 0.40
    [InlineData(new[] { 0.39, 0.50, 0.615 }, new int[0])] // not above
    [InlineData(new[] { 0.39, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.62 }, new[] { 10 })] // ten sessions
    [InlineData(new[] { 0.39, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.62 }, new int[0])] // eleven
    public void ZweigThrusts_ByHand(double[] averages, int[] expected)
    {
        var thrusts = AdvanceDecline.ZweigThrusts(averages);

        Assert.Equal(expected, Enumerable.Range(0, thrusts.Length).Where(i => thrusts[i]));
    }

    private static BreadthCount Count(int advancers, int decliners) => new(advancers + decliners, advancers, decliners, 0, 0, 0, 0, 0, 0);
}
