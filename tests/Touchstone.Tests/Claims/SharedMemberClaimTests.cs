using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

/// <summary>The same on the shared package. What each member of the Hang Seng Tech index added on 14 February 2025 stands in its SOURCES.md; weights are units times close over the level.</summary>
public class SharedMemberClaimTests
{
    private static readonly Lazy<Market> Market = new(() => Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);

    [SharedTheory]
    [InlineData("Xiaomi added 37 points to the Hang Seng Tech index on Friday.", Verdict.Confirmed)]
    [InlineData("Alibaba contributed 31 points to the Hang Seng Tech index’s gain on Friday.", Verdict.Confirmed)]
    [InlineData("The Hang Seng Tech index rose 5.56% on Friday. Tencent alone accounted for 28.7 of the 290.94 points.", Verdict.Confirmed)]
    [InlineData("Kuaishou contributed 24 points to the Hang Seng Tech index on Friday.", Verdict.Confirmed)]
    [InlineData("Xiaomi was the biggest contributor to the Hang Seng Tech index’s gain on Friday.", Verdict.Confirmed)]
    [InlineData("SMIC was the largest drag on the Hang Seng Tech index on Friday.", Verdict.Confirmed)]
    [InlineData("Xiaomi, Alibaba, Tencent and JD.com accounted for 43% of the Hang Seng Tech index’s gain on Friday.", Verdict.Confirmed)] // 124.7 of 290.94
    [InlineData("Alibaba added 52 points to the Hang Seng Tech index on Friday.", Verdict.Contradicted)]
    [InlineData("Tencent was the biggest contributor to the Hang Seng Tech index’s gain on Friday.", Verdict.Contradicted)]
    [InlineData("Xiaomi accounted for half of the Hang Seng Tech index’s gain on Friday.", Verdict.Contradicted)]
    [InlineData("Alibaba contributed 329 points to the Hang Seng Index’s gain on Friday.", Verdict.Unchecked)] // the package has no units of that index
    public void Judge_UsesThePublishedUnits(string text, Verdict verdict)
    {
        var report = ArticleCheck.Run(new Article("test.txt", new string('0', 64), text), Market.Value, new CheckOptions { Published = TestMarket.Day("2025-02-14") });

        Assert.Contains(report.Claims, claim => claim.Type.StartsWith("contribution", StringComparison.Ordinal) && claim.Verdict == verdict);
    }
}
