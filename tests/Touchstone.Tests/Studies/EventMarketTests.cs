using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Event studies of a market: sessions of each exchange, bases, missing days, overlaps. Returns are worked from prices in the test.</summary>
public class EventMarketTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly EventWindow Window = new(-1, 1);

    [Fact]
    public void Run_CountsSessionsOfTheSecuritysExchange()
    {
        // 2024-02-12 and 13 are closed in Hong Kong: day 1 after Friday the 9th is Wednesday the 14th.
        var market = Base().Closed("XHKG", "2024-02-12", "2024-02-13").Build();
        var result = EventStudy.Run(market, Design("XHKG:1", "2024-02-09") with { Variable = StudyVariable.SimpleReturn }, Raw).Value;
        var expected = (Price(Day(2, 14)) / Price(Day(2, 9))) - 1 - ((Level(Day(2, 14)) / Level(Day(2, 9))) - 1);
        Agree.Within(1e-12, expected, result.Events[0].Days[^1].Value, "day 1");
    }

    [Fact]
    public void Run_TakesLogReturnsByDefault()
    {
        var result = EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-09"), Raw).Value;
        var expected = Math.Log(Price(Day(2, 12)) / Price(Day(2, 7))) - Math.Log(Level(Day(2, 12)) / Level(Day(2, 7)));
        Agree.Within(1e-12, expected, result.Events[0].Over(Window).Value.Value, "CAR");
        Assert.Equal(
            [("XHKG:1", Day(2, 7)), ("HSI", Day(2, 7)), ("XHKG:1", Day(2, 12)), ("HSI", Day(2, 12))],
            EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-09"), Raw).Working.Inputs.Select(input => (input.Instrument.Value, input.Date)));
    }

    [Fact]
    public void Run_MovesAnEventOnAClosedDayToTheNextSessionAndSaysSo()
    {
        var result = EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-10"), Raw).Value;
        Assert.Equal("XHKG:1 did not trade on 2024-02-10; day 0 is its next session, 2024-02-12.", Assert.Single(result.Problems).Problem.Message);
        Agree.Within(1e-12, Math.Log(Price(Day(2, 12)) / Price(Day(2, 9))) - Math.Log(Level(Day(2, 12)) / Level(Day(2, 9))), result.Events[0].Days[1].Value, "day 0");
    }

    [Fact]
    public void Run_LetsABenchmarkThatWasClosedMoveOnItsNextClose()
    {
        var market = new TestMarket().Equity("XHKG:1").Index("US", "XNYS", "USD").Closes("XHKG:1", CloseBasis.SplitAdjusted, Rows(Price)).Closes("US", Rows(Level, Day(2, 9))).Build();
        var result = EventStudy.Run(market, Design("XHKG:1", "2024-02-09", "US"), Raw).Value;
        Agree.Within(1e-12, Math.Log(Price(Day(2, 9)) / Price(Day(2, 8))), result.Events[0].Days[1].Value, "day 0");
        Agree.Within(1e-12, Math.Log(Price(Day(2, 12)) / Price(Day(2, 9))) - Math.Log(Level(Day(2, 12)) / Level(Day(2, 8))), result.Events[0].Days[2].Value, "day 1");
        Assert.Equal("US has no close on 1 of the sessions of XHKG:1; what it did then falls on its next close.", Assert.Single(result.Problems).Problem.Message);
    }

    [Fact]
    public void Run_LeavesADayWithoutAPriceOutUnlessReturnsRunFromTradeToTrade()
    {
        var market = new TestMarket().Equity("XHKG:1").Index("HSI").Closes("XHKG:1", CloseBasis.SplitAdjusted, Rows(Price, Day(2, 9))).Closes("HSI", Rows(Level)).Build();
        var plain = EventStudy.Run(market, Design("XHKG:1", "2024-02-12"), Raw).Value;
        Assert.Equal([1], plain.Events[0].Days.Select(day => day.Window.First));
        var traded = EventStudy.Run(market, Design("XHKG:1", "2024-02-12") with { TradeToTrade = true }, Raw).Value.Events[0];
        Assert.Equal([0, 1], traded.Days.Select(day => day.Window.First));
        Agree.Within(1e-12, Math.Log(Price(Day(2, 12)) / Price(Day(2, 8))) - Math.Log(Level(Day(2, 12)) / Level(Day(2, 8))), traded.Days[0].Value, "two sessions");
        Assert.Equal(2, traded.Days[0].ForecastFactor);
    }

    [Fact]
    public void Run_PutsAsTradedClosesOnOneBasisAcrossASplit()
    {
        var rows = Rows(day => day >= Day(2, 9) ? Price(day) / 4 : Price(day));
        var market = new TestMarket().Equity("XHKG:1").Index("HSI").Closes("XHKG:1", CloseBasis.AsTraded, rows).Closes("HSI", Rows(Level)).Split("XHKG:1", "2024-02-09", 4).Build();
        var split = EventStudy.Run(market, Design("XHKG:1", "2024-02-09"), Raw).Value.Events[0].Days[1].Value;
        Agree.Within(1e-12, EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-09"), Raw).Value.Events[0].Days[1].Value, split, "day 0");
    }

    [Fact]
    public void Run_PrefersTheTotalReturnAndSaysWhatItTook()
    {
        var days = Days().ToArray();
        var market = new TestMarket().Equity("XHKG:1").Index("HSI").Closes("HSI", Rows(Level))
            .Bars("XHKG:1", CloseBasis.AsTraded, days, (PriceField.Close, [.. days.Select(_ => 100.0)]), (PriceField.Adjusted, [.. days.Select(Price)])).Build();
        var answer = EventStudy.Run(market, Design("XHKG:1", "2024-02-09"), Raw);
        Agree.Within(1e-12, Math.Log(Price(Day(2, 9)) / Price(Day(2, 8))) - Math.Log(Level(Day(2, 9)) / Level(Day(2, 8))), answer.Value.Events[0].Days[1].Value, "day 0");
        Assert.Contains("XHKG:1: total return from the adjusted series (splits and dividends).", answer.Working.Conventions);
        Assert.Contains("HSI: price return from the close, without dividends (IndexLevel).", answer.Working.Conventions);
    }

    [Fact]
    public void Run_ListsEachEventThatCannotBePlacedAndGoesOn()
    {
        var market = Base().Equity("XHKG:2").Equity("XHKG:3").Closes("XHKG:3", CloseBasis.Unstated, Rows(Price)).Split("XHKG:3", "2024-02-01", 2).Build();
        var design = Design("XHKG:1", "2024-02-09") with
        {
            Events =
            [
                Event("XHKG:1", "2024-02-09"), Event("XHKG:1", "2024-01-01"), Event("XHKG:1", "2030-01-01"), Event("XHKG:1", "2024-03-29"),
                Event("XHKG:2", "2024-02-09"), Event("XHKG:3", "2024-02-09"), Event("XHKG:9", "2024-02-09"),
            ],
        };
        var result = EventStudy.Run(market, design, Raw).Value;
        Assert.Equal("XHKG:1 2024-02-09", Assert.Single(result.Events).Event.ToString());
        Assert.Equal(
            """
            XHKG:1 2024-01-01: The event window [-1,1] of XHKG:1 2024-01-01 begins before the first day with data, 2024-01-01.
            XHKG:1 2024-03-29: The event window [-1,1] of XHKG:1 2024-03-29 ends after the last day with data of XHKG:1, 2024-03-29.
            XHKG:1 2030-01-01: The event window [-1,1] of XHKG:1 2030-01-01 ends after the last day with data of XHKG:1, 2024-03-29.
            XHKG:2 2024-02-09: The package has no prices of XHKG:2: rows of the role `prices` would settle it.
            XHKG:3 2024-02-09: prices.csv: The package does not state the basis of the close of XHKG:3, which was split on 2024-02-01: `basis` of prices.csv would settle it.
            XHKG:9 2024-02-09: XHKG:9 is not in the package.
            """,
            string.Join('\n', result.Problems));
        Assert.All(result.Problems, problem => Assert.True(problem.LeftOut));
    }

    [Fact]
    public void Run_ListsOverlapsAndTreatsThemAsAsked()
    {
        var market = Base().Build();
        var design = Design("XHKG:1", "2024-02-26") with { Events = [Event("XHKG:1", "2024-02-26"), Event("XHKG:1", "2024-02-27"), Event("XHKG:1", "2024-02-15")] };
        var kept = EventStudy.Run(market, design, Raw).Value;
        Assert.Equal(3, kept.Events.Length);
        Assert.Equal(
            """
            XHKG:1 2024-02-26: 3 estimation days of XHKG:1 2024-02-26 lie in the event window of another event of XHKG:1.
            XHKG:1 2024-02-27: 4 estimation days of XHKG:1 2024-02-27 lie in the event window of another event of XHKG:1.
            XHKG:1 2024-02-27: The event window of XHKG:1 2024-02-27 overlaps that of XHKG:1 2024-02-26.
            """,
            string.Join('\n', kept.Problems));
        var left = EventStudy.Run(market, design with { Overlaps = OverlapRule.LeaveOut }, Raw).Value;
        Assert.Equal(["XHKG:1 2024-02-15", "XHKG:1 2024-02-26"], left.Events.Select(item => item.Event.ToString()));
        var blank = EventStudy.Run(market, design with { Overlaps = OverlapRule.Blank }, Raw).Value;
        Assert.Equal([20, 17, 16], blank.Events.Select(item => item.EstimationDays));
    }

    [Fact]
    public void Run_TakesFactorsAndTheRisklessReturnByDay()
    {
        var riskless = DailySeries.Of(Days().Select(day => (day, 0.0001)));
        var style = DailySeries.Of(Days().Select(day => (day, Math.Sin(day.DayNumber))));
        var plain = EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-09") with { Factors = [style] }, Raw with { Model = ReturnModel.MultiFactor }).Value.Events[0];
        var excess = EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-09") with { Factors = [style], Riskless = riskless }, Raw with { Model = ReturnModel.MultiFactor }).Value.Events[0];
        Assert.Equal(3, plain.Coefficients.Length);
        Agree.Within(1e-9, plain.Coefficients[1], excess.Coefficients[1], "slope");
        Agree.Within(1e-9, plain.Coefficients[0] - (0.0001 * (1 - plain.Coefficients[1])), excess.Coefficients[0], "constant");
    }

    [Fact]
    public void Run_StudiesVolumeInTodaysShares()
    {
        var days = Days().ToArray();
        double[] volume = [.. days.Select(day => (day >= Day(2, 9) ? 4 : 1) * (1000 + (day.DayNumber % 7)))];
        var market = new TestMarket().Equity("XHKG:1").Bars("XHKG:1", CloseBasis.AsTraded, days, (PriceField.Volume, volume)).Split("XHKG:1", "2024-02-09", 4).Build();
        var design = Design("XHKG:1", "2024-02-09") with { Benchmark = null, Variable = StudyVariable.Volume };
        var study = EventStudy.Run(market, design, Raw with { Model = ReturnModel.MeanAdjusted }).Value.Events[0];
        var expected = Math.Log(1 + (4.0 * (1000 + (Day(2, 9).DayNumber % 7)))) - days.Where(day => day >= Day(1, 11) && day < Day(2, 8)).Average(day => Math.Log(1 + (4.0 * (1000 + (day.DayNumber % 7)))));
        Agree.Within(1e-12, expected, study.Days[1].Value, "day 0");
    }

    [Fact]
    public void Run_WithoutABenchmarkToReadIsAProblem() =>
        Assert.Equal("NOWHERE is not in the package.", EventStudy.Run(Base().Build(), Design("XHKG:1", "2024-02-09", "NOWHERE"), Raw).Problem!.Message);

    /// <summary>The release of 2025-01-20 on three stocks: by hand from the closes in the package, market-adjusted over three sessions.</summary>
    [SharedFact]
    public void Run_StudiesTheSharedMarket()
    {
        var market = Package.Open(SharedData.Market).Value;
        var ids = new[] { "XHKG:700", "XHKG:9988", "XHKG:981" }.Select(id => new InstrumentId(id)).ToArray();
        var design = EventStudyDesign.Of(market.Event("deepseek-r1")!, ids, new InstrumentId("HSI")) with { Window = new EventWindow(0, 2), EstimationDays = 200 };
        var result = EventStudy.Run(market, design, Raw).Value;
        Assert.Equal(3, result.Events.Length);
        Assert.All(result.Events, item => Assert.InRange(item.EstimationDays, 190, 200));
        Assert.All(result.Sample.Days, day => Assert.Equal(3, day.Events));
    }

    private static EventStudyOptions Raw => new() { Model = ReturnModel.MarketAdjusted, MinimumEstimationDays = 10 };

    private static EventStudyDesign Design(string security, string date, string benchmark = "HSI") =>
        new() { Events = [Event(security, date)], Benchmark = new InstrumentId(benchmark), EstimationDays = 20, Window = Window };

    private static StudyEvent Event(string security, string date) => new(new InstrumentId(security), TestMarket.Day(date));

    private static TestMarket Base() => new TestMarket().Equity("XHKG:1").Index("HSI").Closes("XHKG:1", CloseBasis.SplitAdjusted, Rows(Price)).Closes("HSI", Rows(Level));

    private static DateOnly Day(int month, int day) => new(2024, month, day);

    /// <summary>Weekdays from 1 January to 29 March 2024.</summary>
    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 89).Select(Start.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static (string Day, double Close)[] Rows(Func<DateOnly, double> value, params DateOnly[] without) =>
        [.. Days().Except(without).Select(day => (day.ToString("yyyy-MM-dd"), value(day)))];

    private static double Price(DateOnly day) => 50 + (10 * Math.Sin(day.DayNumber * 1.7)) + (day.DayNumber % 5);

    private static double Level(DateOnly day) => 20000 + (500 * Math.Cos(day.DayNumber * 0.9));
}
