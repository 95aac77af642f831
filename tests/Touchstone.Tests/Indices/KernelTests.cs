using System.Numerics;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>The sum over members, and the levels made of it.</summary>
public class KernelTests
{
    private const int Block = PricePanel.BlockDays;

    [Fact]
    public void EveryWidth_GivesTheSameBits() => Property.Holds(random =>
    {
        var members = random.Next(0, 40);
        double[] block = [.. Enumerable.Range(0, 50 * Block).Select(_ => 500 * random.NextDouble())];
        int[] rows = [.. Enumerable.Range(0, members).Select(_ => random.Next(50))];
        double[] units = [.. Enumerable.Range(0, members).Select(_ => 1e9 * random.NextDouble())];
        var first = random.Next(Block);
        var end = random.Next(first + 1, Block + 1);
        double[] plain = new double[Block], narrow = new double[Block], wide = new double[Block];
        WeightedSum.Plain(block, rows, units, first, end, plain);
        WeightedSum.Narrow(block, rows, units, first, end, narrow);
        WeightedSum.Wide(block, rows, units, first, end, wide);
        Assert.Equal(plain[first..end], narrow[first..end]);
        Assert.Equal(plain[first..end], wide[first..end]);
    }, 1000);

    [Fact]
    public void Sum_IsWithinTheStatedBound() => Property.Holds(random =>
    {
        // Whole numbers of 40 bits, so that the exact sum is known.
        const int members = 100;
        double[] block = [.. Enumerable.Range(0, members * Block).Select(_ => (double)random.NextInt64(1L << 40))];
        int[] rows = [.. Enumerable.Range(0, members)];
        double[] units = [.. Enumerable.Range(0, members).Select(_ => (double)random.NextInt64(1L << 40))];
        var sums = new double[Block];
        WeightedSum.Of(block, rows, units, 0, Block, sums);
        for (var day = 0; day < Block; day++)
        {
            var exact = rows.Aggregate(BigInteger.Zero, (sum, row) => sum + (new BigInteger(block[(row * Block) + day]) * new BigInteger(units[row])));
            var error = (double)BigInteger.Abs(new BigInteger(sums[day]) - exact) / (double)exact;
            Assert.InRange(error, 0, members * Math.ScaleB(1, -53));
        }
    }, 20);

    [Theory]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData((4 * Block) - 1)]
    [InlineData(4 * Block)]
    [InlineData((4 * Block) + 1)]
    public void Levels_OfOneMember_AreItsPrices(int sessions)
    {
        var (panel, prices) = Panel(sessions);
        var index = new IndexSegments([new IndexSegment(0, sessions, [1], [2], 2)]);
        Assert.Equal(prices[1], LevelKernel.Run(panel, [index])[0].Value.ToArray());
    }

    [Fact]
    public void Levels_ChangeWithTheSegments_WhereverTheyMeet()
    {
        const int sessions = (3 * Block) + 5;
        var (panel, prices) = Panel(sessions);
        Assert.All(Enumerable.Range(1, sessions - 1), cut =>
        {
            var index = new IndexSegments([new IndexSegment(0, cut, [0], [1], 1), new IndexSegment(cut, sessions, [0, 2], [1, 3], 4)]);
            double[] expected = [.. prices[0][..cut], .. Enumerable.Range(cut, sessions - cut).Select(day => Math.FusedMultiplyAdd(prices[2][day], 3, prices[0][day]) / 4)];
            Assert.Equal(expected, LevelKernel.Run(panel, [index])[0].Value.ToArray());
        });
    }

    [Fact]
    public void Levels_OfALaterStart_BeginThere()
    {
        var (panel, prices) = Panel(3 * Block);
        var index = new IndexSegments([new IndexSegment(Block + 3, (2 * Block) + 1, [2], [1], 1)]);
        Assert.Equal(prices[2][(Block + 3)..((2 * Block) + 1)], LevelKernel.Run(panel, [index])[0].Value.ToArray());
    }

    [Fact]
    public void Levels_AreTheSameOnAnyNumberOfThreads() => Property.Holds(random =>
    {
        var (panel, _) = Panel(random.Next(1, 200));
        var indices = Enumerable.Range(0, 30).Select(_ => new IndexSegments([new IndexSegment(0, panel.Days.Length, [0, 1, 2], [random.NextDouble(), random.NextDouble(), 1], 7)])).ToArray();
        var alone = LevelKernel.Run(panel, indices, 1).SelectMany(answer => answer.Value.ToArray()).Select(BitConverter.DoubleToInt64Bits);
        Assert.Equal(alone, LevelKernel.Run(panel, indices, 2).SelectMany(answer => answer.Value.ToArray()).Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(alone, LevelKernel.Run(panel, indices, 7).SelectMany(answer => answer.Value.ToArray()).Select(BitConverter.DoubleToInt64Bits));
    }, 20);

    [Fact]
    public void MissingClose_IsAProblemNamingDayAndMembers()
    {
        var (panel, _) = Panel(40);
        panel.At(1, 35) = double.NaN;
        panel.At(2, 35) = double.NaN;
        var held = new IndexSegments([new IndexSegment(0, 40, [0, 1, 2], [1, 1, 1], 1)]);
        var gone = new IndexSegments([new IndexSegment(0, 35, [1], [1], 1), new IndexSegment(35, 40, [0], [1], 1)]);
        var answers = LevelKernel.Run(panel, [held, gone]);
        Assert.Equal("No close on 2025-04-07 for 2 of 3 members: XTST:1, XTST:2.", answers[0].Problem!.Message);
        Assert.True(answers[1].HasValue);
    }

    [Fact]
    public void ScaledPrices_AndDivisor_ChangeNothing()
    {
        var (panel, prices) = Panel(70);
        var cents = PricePanel.Of([.. Enumerable.Range(0, 70).Select(day => ClosingPrices.Of(panel.Days[day], prices.Select((row, i) => (new InstrumentId($"XTST:{i}"), row[day] * 128))))], panel.Lines);
        Assert.Equal(
            LevelKernel.Run(panel, [new IndexSegments([new IndexSegment(0, 70, [0, 1, 2], [1, 2, 3], 7)])])[0].Value.ToArray(),
            LevelKernel.Run(cents, [new IndexSegments([new IndexSegment(0, 70, [0, 1, 2], [1, 2, 3], 7 * 128)])])[0].Value.ToArray());
    }

    [Fact]
    public void NoIndices_AreNoLevels() => Assert.Empty(LevelKernel.Run(Panel(3).Panel, []));

    [Fact]
    public void Segments_MustJoinUp()
    {
        Assert.Throws<ArgumentException>(() => new IndexSegments([]));
        Assert.Throws<ArgumentException>(() => new IndexSegments([new IndexSegment(0, 0, [0], [1], 1)]));
        Assert.Throws<ArgumentException>(() => new IndexSegments([new IndexSegment(0, 2, [0], [1], 1), new IndexSegment(3, 4, [0], [1], 1)]));
        Assert.Throws<ArgumentException>(() => new IndexSegments([new IndexSegment(0, 2, [0, 1], [1], 1)]));
    }

    [Fact]
    public void Run_RefusesWhatThePanelDoesNotHave()
    {
        var (panel, _) = Panel(5);
        Assert.Throws<ArgumentException>(() => LevelKernel.Run(panel, [new IndexSegments([new IndexSegment(0, 6, [0], [1], 1)])]));
        Assert.Throws<ArgumentException>(() => LevelKernel.Run(panel, [new IndexSegments([new IndexSegment(0, 5, [3], [1], 1)])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelKernel.Run(panel, [], 0));
    }

    [Fact]
    public void Order_IsLargestFirst_EqualOnesByPlace() => Property.Holds(random =>
    {
        double[] values = [.. Enumerable.Range(0, random.Next(0, 300)).Select(_ => random.Next(5) switch
        {
            0 => double.NaN,
            1 => random.Next(3),
            2 => 1000 + (1e-7 * random.Next(5)),
            _ => Math.Exp(40 * random.NextDouble()),
        })];
        var order = new int[values.Length];
        var count = DescendingOrder.Of(values, order);
        Assert.Equal(Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row])).OrderByDescending(row => values[row]), order.Take(count));
    }, 500);

    private static (PricePanel Panel, double[][] Prices) Panel(int sessions)
    {
        var random = new Random(sessions);
        double[][] prices = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, sessions).Select(_ => 10 + random.NextDouble()).ToArray())];
        InstrumentId[] stocks = [.. prices.Select((_, i) => new InstrumentId($"XTST:{i}"))];
        return (PricePanel.Of([.. Enumerable.Range(0, sessions).Select(day => ClosingPrices.Of(TwoStocks.Base.AddDays(day), prices.Select((row, i) => (stocks[i], row[day]))))], stocks.Select(stock => new PanelLine(stock))), prices);
    }
}
