using Touchstone.Indices;
using static Touchstone.Tests.Indices.TwoStocks;

namespace Touchstone.Tests.Indices;

/// <summary>The worked examples of the methodology pages are what the engine gives.</summary>
public class IndexPageTests
{
    private static readonly Dictionary<string, IndexEvent> Examples = new(StringComparer.Ordinal)
    {
        ["A split, 2 for 1"] = new Split(Next, A, 2),
        ["A consolidated, 10 into 1"] = new Consolidation(Next, A, 10),
        ["A bonus, 3 for 10"] = new BonusIssue(Next, A, 0.3),
        ["A rights, 1 for 4 at 70"] = new RightsIssue(Next, A, 0.25, 70),
        ["A rights, 1 for 4 at 100"] = new RightsIssue(Next, A, 0.25, 100),
        ["A special dividend of 10"] = new SpecialDividend(Next, A, 10),
        ["A ordinary dividend of 2"] = new OrdinaryDividend(Next, A, 2),
        ["A share count of 1,100,000"] = new ShareChange(Next, A, 1_100_000),
        ["A free float of 50%"] = new FloatChange(Next, A, 0.5),
        ["A spin-off 1 for 2, zero price"] = new SpinOff(Next, A, C, 0.5),
        ["A spin-off 1 for 2, first price 30"] = new SpinOff(Next, A, C, 0.5, 30),
        ["A suspended"] = new Suspension(Next, A),
        ["B deleted"] = new Deletion(Next, B),
        ["B bought by A, 0.4 for 1"] = new StockMerger(Next, B, A, 0.4),
        ["B bought for cash at 60 (level 1100)"] = new CashMerger(Next, B, 60),
        ["B delisted at 0 (level 500)"] = new Delisting(Next, B, 0),
        ["A trades again"] = new Resumption(Next, A),
        ["C joins with 1,000,000 shares at 40"] = new Addition(Next, new Holding(C, 1_000_000)),
        ["C takes the place of B with 1,000,000 shares at 40"] = new Swap(Next, B, new Holding(C, 1_000_000)),
        ["A review holds 2,500,000 of A alone"] = new Review(Next, [new Holding(A, 2_500_000)]),
        ["A divisor of 210,000 is published"] = new DivisorChange(Next, 210_000, 1.05),
    };

    public static TheoryData<string> Names => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void CorporateActions_AreAsThePageSays(string name)
    {
        var index = Applied(name, HoldingRule.FollowShares);
        var row = $"| {name} | {index.Closes.PriceOf(A):#,0.####} | {Held(index)} |\n";
        Assert.Contains(row, Page("corporate-actions.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void CorporateActions_ByPriceAndByFixedWeight_AreAsThePageSays(string name)
    {
        var (price, weight) = (Applied(name, HoldingRule.KeepUnits), Applied(name, HoldingRule.KeepWeight));
        Assert.Contains($"| {name} | {Held(price)} | {Held(weight)} |\n", Page("corporate-actions.md"), StringComparison.Ordinal);
        Assert.Equal(price.LevelBefore, price.LevelAfter, 9);
        Assert.Equal(weight.LevelBefore, weight.LevelAfter, 9);
    }

    [Fact]
    public void CorporateActions_HaveEachAnExample() => Assert.Empty(
        typeof(IndexEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IndexEvent)) && !type.IsAbstract).Except(Examples.Values.Select(example => example.GetType())));

    [Fact]
    public void AuditLine_IsAsThePageSays() => Assert.Contains(Apply(new SpecialDividend(Next, A, 10)).Line, Page("index-level.md"), StringComparison.Ordinal);

    [Fact]
    public void Caps_AreAsThePageSays()
    {
        double[] values = [60, 30, 5, 3, 2];
        var capped = Caps.Apply(values.Select((value, i) => new CapCandidate(new InstrumentId($"N{i}"), value)), new SingleCap(Percent.FromPoints(30))).Value;
        var rows = capped.Members.Zip(values, (member, value) => $"| {value} | {member.Before.Points:0.####}% | {member.After.Points:0.####}% | {member.Factor:0.####} |\n");
        Assert.Contains(string.Concat(rows), Page("capping.md"), StringComparison.Ordinal);
    }

    private static Adjustment Applied(string name, HoldingRule rule)
    {
        var (index, closes) = (Index(rule), Closes.With(C, 40));
        var before = Examples[name] is Resumption ? index.Apply(new Suspension(Next, A), closes).Value.After : index;
        return before.Apply(Examples[name], closes).Value;
    }

    private static string Held(Adjustment adjustment) => $"{adjustment.After.Basket.Find(A)!.Shares:#,0.##} | {adjustment.DivisorAfter:#,0.####}";

    private static string Page(string name) => File.ReadAllText(Repository.PathOf("docs", "methodology", name));
}
