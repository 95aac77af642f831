using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>A random universe with a rulebook of random buffers and a cap, and random members before, all from one seed.</summary>
internal sealed class RandomReview
{
    private readonly List<(string Id, string Issuer, double Price, double Shares, double Float, bool Barred)> _stocks = [];

    /// <summary>Draws.</summary>
    public RandomReview(Random random)
    {
        var size = random.Next(15, 60);
        for (var i = 0; i < size; i++)
        {
            var line = random.Next(6) == 0 && i > 0 ? i - 1 : i;
            _stocks.Add((Name(i), $"Company {line}", Math.Round(1 + (99 * random.NextDouble()), 2), random.Next(1, 2000) * 1000.0, Math.Round(0.05 + (0.95 * random.NextDouble()), 2), random.Next(8) == 0));
        }

        Count = random.Next(5, 14);
        var buffer = random.Next(0, 4);
        Cap = Percent.FromPoints(random.Next(21, 40));
        Version = Rules(null, new ClassificationScreen("flag", [], ["ST"])) with
        {
            Selection = new Selection { Count = Count, EnterWithin = buffer == 0 ? null : Count - Math.Min(buffer, Count - 1), StayWithin = buffer == 0 ? null : Count + buffer, Reserve = 3 },
            Ranking = random.Next(2) == 0
                ? Ranking.ByMarketValue with { Level = (CountLevel)random.Next(2) }
                : new Ranking([new RankField(RankFigure.MarketValue), new RankField(RankFigure.FloatMarketValue, 1, 2)], ScoreMethod.ZScore),
            Shares = new ShareRule { FreeFloat = true, Bands = FloatBandsTests.Newer },
            Caps = new CapPlan { Level = CountLevel.Company, AtReconstitution = [new SingleCap(Cap)] },
        };
        Before = new MembersBefore([.. Enumerable.Range(0, size).Where(_ => random.Next(3) == 0).Select(Id)], null);
    }

    public int Count { get; }

    public Percent Cap { get; }

    public RulebookVersion Version { get; }

    public MembersBefore Before { get; }

    public bool IsBarred(InstrumentId id) => _stocks.Single(stock => stock.Id == id.Value).Barred;

    public string UnitOf(InstrumentId id) => Version.Ranking.Level == CountLevel.Company ? CompanyOf(id) : id.Value;

    public string CompanyOf(InstrumentId id) => _stocks.Single(stock => stock.Id == id.Value).Issuer;

    /// <summary>The review of the market with its rows in some order, prices in some unit, and other members before.</summary>
    public Answer<ReviewResult> Run(MembersBefore? before = null, double unit = 1, Random? shuffled = null)
    {
        var market = new TestMarket();
        foreach (var stock in shuffled is null ? _stocks : [.. _stocks.OrderBy(_ => shuffled.Next())])
        {
            market.Line(stock.Id, stock.Issuer).Closes(stock.Id, (CutOff, stock.Price * unit), (Prices, stock.Price * unit)).Shares(stock.Id, "2024-01-02", stock.Shares, stock.Float);
            market.Classified(stock.Id, "flag", stock.Barred ? "ST" : "none", "2024-01-02");
        }

        return ReviewEngine.Run(market.Build(), Book(Version), Dates, before ?? Before);
    }
}
