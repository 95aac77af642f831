using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>The statistics against another implementation, against exact regressions, and their problems.</summary>
public class ExuberanceTests
{
    /// <summary>Numbers of R exuber 1.1.0, each derived again there by lm(); they agree with each other to 8e-10.</summary>
    [SharedTheory]
    [InlineData("bubble200_lag0")]
    [InlineData("bubble200_lag1")]
    [InlineData("bubble200_lag2")]
    [InlineData("randomwalk100_lag0")]
    [InlineData("randomwalk100_lag1")]
    [InlineData("randomwalk100_lag2")]
    [InlineData("closedform120_lag0")]
    [InlineData("closedform120_lag1")]
    [InlineData("closedform120_lag2")]
    public void Test_AgreesWithExuber(string name)
    {
        var expected = ExuberanceVectors.File("psy_radf_vectors.json").GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

        var result = Exuberance.Test(ExuberanceVectors.Series(expected.GetProperty("series").GetString()!), new ExuberanceOptions { Lag = expected.GetProperty("lag").GetInt32() }).Value;

        Assert.Equal(expected.GetProperty("minw_regression_rows").GetInt32(), result.MinimumRegressionRows);
        Assert.Equal(expected.GetProperty("first_end_index_1based").GetInt32() - 1, result.Bsadf.FirstEnd);
        Close(expected.GetProperty("adf").GetDouble(), result.Adf, 1e-9);
        Close(expected.GetProperty("sadf").GetDouble(), result.Sadf, 1e-9);
        Close(expected.GetProperty("gsadf").GetDouble(), result.Gsadf, 1e-9);
        AllClose(ExuberanceVectors.Numbers(expected.GetProperty("badf")), result.Badf, 1e-9);
        AllClose(ExuberanceVectors.Numbers(expected.GetProperty("bsadf")), result.Bsadf, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Test_AgreesWithExactRegressionsOfEveryWindow(int lag) => Property.Holds(
        random => AgreesWithExact(TestSeries.Walk(random, 24), new ExuberanceOptions { Lag = lag, MinimumRegressionRows = lag + 5 }, 1e-11),
        1);

    /// <summary>Growth by a twentieth a point lifts the level from 100 to 4e4, so that residuals are a ten-millionth of what is fitted.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Test_AgreesWithExactRegressionsOfAnExplosionTo40000(int lag) => Property.Holds(
        random =>
        {
            var series = TestSeries.Bubble(random, 170, 20, 144, 1.05);
            Assert.True(series.Max() > 4e4);
            var result = Exuberance.Test(series, new ExuberanceOptions { Lag = lag }).Value;
            foreach (var end in new[] { 60, 100, 143, 144, 150, 169 })
            {
                Close(TwoPass.Exact(series, 0, end, lag), result.Badf[end], 1e-12);
                Close(TwoPass.Exact(series, result.BsadfStarts[end - result.Bsadf.FirstEnd], end, lag), result.Bsadf[end], 1e-12);
            }
        },
        3);

    /// <summary>The last point of the explosion, all windows that end there.</summary>
    [Fact]
    public void Bsadf_OfAnExplosionIsTheGreatestOfTheExactRegressions()
    {
        var series = TestSeries.Bubble(new Random(4), 146, 20, 144, 1.05);
        var result = Exuberance.Test(series).Value;

        var exact = Enumerable.Range(0, 143 - result.Bsadf.FirstEnd + 1).Max(start => TwoPass.Exact(series, start, 143, 0));

        Assert.True(exact > 500);
        Close(exact, result.Bsadf[143], 1e-12);
    }

    [Fact]
    public void Test_AgreesWithExactRegressionsWhereTheLevelDwarfsTheMoves() => Property.Holds(
        random => AgreesWithExact(TestSeries.Walk(random, 24, 1e9), new ExuberanceOptions { MinimumRegressionRows = 6 }, 1e-10),
        2);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Lanes_GiveTheSameBits(int lag) => Property.Holds(
        random =>
        {
            var points = 60 + random.Next(40);
            var series = random.Next(2) == 0 ? TestSeries.Walk(random, points) : TestSeries.Bubble(random, points, 20, 50, 1.1);
            var sweeps = new[] { 1, 2, 4, 8 }.Select(lanes => new WindowSweep(points, lag, lag + 3, lanes)).ToArray();
            foreach (var sweep in sweeps)
            {
                sweep.Run(series);
            }

            Assert.All(sweeps, sweep => Assert.Equal(Bits(sweeps[0]), Bits(sweep)));
        },
        30);

    [Fact]
    public void OneLag_GivesTheBitsOfAnyLag() => Property.Holds(
        random =>
        {
            var series = TestSeries.Walk(random, 70);
            var (special, general) = (new WindowTables(70), new WindowTables(70));
            special.Take(series);
            general.Take(series);
            for (var start = 0; start < 60; start += 8)
            {
                OneLagKernel.Run<EightLanes>(special, start, 8);
                LaggedKernel.Run<EightLanes>(general, start, 8, 1);
            }

            Assert.Equal(general.Best, special.Best);
            Assert.Equal(general.BestStart, special.BestStart);
        },
        20);

    [Fact]
    public void Lags_OfNoneGiveThePlainStatistic() => Property.Holds(
        random =>
        {
            var series = TestSeries.Walk(random, 70);
            var (plain, general) = (new WindowTables(70), new WindowTables(70));
            plain.Take(series);
            general.Take(series);
            PlainKernel.Run<OneLane>(plain, 5, 8);
            LaggedKernel.Run<OneLane>(general, 5, 8, 0);
            for (var end = 13; end < 70; end++)
            {
                Close(plain.Best[end], general.Best[end], 1e-12);
            }
        },
        20);

    [Fact]
    public void Statistics_AreNested() => Property.Holds(random =>
    {
        var result = Exuberance.Test(TestSeries.Walk(random, 80), new ExuberanceOptions { Lag = random.Next(3) }).Value;

        Assert.True(result.Gsadf >= result.Sadf && result.Sadf >= result.Adf);
        Assert.All(result.Badf.Defined, point => Assert.True(result.Bsadf[point.End] >= point.Value));
        Assert.Equal(result.Gsadf, result.Bsadf[result.GsadfEnd]);
        Assert.Equal(result.Sadf, result.Badf[result.SadfEnd]);
    });

    [Fact]
    public void Statistics_FallWithTheShortestWindow() => Property.Holds(random =>
    {
        var series = TestSeries.Walk(random, 80);
        var (shorter, longer) = (Exuberance.Test(series, new ExuberanceOptions { MinimumRegressionRows = 12 }).Value, Exuberance.Test(series, new ExuberanceOptions { MinimumRegressionRows = 24 }).Value);

        Assert.True(shorter.Gsadf >= longer.Gsadf && shorter.Sadf >= longer.Sadf);
        Assert.Equal(shorter.Adf, longer.Adf);
    });

    [Fact]
    public void Scale_ByAPowerOfTwoChangesNoBit() => Property.Holds(random =>
    {
        var series = TestSeries.Walk(random, 60);
        var one = Exuberance.Test(series).Value;
        Assert.Equal(one.Adf, Exuberance.Test([.. series.Select(level => Math.ScaleB(level, -900))]).Value.Adf);
        Assert.Equal(one.Gsadf, Exuberance.Test([.. series.Select(level => Math.ScaleB(level, 900))]).Value.Gsadf);
    });

    [Fact]
    public void ShiftAndScale_ChangeNoStatistic() => Property.Holds(random =>
    {
        var series = TestSeries.Walk(random, 60);
        var (factor, shift) = (0.001 + (1000 * random.NextDouble()), 1000 * (random.NextDouble() - 0.5));
        var (one, other) = (Exuberance.Test(series, new ExuberanceOptions { Lag = 1 }).Value, Exuberance.Test([.. series.Select(level => (factor * level) + shift)], new ExuberanceOptions { Lag = 1 }).Value);
        Close(one.Gsadf, other.Gsadf, 1e-9);
        Close(one.Adf, other.Adf, 1e-9);
    });

    /// <summary>The signs of level and change turn together, and so does nothing.</summary>
    [Fact]
    public void Mirror_ChangesNoBit() => Property.Holds(random =>
    {
        var series = TestSeries.Walk(random, 60);
        Assert.Equal(Exuberance.Test(series).Value.Gsadf, Exuberance.Test([.. series.Select(level => -level)]).Value.Gsadf);
    });

    [Fact]
    public void FlatStretch_HasNoStatisticAndSpoilsNothing()
    {
        var series = TestSeries.Walk(new Random(5), 90);
        Array.Fill(series, 100, 0, 40);

        var result = Exuberance.Test(series, new ExuberanceOptions { MinimumRegressionRows = 20 }).Value;

        Assert.False(result.Badf.IsDefined(39));
        Assert.False(result.Bsadf.IsDefined(40));
        Assert.True(result.Bsadf.IsDefined(45));
        Close(TwoPass.Exact(series, 0, 60, 0), result.Badf[60], 1e-11);
        Close(TwoPass.Exact(series, 0, 89, 0), result.Adf, 1e-11);
        Assert.Equal(Enumerable.Range(0, 90).Where(result.Badf.IsDefined), result.Badf.Defined.Select(point => point.End));
        Assert.Throws<InvalidOperationException>(() => result.Badf[39]);
    }

    [Fact]
    public void FlatEnd_KeepsTheStatisticOfItsWindows()
    {
        var series = TestSeries.Walk(new Random(6), 90);
        Array.Fill(series, series[60], 61, 29);

        var result = Exuberance.Test(series, new ExuberanceOptions { MinimumRegressionRows = 15 }).Value;

        Close(TwoPass.Exact(series, 0, 89, 0), result.Adf, 1e-11);
        var start = result.BsadfStarts[^1];
        Assert.True(start < 60);
        Close(TwoPass.Exact(series, start, 89, 0), result.Bsadf[89], 1e-11);
    }

    /// <summary>Growth by exactly a sixteenth a point is fitted without residual: those windows are left out, windows with noise are not.</summary>
    [Fact]
    public void PerfectFit_IsLeftOutOfTheMaximum()
    {
        var series = TestSeries.Walk(new Random(7), 90);
        for (var t = 31; t < 90; t++)
        {
            series[t] = series[t - 1] * 1.0625;
        }

        var result = Exuberance.Test(series, new ExuberanceOptions { MinimumRegressionRows = 15 }).Value;

        var start = result.BsadfStarts[^1];
        Assert.True(start < 30);
        Close(TwoPass.Exact(series, start, 89, 0), result.Bsadf[89], 1e-9);
    }

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(0.1, 1000.0)]
    [InlineData(-3.7, 1e6)]
    public void StraightLine_IsAProblem(double slope, double from)
    {
        double[] line = [.. Enumerable.Range(0, 80).Select(t => from + (slope * t))];

        var answer = Exuberance.Test(line);

        Assert.Equal(ProblemKind.Undefined, answer.Problem!.Kind);
        Assert.Contains("no residual", answer.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void PureExponential_IsAProblem(int lag)
    {
        double[] growth = [.. Enumerable.Range(0, 120).Select(t => Math.Exp(0.03 * t))];

        Assert.Equal(ProblemKind.Undefined, Exuberance.Test(growth, new ExuberanceOptions { Lag = lag }).Problem!.Kind);
    }

    [Fact]
    public void BadInput_IsNamed()
    {
        var good = TestSeries.Walk(new Random(1), 100);
        double[] hole = [.. good];
        hole[17] = double.NaN;
        double[] endless = [.. good];
        endless[3] = double.PositiveInfinity;

        Names(Exuberance.Test(hole), ProblemKind.Invalid, "Point 17 (counted from 0) is NaN");
        Names(Exuberance.Test(endless), ProblemKind.Invalid, "Point 3 (counted from 0) is Infinity");
        Names(Exuberance.Test([]), ProblemKind.Undefined, "is empty");
        Names(Exuberance.Test([.. Enumerable.Repeat(5.0, 100)]), ProblemKind.Undefined, "never moves");
        Names(Exuberance.Test(good.AsSpan(0, 2)), ProblemKind.Invalid, "2 regression rows for 2 points");
        Names(Exuberance.Test(good, new ExuberanceOptions { Lag = -1 }), ProblemKind.Invalid, "The lag is -1");
        Names(Exuberance.Test(good, new ExuberanceOptions { Lag = 25 }), ProblemKind.Invalid, "from 0 to 24");
        Names(Exuberance.Test(good, new ExuberanceOptions { Lag = 17 }), ProblemKind.Invalid, "19 regressors");
        Names(Exuberance.Test(good, new ExuberanceOptions { MinimumRegressionRows = 2 }), ProblemKind.Invalid, "need at least 3");
        Names(Exuberance.Test(good, new ExuberanceOptions { MinimumRegressionRows = 100 }), ProblemKind.Undefined, "needs 101");
        Assert.True(Exuberance.Test(good, new ExuberanceOptions { MinimumRegressionRows = 99 }).HasValue);
    }

    /// <summary>floor(T (0.01 + 1.8 / √T)), worked by hand: 19 for 100, 27 for 200, 90 for 1,680, 177 for 5,000.</summary>
    [Theory]
    [InlineData(100, 19)]
    [InlineData(200, 27)]
    [InlineData(500, 45)]
    [InlineData(1680, 90)]
    [InlineData(2000, 100)]
    [InlineData(5000, 177)]
    public void MinimumWindow_FollowsTheStandardRule(int points, int rows) => Assert.Equal(rows, MinimumWindow.RegressionRows(points));

    private static void AgreesWithExact(double[] series, ExuberanceOptions options, double tolerance)
    {
        var result = Exuberance.Test(series, options).Value;
        foreach (var (end, value) in result.Bsadf.Defined)
        {
            var exact = Enumerable.Range(0, end - result.Bsadf.FirstEnd + 1).Select(start => TwoPass.Exact(series, start, end, options.Lag)).ToArray();
            Close(exact.Max(), value, tolerance);
            Close(exact[0], result.Badf[end], tolerance);
            Assert.Equal(Array.IndexOf(exact, exact.Max()), result.BsadfStarts[end - result.Bsadf.FirstEnd]);
        }
    }

    private static long[] Bits(WindowSweep sweep) => [.. sweep.Greatest.Concat(sweep.FromFirst).Select(BitConverter.DoubleToInt64Bits), .. sweep.Start.Select(start => (long)start)];

    private static void Names<T>(Answer<T> answer, ProblemKind kind, string words)
    {
        Assert.Equal(kind, answer.Problem!.Kind);
        Assert.Contains(words, answer.Problem.Message, StringComparison.Ordinal);
    }

    private static void AllClose(double[] expected, StatisticSequence actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Close(expected[i], actual[actual.FirstEnd + i], tolerance);
        }
    }

    private static void Close(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"Expected {expected:R}, was {actual:R}.");
}
