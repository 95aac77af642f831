using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

/// <summary>What members add to an index and weigh in it. The numbers are worked out at <see cref="ClaimMarket.Weighted"/>; published on Friday 14 March 2025.</summary>
public class MemberClaimTests
{
    [Theory]
    [InlineData("Cedar contributed 6.6 points to the Harbour Index’s gain on Friday.", "XHKG:300 Contribution 6.6 Weekday")]
    [InlineData("Cedar added 6.6 points to the Harbour Index on Friday.", "XHKG:300 Contribution 6.6 Weekday")]
    [InlineData("Birch took 12 points off the Harbour Index on Friday.", "XHKG:200 Contribution -12 Weekday")]
    [InlineData("Birch shaved about 12 points from the Harbour Index on Friday.", "XHKG:200 Contribution -12 Weekday")]
    [InlineData("Birch contributed 12 points to the Harbour Index’s decline on Friday.", "XHKG:200 Contribution -12 Weekday")]
    [InlineData("Cedar lifted the Harbour Index by 6.6 points on Friday.", "XHKG:300 Contribution 6.6 Weekday")]
    [InlineData("Birch dragged the Harbour Index down by 12 points on Friday.", "XHKG:200 Contribution -12 Weekday")]
    [InlineData("Birch cost the Harbour Index 12 points on Friday.", "XHKG:200 Contribution -12 Weekday")]
    [InlineData("Cedar added 0.57 percentage points to the Harbour Index’s return on Friday.", "XHKG:300 ContributionToReturn 0.57 Weekday")]
    [InlineData("Cedar accounted for 14% of the Harbour Index’s gain on Friday.", "XHKG:300 ContributionShare 14 Weekday")]
    [InlineData("Dover accounted for almost half of the rise in the Harbour Select Index on Friday.", "XHKG:400 ContributionShare 0.5 Weekday")]
    [InlineData("Almost half of the Harbour Select Index’s gain on Friday came from Dover.", "XHKG:400 ContributionShare 0.5 Weekday")]
    [InlineData("Cedar makes up 18.9% of the Harbour Index.", "XHKG:300 Weight 18.9")]
    [InlineData("Cedar has a weight of 18.9% in the Harbour Index.", "XHKG:300 Weight 18.9")]
    [InlineData("Cedar has an 18.9% weighting in the Harbour Index.", "XHKG:300 Weight 18.9")]
    [InlineData("Cedar’s weight in the Harbour Index is 18.9%.", "XHKG:300 Weight 18.9")]
    [InlineData("The two largest members make up 90% of the Harbour Index.", "HBX Weight 90")]
    [InlineData("The top 2 stocks account for 90% of the Harbour Index.", "HBX Weight 90")]
    [InlineData("Cedar was the second-biggest contributor to the Harbour Index’s gain on Friday.", "XHKG:300 ContributionRank Weekday")]
    [InlineData("The biggest drag on the Harbour Index on Friday was Birch.", "XHKG:200 ContributionRank Weekday")]
    [InlineData("Birch weighed most on the Harbour Index on Friday.", "XHKG:200 ContributionRank Weekday")]
    public void Read_ReadsOneClaim(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(ClaimMarket.Weighted, text));

    [Theory]
    [InlineData("The Harbour Index rose 46 points on Friday. Acorn added 50.4 points, Cedar 6.6 and Dover 1.", "HBX Points 46 Weekday\nXHKG:100/XNYS:ACN Contribution 50.4 Weekday\nXHKG:300 Contribution 6.6 Weekday\nXHKG:400 Contribution 1 Weekday")]
    [InlineData("The Harbour Index gained 4% on Friday. Cedar alone accounted for 6.6 of the 46 points.", "HBX Return 4 Weekday\nXHKG:300 Contribution 6.6 Weekday\nHBX Points 46 Weekday")]
    [InlineData("Dover was responsible for half of the Harbour Select Index’s 63-point gain on Friday.", "XHKG:400 ContributionShare 0.5 Weekday\nHBS Points 63 Weekday")]
    [InlineData("The Harbour Index was led on Friday by Cedar, which added 6.6 points, and Dover, which added 1.", "XHKG:300 Contribution 6.6 Weekday\nXHKG:400 Contribution 1 Weekday")]
    [InlineData("The Harbour Index fell 4% on Friday, with Birch knocking 12 points off.", "HBX Return -4 Weekday\nXHKG:200 Contribution -12 Weekday")]
    [InlineData("The Harbour Index rose 4% on Friday, with Cedar adding 6.6 points.", "HBX Return 4 Weekday\nXHKG:300 Contribution 6.6 Weekday")]
    [InlineData("Birch, which makes up 9% of the Harbour Index, fell 10% on Friday.", "XHKG:200 Weight 9\nXHKG:200 Return -10 Weekday")]
    [InlineData("Birch was the largest drag on Friday, taking 12 points off the Harbour Index.", "XHKG:200 ContributionRank Weekday\nXHKG:200 Contribution -12 Weekday")]
    [InlineData("The biggest contributors to the Harbour Index on Friday were Acorn and Cedar.", "XHKG:100/XNYS:ACN ContributionRank Weekday\nXHKG:300 ContributionRank Weekday")]
    public void Read_ReadsSeveral(string text, string expected) => Assert.Equal(expected, ClaimMarket.Read(ClaimMarket.Weighted, text));

    [Theory]
    [InlineData("The Harbour Index rose 4% on Friday. Trading in Cedar accounted for 20% of market turnover.")]
    [InlineData("The Harbour Index rose 4% on Friday. Cedar accounted for half of the decline in exports.")]
    [InlineData("The Harbour Index rose 4% on Friday. Cedar was the biggest contributor to revenue growth.")]
    [InlineData("The Harbour Index rose 4% on Friday. Cedar makes up 20% of market value.")]
    [InlineData("The Harbour Index gained 46 points to 1,196 on Friday.")]
    [InlineData("Cedar took 3 years off the plan.")]
    [InlineData("The Harbour Index rose 4% on Friday. Cedar was among the biggest contributors.")]
    [InlineData("The Harbour Index rose 4% on Friday. Half of the gain in sales came from Cedar.")]
    [InlineData("The Harbour Index rose 4% on Friday. Cedar contributed 20% of profit.")]
    [InlineData("The Harbour Index rose 4% on Friday. Cedar added 12,000 jobs.")]
    [InlineData("Cedar is capped at a weight of 8% in the Harbour Index.")]
    public void Read_ReadsNoMemberClaimWhereThereIsNone(string text)
    {
        var read = ClaimMarket.Read(ClaimMarket.Weighted, text);

        Assert.DoesNotContain("Contribution", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Weight", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cedar contributed 6.6 points to the Harbour Index’s gain on Friday.", "contribution(HBX, XHKG:300, 1d) @ 2025-03-14")]
    [InlineData("Acorn added 50 points to the Harbour Index on Friday.", "contribution(HBX, XHKG:100, 1d) @ 2025-03-14")] // of two lines the one that is a member
    [InlineData("Birch was the largest drag on Friday, taking 12 points off the Harbour Index.", "contribution(HBX, XHKG:200, 1d) @ 2025-03-14")]
    [InlineData("Cedar and Dover together added 7.6 points to the Harbour Index on Friday.", "contribution(HBX, XHKG:300, 1d, XHKG:400) @ 2025-03-14")]
    [InlineData("Cedar added 0.57 percentage points to the Harbour Index’s return on Friday.", "contribution(HBX, XHKG:300, 1d, in=return) @ 2025-03-14")]
    [InlineData("Dover accounted for half of the Harbour Select Index’s gain on Friday.", "contribution(HBS, XHKG:400, 1d, in=share) @ 2025-03-14")]
    [InlineData("Dover accounted for almost half of the Harbour Select Index’s gain on Friday.", "contribution(HBS, XHKG:400, 1d, in=share) @ 2025-03-14")]
    [InlineData("Half of the Harbour Select Index’s gain on Friday came from Acorn.", "contribution(HBS, XHKG:100, 1d, in=share) @ 2025-03-14")]
    [InlineData("Cedar accounted for 14.3% of the Harbour Index’s gain on Friday.", "contribution(HBX, XHKG:300, 1d, in=share) @ 2025-03-14")]
    [InlineData("Cedar makes up nearly 19% of the Harbour Index.", "weight(HBX, XHKG:300) @ 2025-03-14")]
    [InlineData("Cedar and Birch have a combined weight of 28% in the Harbour Index.", "weight(HBX, XHKG:300, XHKG:200) @ 2025-03-14")]
    [InlineData("The two largest members make up 90% of the Harbour Index.", "weight(HBX, top=2) @ 2025-03-14")]
    [InlineData("Acorn was the biggest contributor to the Harbour Index’s gain on Friday.", "contribution(HBX, XHKG:100, 1d, in=rank) @ 2025-03-14")]
    [InlineData("Cedar was the second-biggest contributor to the Harbour Index’s gain on Friday.", "contribution(HBX, XHKG:300, 1d, in=rank) @ 2025-03-14")]
    [InlineData("The biggest drag on the Harbour Index on Friday was Birch.", "contribution(HBX, XHKG:200, 1d, in=rank, order=worst) @ 2025-03-14")]
    [InlineData("Acorn and Cedar were the biggest contributors to the Harbour Index on Friday.", "contribution(HBX, XHKG:300, 1d, in=rank) @ 2025-03-14")]
    public void Judge_Confirms(string text, string expression)
    {
        var claim = ClaimMarket.Check(ClaimMarket.Weighted, text).Claims[^1];

        Assert.Equal((Verdict.Confirmed, expression), (claim.Verdict, claim.Expression));
    }

    [Theory]
    [InlineData("Cedar added 16 points to the Harbour Index on Friday.")] // 6.6
    [InlineData("Birch added 12 points to the Harbour Index on Friday.")] // -12
    [InlineData("Cedar took 6.6 points off the Harbour Index on Friday.")] // +6.6
    [InlineData("Cedar accounted for half of the Harbour Index’s gain on Friday.")] // 14%
    [InlineData("Cedar makes up 30% of the Harbour Index.")] // 18.9%
    [InlineData("The two largest members make up 60% of the Harbour Index.")] // 90%
    [InlineData("Cedar was the biggest contributor to the Harbour Index’s gain on Friday.")] // second
    [InlineData("The biggest drag on the Harbour Index on Friday was Cedar.")] // third from the bottom
    public void Judge_Contradicts(string text) => Assert.Equal(Verdict.Contradicted, ClaimMarket.Check(ClaimMarket.Weighted, text).Claims[^1].Verdict);

    [Theory]
    [InlineData("Cedar added 6.5 points to the Harbour Index on Friday.", Verdict.Near)]
    [InlineData("Cedar makes up 19.1% of the Harbour Index.", Verdict.OtherReading)] // at the close before
    [InlineData("The Harbour Index rose 4% and the Harbour Select Index 7.7% on Friday, with Acorn adding 50.4 points.", Verdict.Confirmed)] // of the first of the two
    [InlineData("The Harbour Index rose 4% and the Harbour Select Index 7.7% on Friday, with Acorn adding 70 points.", Verdict.Contradicted)] // of neither
    [InlineData("The Harbour Tech Index rose 2% and the Harbour Index 4% on Friday, with Acorn adding 70 points.", Verdict.Unchecked)] // of one that cannot be computed
    [InlineData("Acorn added 31.5 points to the Harbour Select Index on Friday, and Cedar 40.", Verdict.Unchecked)] // Cedar is no member
    [InlineData("Cedar would add 6.6 points to the Harbour Index.", Verdict.Pending)]
    public void Judge_SaysOtherwise(string text, Verdict verdict) => Assert.Equal(verdict, ClaimMarket.Check(ClaimMarket.Weighted, text).Claims[^1].Verdict);

    [Theory]
    [InlineData("Cedar added 6.6 points to the Harbour Tech Index on Friday.", "no-data: The package has no units and divisor of HBT: `units` in rows of the role `constituents` and rows of the role `divisors` would settle it.")]
    [InlineData("Cedar makes up 2% of the Nikkei 225.", "no-data: members of Nikkei 225 with units, and its divisor, would settle it.")]
    [InlineData("Birch makes up 9% of the Harbour Select Index.", "no-data: XHKG:200 is none of the 2 members of HBS")]
    [InlineData("Foxglove added 6.6 points to the Harbour Index on Friday.", "no-data: the package knows no instrument named Foxglove.")]
    [InlineData("The Harbour Index rose 4% on Friday. The mood was good. Cedar added 16 points.", "unnamed-subject")] // the index is taken from before
    [InlineData("Cedar did not add 6.6 points to the Harbour Index on Friday.", "opinion")]
    public void Judge_SaysWhyNot(string text, string reason)
    {
        var claim = ClaimMarket.Check(ClaimMarket.Weighted, text).Claims[^1];

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.StartsWith(reason, claim.Reason, StringComparison.Ordinal);
    }
}
