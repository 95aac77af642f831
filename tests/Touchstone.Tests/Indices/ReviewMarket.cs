using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>Small markets for reviews: stocks XTST:00, XTST:01, … at a price of 10 on the cut-off and on the day of prices, unless a test says otherwise.</summary>
internal static class ReviewMarket
{
    public const string CutOff = "2025-02-28";
    public const string Prices = "2025-03-07";

    public static readonly ReviewDates Dates = new(TestMarket.Day(CutOff), TestMarket.Day(Prices), new DateOnly(2025, 3, 10));

    public static InstrumentId Id(int i) => new($"XTST:{i:00}");

    public static string Name(int i) => Id(i).Value;

    /// <summary>Stocks of some market values.</summary>
    public static TestMarket Of(params double[] values) => Of(i => "HKD", values);

    public static TestMarket Of(Func<int, string> currency, params double[] values)
    {
        var market = new TestMarket();
        for (var i = 0; i < values.Length; i++)
        {
            market.Equity(Name(i), currency(i)).Closes(Name(i), (CutOff, 10), (Prices, 10)).Shares(Name(i), "2024-01-02", values[i] / 10);
        }

        return market;
    }

    public static RulebookVersion Rules(int? count = null, params Screen[] screens) => new()
    {
        From = new DateOnly(2020, 1, 1),
        Universe = Universe.Of("XTST"),
        Screens = [.. screens],
        Selection = new Selection { Method = count is null ? SelectionMethod.All : SelectionMethod.Ranked, Count = count },
    };

    public static Rulebook Book(RulebookVersion version, params ReviewDates[] reviews) => new()
    {
        Id = new InstrumentId("TEST"),
        Name = "Test index",
        Currency = "HKD",
        Exchange = "XTST",
        BaseDate = new DateOnly(2020, 1, 1),
        BaseLevel = 1000,
        Versions = [version],
        Reviews = [.. reviews],
    };

    public static Answer<ReviewResult> Review(this TestMarket market, RulebookVersion version, params int[] members) => Review(market, version, Dates, members);

    public static Answer<ReviewResult> Review(this TestMarket market, RulebookVersion version, ReviewDates dates, params int[] members) =>
        ReviewEngine.Run(market.Build(), Book(version), dates, new MembersBefore([.. members.Select(Id)], null));

    public static ReviewedStock Stock(this Answer<ReviewResult> review, int i) => review.Value.Stocks.Single(stock => stock.Instrument == Id(i));

    /// <summary>The numbers of the stocks held, as text.</summary>
    public static string Held(this Answer<ReviewResult> review) => string.Join(" ", review.Value.Holdings.Select(holding => int.Parse(holding.Instrument.Code)));

    public static Holding Holding(this Answer<ReviewResult> review, int i) => review.Value.Holdings.Single(holding => holding.Instrument == Id(i));
}
