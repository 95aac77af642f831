using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>The worked examples of the page on reviews, and of the older Nasdaq-100 rule, are what the engine gives.</summary>
public class ReviewPageTests
{
    private static readonly (string Name, double Close, double Millions, double Float, double Turnover)[] Stocks =
    [
        ("A", 10, 900, 0.35, 80), ("B", 20, 300, 0.8, 60), ("C", 5, 1000, 0.123, 45), ("D", 8, 500, 1, 30), ("E", 4, 800, 0.55, 25), ("F", 7, 1000, 0.4, 14.2), ("G", 2, 600, 0.9, 22),
    ];

    [Fact]
    public void Review_IsAsThePageSays()
    {
        var result = Review().Value;
        var rows = result.Stocks.Select(stock =>
            $"| {stock.Instrument.Code} | {stock.Rank?.ToString() ?? "–"} | {stock.Decision} | {stock.Uncapped?.Points.ToString("0.00") ?? "–"} | {stock.Weight?.Points.ToString("0.00") ?? "–"} | {stock.Factor?.ToString("0.0000") ?? "–"} | {stock.Reason} |\n");
        Assert.Contains(string.Concat(rows), Page("reviews.md"), StringComparison.Ordinal);
        Assert.Contains($"One-way turnover is {result.Turnover!.Value.Points:0.00}%", Page("reviews.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_AreAsThePageSays()
    {
        var rows = Stocks.Select(stock =>
            $"| {stock.Name} | {stock.Close} | {stock.Millions:#,0}m | {stock.Close * stock.Millions / 1000:0.##}bn | {Percent.FromFraction(stock.Float).Points:0.#}% | {FloatBands.Inclusion(Percent.FromFraction(stock.Float), FloatBandsTests.Newer).Points:0}% | {stock.Turnover}m |\n");
        Assert.Contains(string.Concat(rows), Page("reviews.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void LargeStockScaling_IsAsThePageSays()
    {
        double[] values = [50, 18, 14, 10, 8];
        var rule = new LargeStockScaling(Percent.FromPoints(40), Percent.FromPoints(35), Percent.FromPoints(90), Percent.FromPoints(90), Percent.FromPoints(90));
        var capped = Caps.Apply(values.Select((value, i) => new CapCandidate(new InstrumentId($"N{i}"), value)), rule).Value;
        Assert.Contains(string.Concat(capped.Members.Zip(values, (member, value) => $"| {value} | {member.After.Points:0.00}% | {member.Factor:0.0000} |\n")), Page("capping.md"), StringComparison.Ordinal);
    }

    private static Answer<ReviewResult> Review()
    {
        var market = new TestMarket();
        foreach (var stock in Stocks)
        {
            DateOnly[] days = [TestMarket.Day("2025-02-28"), TestMarket.Day("2025-03-07")];
            market.Equity("XTST:" + stock.Name)
                .Bars("XTST:" + stock.Name, null, days, (PriceField.Close, [stock.Close, stock.Close]), (PriceField.Turnover, [stock.Turnover * 1e6, double.NaN]))
                .Shares("XTST:" + stock.Name, "2024-01-02", stock.Millions * 1e6, stock.Float);
        }

        var version = ReviewMarket.Rules(null, new FigureScreen(new RankField(RankFigure.Turnover, 12), 20e6)) with
        {
            Selection = new Selection { Count = 4, EnterWithin = 3, StayWithin = 5, Reserve = 1 },
            Shares = new ShareRule { FreeFloat = true, Bands = FloatBandsTests.Newer },
            Caps = new CapPlan { AtReconstitution = [new SingleCap(Percent.FromPoints(35))] },
        };
        (string Name, double Float)[] held = [("A", 0.4), ("B", 0.8), ("D", 1), ("E", 0.6)];
        var basket = Basket.Of("HKD", HoldingRule.FollowShares, held.Select(row => new Holding(new InstrumentId("XTST:" + row.Name), Stocks.Single(stock => stock.Name == row.Name).Millions * 1e6, row.Float))).Value;
        return ReviewEngine.Run(market.Build(), ReviewMarket.Book(version), ReviewMarket.Dates, MembersBefore.Of(basket));
    }

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", "methodology", name));
}
