using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Real indices from their members, on the shared package; its SOURCES.md describes the inputs.</summary>
public class SharedIndexTests
{
    private static readonly Lazy<Market> Package = new(() => Touchstone.Data.Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);
    private static readonly DateSpan DowSpan = new(new DateOnly(2024, 4, 1), new DateOnly(2026, 2, 27));
    private static readonly InstrumentId Honeywell = new("XNAS:HON");
    private static readonly InstrumentId Solstice = new("XNAS:SOLS");

    // The package has no closes before membership. Nvidia as in prices-us.csv; Sherwin-Williams from the sum of the new members at the
    // closes of 2024-11-07, 7114.07 (SOURCES.md), less the other 29.
    private static readonly DateOnly BeforeSwap = new(2024, 11, 7);
    private const double Nvidia = 148.88;
    private const double SherwinWilliams = 384.00;

    // One Solstice share for four of Honeywell on 2025-10-30 (Honeywell, form 4). The package has no close of it.
    private static readonly DateOnly SpinOffDay = new(2025, 10, 30);
    private const double SolsticePerHoneywell = 0.25;
    private const double SolsticeClose = 49.14;

    private static readonly Lazy<IndexHistory> Dow = new(() => DivisorCalculation.Run(DowPlan(), DowSessions()).Value);

    [SharedFact]
    public void Dow_FromItsFirstDivisor_IsTheOfficialLevel()
    {
        var errors = Dow.Value.Levels.Select(level => level.Price - Official("DJIA", level.Day)).ToArray();
        Assert.Equal(480, errors.Length);
        Assert.InRange(Math.Sqrt(errors.Sum(error => error * error) / errors.Length), 0, 0.006);
        Assert.InRange(errors.Max(Math.Abs), 0, 0.035);
    }

    [SharedFact]
    public void Dow_ChainsTheDivisorOverTheSwap()
    {
        var swap = Dow.Value.Audit[0];
        Assert.Equal("A review sets 30 holdings. Joining: XNAS:NVDA, XNYS:SHW. Leaving: XNAS:INTC, XNYS:DOW.", swap.Event);
        Assert.Equal((6656.32, 7114.07), (Math.Round(swap.MarketValueBefore, 9), Math.Round(swap.MarketValueAfter, 9))); // SOURCES.md
        Assert.Equal(Divisor("2024-11-08"), swap.DivisorAfter, tolerance: 2e-9); // fitted to 243 days
        Assert.Equal(0.16268413125742, swap.DivisorAfter, tolerance: 2e-9); // as published in November 2024 (paperswithbacktest)
    }

    /// <summary>The only official level that the calculation takes: it gives the one close that the package lacks, and that is a whole cent.</summary>
    [SharedFact]
    public void Dow_ImpliesACloseOfSolsticeInWholeCents()
    {
        var before = Dow.Value.Audit[0].After;
        var members = before.Basket.ValueAt(Open("DJIA").ClosesOn(SpinOffDay)).Value;
        var implied = ((Official("DJIA", SpinOffDay) * before.Divisor) - members) / SolsticePerHoneywell;
        Assert.Equal(SolsticeClose, implied, tolerance: 0.005 * before.Divisor / SolsticePerHoneywell); // the official level is rounded to 0.01
    }

    [SharedFact]
    public void Dow_ChainsTheDivisorOverTheSpinOff()
    {
        var (spinOff, deletion) = (Dow.Value.Audit[1], Dow.Value.Audit[2]);
        Assert.Equal(spinOff.DivisorBefore, spinOff.DivisorAfter); // zero price
        Assert.Equal(Divisor("2025-10-30"), deletion.DivisorAfter, tolerance: 3e-8); // fitted to 82 days; 0.005 points of one level are 1.7e-8
    }

    [SharedFact]
    public void Dow_InChainedForm_IsTheSame()
    {
        var chained = ChainedCalculation.Run(DowPlan(), DowSessions()).Value;
        Assert.Equal(Dow.Value.Levels.Select(level => LevelRounding.Publish(level.Price, 2)), chained.Select(level => LevelRounding.Publish(level.Price, 2)));
    }

    [SharedFact]
    public void Dow_FromPublishedDivisors_IsTheOfficialLevel()
    {
        var levels = Open("DJIA").Levels(DowSpan);
        Assert.Equal(480, levels.Length);
        Assert.All(levels, level => Assert.Equal(Official("DJIA", level.Day), level.Level.Value, tolerance: 0.035));
    }

    [SharedFact]
    public void HangSengTech_IsTheOfficialLevel_OrNamesTheMissingCloses()
    {
        var levels = Open("HSTECH").Levels(new DateSpan(new DateOnly(2024, 9, 10), new DateOnly(2025, 3, 7)));
        var found = levels.Where(level => level.Level.HasValue).ToArray();
        Assert.All(found, level => Assert.Equal(Official("HSTECH", level.Day), level.Level.Value, tolerance: 0.01));
        Assert.Equal(
            ["2024-12-09 1", "2024-12-24 30", "2024-12-31 30", "2025-01-28 30"],
            levels.Where(level => !level.Level.HasValue).Select(level => $"{level.Day:yyyy-MM-dd} {level.Level.Problem!.Message.Split("XHKG:").Length - 1}"));
        Assert.Equal(116, found.Length);
    }

    /// <summary>The other two of the 118 closes that SOURCES.md counts: new units at the close before their first day give the level of the old ones.</summary>
    [SharedTheory]
    [InlineData("2024-09-09", "2024-09-10")]
    [InlineData("2024-12-06", "2024-12-09")]
    public void HangSengTech_NewUnits_GiveTheLevelOfTheCloseBefore(string close, string first)
    {
        var index = Open("HSTECH");
        var day = TestMarket.Day(close);
        Assert.Equal(Official("HSTECH", day), index.BasketOn(TestMarket.Day(first)).Value.ValueAt(index.ClosesOn(day)).Value, tolerance: 0.01); // the divisor is 1
    }

    [SharedFact]
    public void HangSengTech_Contributions_SumToTheOfficialMove() // 2025-02-14: +290.94 (Hang Seng Indexes)
    {
        var parts = Contributions.Over(Open("HSTECH"), new DateOnly(2025, 2, 13), new DateOnly(2025, 2, 14)).Value;
        Assert.Equal(290.94, parts.Total, tolerance: 0.01);
        Assert.Equal(290.94, parts.Move, tolerance: 0.005);
        Assert.Equal(["XHKG:1810", "XHKG:9988", "XHKG:700", "XHKG:9618", "XHKG:1024"], parts.Members.Take(5).Select(part => part.Instrument.Value)); // SOURCES.md
        Assert.Equal([37.0, 31.0, 28.7, 28.0, 24.3], parts.Members.Take(5).Select(part => Math.Round(part.Points, 1))); // SOURCES.md
    }

    [SharedFact]
    public void HangSengTech_IsCappedAtEightPercent() // units that come into force on 2024-12-09 at the closes of the capping date, 2024-12-03
    {
        var index = Open("HSTECH");
        var weights = index.BasketOn(new DateOnly(2024, 12, 9)).Value.WeightsAt(index.ClosesOn(new DateOnly(2024, 12, 3))).Value;
        Assert.All(weights.OrderByDescending(weight => weight.Weight).Take(5), weight => Assert.Equal(8, weight.Weight.Points, tolerance: 0.01));
    }

    /// <summary>The whole way from package to levels; of Honeywell's spin-off the package knows nothing but the divisor after it.</summary>
    [SharedFact]
    public void Dow_CalculatedFromThePackage_IsTheOfficialLevel()
    {
        var index = Calculated("DJIA");
        var errors = index.History.Levels.Select(level => level.Price - Official("DJIA", level.Day)).ToArray();
        Assert.Empty(index.Missing);
        Assert.Equal(480, errors.Length);
        Assert.InRange(Math.Sqrt(errors.Sum(error => error * error) / errors.Length), 0, 0.006);
        Assert.InRange(errors.Max(Math.Abs), 0, 0.035);
        var taken = Assert.IsType<DivisorChange>(index.Plan.Events[^1]);
        Assert.Equal((SpinOffDay, Divisor("2025-10-30")), (taken.Effective, taken.Divisor));
        Assert.Equal(
            index.History.Levels.Select(level => LevelRounding.Publish(level.Price, 2)),
            ChainedCalculation.Run(index.Plan, index.Sessions).Value.Select(level => LevelRounding.Publish(level.Price, 2)));
    }

    [SharedFact]
    public void HangSengTech_CalculatedFromThePackage_NamesTheSessionsWithoutALevel()
    {
        var index = Calculated("HSTECH");
        Assert.Equal(["2024-12-09", "2024-12-24", "2024-12-31", "2025-01-28"], index.Missing.Select(missing => $"{missing.Day:yyyy-MM-dd}"));
        Assert.Equal([1, 30, 30, 30], index.Missing.Select(missing => missing.Problem.Message.Split("XHKG:").Length - 1));
        Assert.Equal(116, index.History.Levels.Length);
        Assert.All(index.History.Levels, level => Assert.Equal(Official("HSTECH", level.Day), level.Price, tolerance: 0.01));
    }

    private static IndexCalculation Calculated(string id)
    {
        var rulebook = RulebookLibrary.Find(new InstrumentId(id))!;
        var span = CalculationSpan.Of(Package.Value, rulebook, CalculationOptions.Standard).Value;
        return RulebookCalculation.Run(Package.Value, rulebook, span, CalculationOptions.Standard).Value;
    }

    private static PublishedIndex Open(string id) => PublishedIndex.Of(Package.Value, new InstrumentId(id)).Value;

    private static double Official(string id, DateOnly day)
    {
        var history = Package.Value.Prices(new InstrumentId(id))!;
        return history.TryGet(PriceField.Close, history.IndexOn(day), out var close) ? close : throw new InvalidOperationException($"{id} has no close on {day}.");
    }

    private static double Divisor(string from) =>
        Package.Value.Rows.Divisors.Single(divisor => divisor.Index.Value == "DJIA" && divisor.From == TestMarket.Day(from)).Value;

    private static IndexPlan DowPlan()
    {
        var index = Open("DJIA");
        var basket = index.BasketOn(DowSpan.First).Value;
        return new IndexPlan
        {
            Basket = basket,
            BaseLevel = IndexState.Of(basket, Divisor("2024-04-01")).Value.LevelAt(index.ClosesOn(DowSpan.First)).Value,
            Events = [.. index.Reviews(DowSpan), new SpinOff(SpinOffDay, Honeywell, Solstice, SolsticePerHoneywell), new Deletion(SpinOffDay.AddDays(1), Solstice)],
        };
    }

    private static ClosingPrices[] DowSessions()
    {
        var index = Open("DJIA");
        return [.. index.Sessions(DowSpan).Select(day => index.ClosesOn(day)).Select(closes =>
            closes.Day == BeforeSwap ? closes.With(new InstrumentId("XNAS:NVDA"), Nvidia).With(new InstrumentId("XNYS:SHW"), SherwinWilliams)
            : closes.Day == SpinOffDay ? closes.With(Solstice, SolsticeClose)
            : closes)];
    }
}
