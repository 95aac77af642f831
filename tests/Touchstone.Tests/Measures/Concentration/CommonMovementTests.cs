using MathNet.Numerics.LinearAlgebra;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Mean correlation without the pairs against the pairs; the absorption ratio against eigenvalues worked by hand.</summary>
public class CommonMovementTests
{
    [Fact]
    public void MeanCorrelation_IsThatOfAllPairs() => Property.Holds(random =>
    {
        var table = ReturnTable.Of(RandomStocks.Trading(random, random.Next(2, 30), random.Next(3, 90), random.NextDouble() * 3));

        Assert.Equal(OverPairs(table, 0, table.Rows - 1, Enumerable.Range(0, table.Stocks)), PairwiseCorrelation.Over(table, 0, table.Rows - 1, [], out var counted), 1e-12);
        Assert.Equal(table.Stocks, counted);
    });

    [Fact]
    public void MeanCorrelation_LeavesOutWhoDidNotTrade() => Property.Holds(random =>
    {
        var stocks = RandomStocks.Table(random);
        var table = ReturnTable.Of(stocks);
        var first = random.Next(table.Rows - 5);
        var last = Math.Min(table.Rows - 1, first + random.Next(3, 15));
        var whole = Enumerable.Range(0, stocks.Stocks).Where(stock =>
            Enumerable.Range(first, last - first + 2).All(session => stocks.Day(session, stock) is not (StockDay.Missing or StockDay.Idle))
            && Enumerable.Range(first, last - first + 1).Select(session => stocks.Close(session + 1, stock) / stocks.Close(session, stock)).Distinct().Count() > 1).ToArray();
        var mean = PairwiseCorrelation.Over(table, first, last, [], out var counted);

        Assert.Equal(whole.Length, counted);
        if (counted >= 2)
        {
            Assert.Equal(OverPairs(table, first, last, whole), mean, 1e-12);
        }
        else
        {
            Assert.True(double.IsNaN(mean));
        }
    });

    [Fact]
    public void Rolling_IsEachWindowByItself() => Property.Holds(random =>
    {
        var stocks = RandomStocks.Trading(random, random.Next(2, 20), random.Next(10, 60), 1);
        var table = ReturnTable.Of(stocks);
        var length = random.Next(2, table.Rows);
        var rolling = PairwiseCorrelation.Rolling(table, length, null);

        for (var row = 0; row < table.Rows; row++)
        {
            Assert.Equal(row < length - 1 ? double.NaN : PairwiseCorrelation.Over(table, row - length + 1, row, [], out _), rolling[row]);
        }
    }, seeds: 40);

    [Theory]
    [InlineData("average-correlation(XTST:A, all, XTST:B, XTST:C)", -0.5)] // log returns (a, -a, 0), (0, a, -a), (-a, 0, a): each pair -0.5, the least that three can have
    [InlineData("average-correlation(XTST:A, all, XTST:D)", 1)] // D moves twice as far
    [InlineData("absorption-ratio(XTST:A, all, XTST:D)", 100)] // one factor has it all
    [InlineData("absorption-ratio(XTST:A, all, XTST:B, XTST:C)", 50)] // the three sum to zero, so two factors of equal size are left
    [InlineData("absorption-ratio(XTST:A, all, XTST:B, XTST:C, components=2)", 100)]
    [InlineData("absorption-ratio(XTST:E, all, XTST:F)", 80)] // no correlation, variances 1 and 4
    public void Value_IsAsWorkedByHand(string expression, double expected) => Assert.Equal(expected, Market().Value(expression), 9);

    [Theory]
    [InlineData("average-correlation(XTST:A, 1d, XTST:B)", "at least two daily returns")]
    [InlineData("average-correlation(XTST:A, all, XTST:G)", "1 of 2 stocks of the list moved at all")]
    [InlineData("absorption-ratio(XTST:A, all, XTST:B, components=3)", "fewer than 3 components")]
    [InlineData("absorption-ratio(XTST:G, all, XTST:H)", "None of the 2 stocks of the list moved")]
    [InlineData("average-correlation(XTST:A, all, XTST:I)", "more than half, and two, are needed")]
    public void Problem_SaysWhy(string expression, string words) => Assert.Contains(words, Market().Problem(expression).Message, StringComparison.Ordinal);

    [Fact]
    public void Absorption_IsTheSameFromEitherMatrix() => Property.Holds(random => // of the stocks, worked out here; of the days, whichever is smaller in the library
    {
        var (stocks, sessions) = (random.Next(2, 25), random.Next(4, 25));
        var table = ReturnTable.Of(RandomStocks.Trading(random, stocks, sessions, random.NextDouble() * 2));
        var returns = Matrix<double>.Build.Dense(table.Rows, stocks, (row, stock) => table.Returns[(row * stocks) + stock]);
        var deviations = Matrix<double>.Build.Dense(table.Rows, stocks, (row, stock) => returns[row, stock] - returns.Column(stock).Average());
        var values = (deviations.Transpose() * deviations).Evd().EigenValues.Select(value => value.Real).OrderDescending().ToArray();
        var components = random.Next(1, stocks + 1);

        Assert.Equal(Math.Min(1, values.Take(components).Sum() / values.Sum()), Absorption.Ratio(table, 0, table.Rows - 1, [.. Enumerable.Range(0, stocks)], components), 9);
    }, seeds: 60);

    private static double OverPairs(ReturnTable table, int first, int last, IEnumerable<int> stocks)
    {
        var series = stocks.Select(stock => Enumerable.Range(first, last - first + 1).Select(row => table.Returns[(row * table.Stocks) + stock]).ToArray()).ToArray();
        var (sum, pairs) = (0.0, 0);
        for (var one = 0; one < series.Length; one++)
        {
            for (var other = one + 1; other < series.Length; other++)
            {
                sum += Pearson(series[one], series[other]);
                pairs++;
            }
        }

        return sum / pairs;
    }

    private static double Pearson(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var products = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return products / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static Market Market()
    {
        var market = new TestMarket();
        Add(market, "XTST:A", 1, 2, 1, 1);
        Add(market, "XTST:B", 1, 1, 2, 1);
        Add(market, "XTST:C", 2, 1, 1, 2);
        Add(market, "XTST:D", 1, 4, 1, 1);
        Add(market, "XTST:E", 1, 2, 1, 1, 1);
        Add(market, "XTST:F", 1, 1, 1, 4, 1);
        Add(market, "XTST:G", 3, 3, 3, 3);
        Add(market, "XTST:H", 3, 3, 3, 3);
        Add(market, "XTST:I", 3, double.NaN, 3, 4);
        return market.Build();
    }

    private static void Add(TestMarket market, string id, params double[] closes) =>
        market.Equity(id).Bars(id, null, [.. FourStocks.Days.Take(closes.Length).Select(TestMarket.Day)], (PriceField.Close, closes));
}
