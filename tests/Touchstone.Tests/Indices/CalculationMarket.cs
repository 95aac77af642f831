using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>
/// The two stocks of the worked examples as a package: A at 100 with 1,000,000 shares, B at 50 with 2,000,000 on Monday 3 March 2025; the index is 1000 on that day.
/// A test gives the closes of the days after.
/// </summary>
internal static class CalculationMarket
{
    public const string A = "XTST:A";
    public const string B = "XTST:B";
    public const string C = "XTST:C";
    public const string Monday = "2025-03-03";
    public const string Tuesday = "2025-03-04";
    public const string Wednesday = "2025-03-05";
    public const string Thursday = "2025-03-06";

    /// <summary>A and B with their closes from Tuesday on, and shares.</summary>
    public static TestMarket Of(double[] a, double[] b) => new TestMarket().Index("TEST", "XTST")
        .Equity(A).Equity(B).Equity(C)
        .Closes(A, Rows([100, .. a])).Closes(B, Rows([50, .. b]))
        .Shares(A, "2025-01-02", 1_000_000).Shares(B, "2025-01-02", 2_000_000);

    /// <summary>Closes on consecutive days from Monday on; NaN where there is none.</summary>
    public static (string Day, double Close)[] Rows(params double[] closes) =>
        [.. closes.Select((close, i) => ($"2025-03-{3 + i:00}", close)).Where(row => !double.IsNaN(row.close))];

    public static Rulebook Book(Func<RulebookVersion, RulebookVersion>? rules = null, params ReviewDates[] reviews) => new()
    {
        Id = new InstrumentId("TEST"),
        Name = "Test index",
        Currency = "HKD",
        Exchange = "XTST",
        BaseDate = TestMarket.Day(Monday),
        BaseLevel = 1000,
        Versions =
        [
            (rules ?? (version => version))(new RulebookVersion
            {
                From = new DateOnly(2025, 1, 1),
                Universe = Universe.Of(new GivenMember(new InstrumentId(A)), new GivenMember(new InstrumentId(B))),
                Selection = new Selection { Method = SelectionMethod.All },
            }),
        ],
        Reviews = [.. reviews],
    };

    public static RulebookVersion With(this RulebookVersion version, ActionRules actions) => version with { Actions = actions };

    /// <summary>Calculates from Monday to the last day and sees that the chained form agrees.</summary>
    public static Answer<IndexCalculation> Calculate(this TestMarket market, string last, Rulebook? book = null, CalculationOptions? options = null) =>
        Calculate(market.Build(), new DateSpan(TestMarket.Day(Monday), TestMarket.Day(last)), book ?? Book(), options);

    public static Answer<IndexCalculation> Calculate(Market market, DateSpan span, Rulebook book, CalculationOptions? options = null)
    {
        var answer = RulebookCalculation.Run(market, book, span, options ?? CalculationOptions.Standard);
        if (answer.HasValue)
        {
            BothFormsAgree(answer.Value);
        }

        return answer;
    }

    public static void BothFormsAgree(IndexCalculation calculation)
    {
        var chained = ChainedCalculation.Run(calculation.Plan, calculation.Sessions);
        Assert.True(chained.HasValue, chained.Problem?.Message);
        Assert.Equal(calculation.History.Levels.Select(Published), chained.Value.Select(Published));
        Assert.Equal(calculation.Plan.Events.Length, calculation.History.Audit.Length);
    }

    /// <summary>The price index, at nine decimals.</summary>
    public static double[] Levels(this Answer<IndexCalculation> answer) =>
        answer.HasValue ? [.. answer.Value.History.Levels.Select(level => Math.Round(level.Price, 9))] : throw new InvalidOperationException(answer.Problem.ToString());

    public static (double Price, double Gross, double Net) Last(this Answer<IndexCalculation> answer) =>
        answer.Value.History.Levels[^1] is var level ? (Math.Round(level.Price, 9), Math.Round(level.Gross, 9), Math.Round(level.Net, 9)) : default;

    private static (DateOnly, decimal, decimal, decimal) Published(IndexLevel level) =>
        (level.Day, LevelRounding.Publish(level.Price, 2), LevelRounding.Publish(level.Gross, 2), LevelRounding.Publish(level.Net, 2));
}
