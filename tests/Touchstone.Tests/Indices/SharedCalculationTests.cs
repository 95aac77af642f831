using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Real indices through the door of a package and a rulebook, on the shared package; its SOURCES.md describes the inputs.</summary>
public class SharedCalculationTests
{
    private static readonly Lazy<Market> Package = new(() => Touchstone.Data.Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);

    [SharedFact]
    public void Dow_FromPublishedUnits_IsTheOfficialLevel_OverTheSwapOfNovember2024()
    {
        var index = Run("DJIA", "USD", "XNYS", "2024-04-01", "2025-10-29");
        var errors = index.History.Levels.Select(level => Math.Abs(level.Price - Official("DJIA", level.Day))).ToArray();
        Assert.Equal(398, errors.Length);
        Assert.InRange(errors.Max(), 0, 0.035);
        Assert.Equal("A review sets 30 holdings. Joining: XNAS:NVDA, XNYS:SHW. Leaving: XNAS:INTC, XNYS:DOW.", index.History.Audit.Single(line => line.Event.StartsWith("A review", StringComparison.Ordinal)).Event);
        Assert.Contains(index.Notes, note => note.Contains("no close on 2024-11-07 of XNAS:NVDA, XNYS:SHW", StringComparison.Ordinal));
    }

    [SharedFact]
    public void Dow_APublishedDivisor_ThatNoActionExplains_IsNoted() // the hand-out of Solstice on 2025-10-30 is not among the package's actions
    {
        var index = Run("DJIA", "USD", "XNYS", "2025-10-01", "2025-11-28");
        Assert.Contains(index.Notes, note => note.Contains("from 2025-10-30", StringComparison.Ordinal) && note.Contains("something happened", StringComparison.Ordinal));
    }

    [SharedTheory]
    [InlineData("2024-09-10", "2024-12-06", 61)]
    [InlineData("2025-02-03", "2025-03-07", 25)]
    public void HangSengTech_FromPublishedUnits_IsTheOfficialLevel(string from, string to, int sessions)
    {
        var index = Run("HSTECH", "HKD", "XHKG", from, to);
        Assert.Equal(sessions, index.Sessions.Length);
        Assert.All(index.History.Levels, level => Assert.Equal(Official("HSTECH", level.Day), level.Price, tolerance: 0.01));
        Assert.All(index.History.Levels, level => Assert.True(level.Gross >= level.Price * (1 - 1e-12)));
    }

    [SharedFact]
    public void HangSengTech_AMissingClose_IsNamed_NotCarriedOver()
    {
        var index = RulebookCalculation.Run(Package.Value, Book("HSTECH", "HKD", "XHKG"), new DateSpan(new DateOnly(2024, 12, 20), new DateOnly(2024, 12, 31)), CalculationOptions.Standard).Value;
        Assert.Equal([new DateOnly(2024, 12, 24), new DateOnly(2024, 12, 31)], index.Missing.Select(missing => missing.Day));
        Assert.All(index.Missing, missing => Assert.Equal(ProblemKind.NoData, missing.Problem.Kind));
        Assert.StartsWith("No close on 2024-12-24 for 30 of 30 members", index.Missing[0].Problem.Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void HangSengTech_14February2025_IsExplainedByItsMembers() // +290.94 (Hang Seng Indexes)
    {
        var move = ExplainedMove.On(Run("HSTECH", "HKD", "XHKG", "2025-02-13", "2025-02-14"), new DateOnly(2025, 2, 14)).Value;
        Assert.Equal(290.94, move.Move, tolerance: 0.01);
        Assert.Equal(0, move.Residual, 8);
        Assert.Equal(["XHKG:1810", "XHKG:9988", "XHKG:700", "XHKG:9618", "XHKG:1024"], move.Members.Take(5).Select(part => part.Instrument.Value)); // SOURCES.md
    }

    private static IndexCalculation Run(string id, string currency, string exchange, string from, string to) =>
        CalculationMarket.Calculate(Package.Value, new DateSpan(TestMarket.Day(from), TestMarket.Day(to)), Book(id, currency, exchange)) is { HasValue: true } answer
            ? answer.Value
            : throw new InvalidOperationException(RulebookCalculation.Run(Package.Value, Book(id, currency, exchange), new DateSpan(TestMarket.Day(from), TestMarket.Day(to)), CalculationOptions.Standard).Problem!.ToString());

    /// <summary>No more of the rules than published units need.</summary>
    private static Rulebook Book(string id, string currency, string exchange) => new()
    {
        Id = new InstrumentId(id),
        Name = id,
        Currency = currency,
        Exchange = exchange,
        BaseDate = new DateOnly(2014, 12, 31),
        BaseLevel = 3000,
        Versions = [new RulebookVersion { From = new DateOnly(2014, 12, 31), Universe = Universe.Of(exchange), Selection = new Selection { Method = SelectionMethod.Published } }],
    };

    private static double Official(string id, DateOnly day)
    {
        var history = Package.Value.Prices(new InstrumentId(id))!;
        return history.TryGet(PriceField.Close, history.IndexOn(day), out var close) ? close : throw new InvalidOperationException($"{id} has no close on {day}.");
    }
}
