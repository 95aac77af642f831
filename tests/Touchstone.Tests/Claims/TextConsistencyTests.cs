using System.Collections.Immutable;
using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class TextConsistencyTests
{
    [Theory]
    // 100 points to 5,100 is 100/5000 = 2.00%.
    [InlineData(2.0, 100, 5100, false)]
    // 2.1% would do with rounding at one decimal? Half a unit is 0.05, plus 1% of 2: 2.07 is the edge.
    [InlineData(2.07, 100, 5100, false)]
    [InlineData(2.1, 100, 5100, true)]
    [InlineData(3.0, 100, 5100, true)]
    // -100 points to 4,900 is -100/5000 = -2.00%.
    [InlineData(-2.0, -100, 4900, false)]
    [InlineData(2.0, -100, 4900, true)]
    // A change larger than the level has no base.
    [InlineData(2.0, 100, 90, false)]
    public void Apply_ComparesPointsLevelAndPercent(double percent, double points, double level, bool inconsistent)
    {
        var result = TextConsistency.Apply(Triple(percent, points, level, "HBX", "HBX", Verdict.Unchecked));

        Assert.Equal([inconsistent, inconsistent, inconsistent], result.Select(claim => claim.Verdict == Verdict.Inconsistent));
    }

    [Fact]
    public void Apply_LeavesNumbersOfOtherSubjects() =>
        Assert.Equal([Verdict.Unchecked, Verdict.Unchecked, Verdict.Unchecked], TextConsistency.Apply(Triple(3, 100, 5100, "HBX", "HBT", Verdict.Unchecked)).Select(claim => claim.Verdict));

    [Fact]
    public void Apply_LetsConfirmedNumbersStand() =>
        Assert.Equal([Verdict.Confirmed, Verdict.Confirmed, Verdict.Confirmed], TextConsistency.Apply(Triple(3, 100, 5100, "HBX", "HBX", Verdict.Confirmed)).Select(claim => claim.Verdict));

    [Theory]
    // Where the data confirm two of the three, the third alone is wrong, whatever the third is.
    [InlineData(Verdict.Contradicted, Verdict.Confirmed, Verdict.Confirmed)]
    [InlineData(Verdict.Confirmed, Verdict.Contradicted, Verdict.Confirmed)]
    [InlineData(Verdict.Confirmed, Verdict.OtherReading, Verdict.Contradicted)]
    public void Apply_BlamesTheNumberThatTheDataContradict(Verdict points, Verdict percent, Verdict level)
    {
        var triple = Triple(3, 100, 5100, "HBX", "HBX", Verdict.Unchecked);
        var result = TextConsistency.Apply([triple[0] with { Verdict = points }, triple[1] with { Verdict = percent }, triple[2] with { Verdict = level }]);

        Assert.Equal(new[] { points, percent, level }.Select(verdict => verdict == Verdict.Contradicted ? Verdict.Inconsistent : verdict), result.Select(claim => claim.Verdict));
    }

    private static ImmutableArray<CheckedClaim> Triple(double percent, double points, double level, string subject, string other, Verdict verdict) =>
    [
        Claim("c1", "price_return", "points", points, 0.5, subject, verdict),
        Claim("c2", "price_return", "percent", percent, 0.05, subject, verdict),
        Claim("c3", "level", "points", level, 0.5, other, verdict),
    ];

    private static CheckedClaim Claim(string id, string type, string unit, double value, double half, string subject, Verdict verdict) => new()
    {
        Id = id,
        Sentence = "A sentence.",
        Span = new TextSpan(0, 1, "A"),
        Type = type,
        Subject = new ClaimSubject(subject, subject, "named"),
        Window = new ClaimWindow("", null, TestMarket.Day("2025-03-14"), "stated"),
        Stated = new StatedValue("", value, unit, value - half, value + half, null),
        Verdict = verdict,
        Reason = "",
    };
}
