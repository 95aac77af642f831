using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Laws, adjustments, power and the tests that stand alone.</summary>
public class StudyStatisticsTests
{
    /// <summary>Five-percent points as printed in statistical tables (NIST/SEMATECH e-Handbook, section 1.3.6.7).</summary>
    [Theory]
    [InlineData(NullLawKind.Normal, 0, 0, 1.959964)]
    [InlineData(NullLawKind.StudentT, 10, 0, 2.228139)]
    [InlineData(NullLawKind.StudentT, 119, 0, 1.980100)]
    [InlineData(NullLawKind.F, 2, 10, 4.102821)]
    [InlineData(NullLawKind.ChiSquared, 3, 0, 7.814728)]
    public void ProbabilityBeyond_IsFivePercentAtThePrintedPoint(NullLawKind kind, double first, double second, double point) =>
        Assert.Equal(0.05, new NullLaw(kind, first, second).ProbabilityBeyond(point), 1e-6);

    [Fact]
    public void ProbabilityBeyond_KeepsItsDigitsFarOut()
    {
        // 2 * (1 - Phi(10)), from Abramowitz and Stegun's asymptotic series 26.2.12.
        Assert.Equal(1.523970604832e-23, NullLaw.Normal.ProbabilityBeyond(-10), 1e-34);
        Assert.Equal(NullLaw.Normal.ProbabilityBeyond(10), NullLaw.Normal.ProbabilityBeyond(-10));
    }

    [Fact]
    public void ToString_NamesTheLaw() =>
        Assert.Equal("N(0,1) t(119) F(11, 1416) chi-squared(12)", $"{NullLaw.Normal} {NullLaw.StudentT(119)} {new NullLaw(NullLawKind.F, 11, 1416)} {new NullLaw(NullLawKind.ChiSquared, 12)}");

    /// <summary>Worked by hand: four p-values of 1, 2, 3 and 4 percent, given out of order.</summary>
    [Theory]
    [InlineData(Adjustment.Bonferroni, 0.12, 0.04, 0.16, 0.08)]
    [InlineData(Adjustment.Holm, 0.06, 0.04, 0.06, 0.06)]
    [InlineData(Adjustment.BenjaminiHochberg, 0.04, 0.04, 0.04, 0.04)]
    [InlineData(Adjustment.BenjaminiYekutieli, 0.25 / 3, 0.25 / 3, 0.25 / 3, 0.25 / 3)]
    public void Adjust_GivesWhatWasWorkedByHand(Adjustment adjustment, double a, double b, double c, double d) =>
        Agree.Within(1e-14, [a, b, c, d], MultipleTesting.Adjust([0.03, 0.01, 0.04, 0.02], adjustment), adjustment.ToString());

    [Fact]
    public void Adjust_NeverPassesOneAndRefusesWhatIsNoProbability()
    {
        Assert.All(MultipleTesting.Adjust([0.9, 0.7], Adjustment.Bonferroni), value => Assert.Equal(1.0, value));
        Assert.Throws<ArgumentException>(() => MultipleTesting.Adjust([0.5, double.NaN], Adjustment.Holm));
    }

    /// <summary>Source: power table of the shared vectors, base R arithmetic of the formula in MacKinlay 1997.</summary>
    [SharedFact]
    public void Power_AgreesWithTheSharedTable()
    {
        foreach (var row in EventVectors.Json("misc_formula_vectors.json").GetProperty("power_two_sided_5pct").EnumerateArray())
        {
            var power = new EventPower(row.GetProperty("sigma").GetDouble()).Of(row.GetProperty("mu").GetDouble(), row.GetProperty("N").GetInt32());
            Agree.Within(1e-10, row.GetProperty("power").GetDouble(), power, row.ToString());
        }
    }

    [Fact]
    public void Power_AndItsInversesAgree()
    {
        var design = new EventPower(0.02, days: 3, correlation: 0.01, level: 0.01);
        var effect = design.SmallestEffect(0.8, 50);
        Assert.Equal(0.8, design.Of(effect, 50), 1e-10);
        var needed = design.EventsNeeded(0.02, 0.9).Value;
        Assert.True(design.Of(0.02, needed) >= 0.9);
        Assert.True(design.Of(0.02, needed - 1) < 0.9);
        Assert.Equal(0.01, design.Of(0, 50), 1e-12);
    }

    [Fact]
    public void EventsNeeded_IsAProblemWhenCorrelationStandsInTheWay() =>
        Assert.Equal(ProblemKind.Undefined, new EventPower(0.02, correlation: 0.5).EventsNeeded(0.001, 0.8).Problem!.Kind);

    /// <summary>The exact law against every one of 2^n ways of giving signs, ties and zeros included.</summary>
    [Fact]
    public void Wilcoxon_CountsEveryWayOfGivingSigns() => Property.Holds(
        random =>
        {
            var values = Enumerable.Range(0, random.Next(2, 11)).Select(_ => (double)random.Next(-4, 5)).ToArray();
            var sizes = values.Where(value => value != 0).Select(Math.Abs).ToArray();
            var answer = WilcoxonTest.Of(values);
            if (sizes.Length == 0)
            {
                Assert.False(answer.HasValue);
                return;
            }

            var ranks = sizes.Select(size => sizes.Count(other => other < size) + ((sizes.Count(other => other == size) + 1) / 2.0)).ToArray();
            var signs = values.Where(value => value != 0).Select(value => value > 0).ToArray();
            var own = ranks.Where((_, i) => signs[i]).Sum();
            var all = Enumerable.Range(0, 1 << sizes.Length).Select(mask => ranks.Where((_, i) => (mask >> i & 1) == 1).Sum()).ToArray();
            var expected = Math.Min(1, 2.0 * Math.Min(all.Count(sum => sum <= own), all.Count(sum => sum >= own)) / all.Length);
            Agree.Within(1e-14, expected, answer.Value.PValue, "p");
            Assert.Equal(NullLawKind.ExactSignedRanks, answer.Value.Law.Kind);
        });

    [Fact]
    public void Wilcoxon_OfManyEventsUsesTheNormalLaw() =>
        Assert.Equal(NullLaw.Normal, WilcoxonTest.Of(Enumerable.Range(1, 51).Select(value => (double)value).ToArray()).Value.Law);

    /// <summary>Under a symmetric law and many events both bootstraps find what Student's law says, within their own error.</summary>
    [Fact]
    public void Bootstraps_AgreeWithStudentWhereStudentHolds()
    {
        var random = StudyRandom.Of(3);
        var values = Enumerable.Range(0, 200).Select(_ => random.Normal() + 0.1).ToArray();
        var (mean, deviation) = SampleColumn.Moments(values);
        var expected = NullLaw.StudentT(199).ProbabilityBeyond(mean / deviation * Math.Sqrt(200));
        // Four standard errors of a share near a fifth from 3,999 replicates.
        Assert.Equal(expected, BootstrapTests.Events(values, 1, 3999).Value.PValue, 0.025);
        Assert.Equal(expected, BootstrapTests.Wild(values, 1, 3999).Value.PValue, 0.025);
    }

    /// <summary>With three events there are eight ways of giving signs; two of them are as far out as all of one sign.</summary>
    [Fact]
    public void WildBootstrap_OfThreeEventsFindsTheShareOfEight() =>
        Assert.Equal(0.25, BootstrapTests.Wild([0.9, 1.0, 1.1], 5, 9999).Value.PValue, 0.02);

    /// <summary>The sample itself and its mirror are two of sixteen, although t times s is not quite the mean again.</summary>
    [Fact]
    public void WildBootstrap_CountsTheSampleItself() =>
        Assert.Equal(2 / 16.0, BootstrapTests.Wild([1.9, 0.55, 1.85, 0.15], 5, 9999).Value.PValue, 0.015);

    [Fact]
    public void Bootstraps_FollowTheirSeed()
    {
        double[] values = [0.02, -0.01, 0.03, 0.01, -0.02, 0.04];
        Assert.Equal(BootstrapTests.Events(values, 9, 499).Value, BootstrapTests.Events(values, 9, 499).Value);
        Assert.NotEqual(BootstrapTests.Events(values, 9, 499).Value.PValue, BootstrapTests.Events(values, 10, 499).Value.PValue);
    }

    /// <summary>Rejection rates of simulated panels without an effect: 150 panels of 20 events, within four and a half standard errors of 5% (8% with few events' slack for the skewed statistics).</summary>
    [Fact]
    public void Tests_RejectAboutAsOftenAsTheySay()
    {
        const int Panels = 150;
        var rejections = EventTests.WithoutBootstrap.ToDictionary(test => test, _ => 0);
        for (var seed = 0; seed < Panels; seed++)
        {
            foreach (var result in EventStudy.Run(NullPanel((ulong)seed)).Value.Sample.Windows[0].Tests)
            {
                rejections[result.Test] += result.Answer.Value.PValue < 0.05 ? 1 : 0;
            }
        }

        Assert.All(rejections, item => Assert.True((double)item.Value / Panels < 0.05 + (4.5 * Math.Sqrt(0.05 * 0.95 / Panels)), $"{item.Key} rejects {item.Value} of {Panels}."));
        Assert.True(rejections.Values.Average() / Panels > 0.025, "Together the tests reject far less often than they say.");
    }

    private static EventPanel NullPanel(ulong seed)
    {
        var clock = StudyRandom.Of(seed, 1000);
        var market = Enumerable.Range(0, 71).Select(_ => 0.01 * clock.Normal()).ToArray();
        return EventPanel.Of(60, new EventWindow(-5, 5), Enumerable.Range(0, 20).Select(i =>
        {
            var random = StudyRandom.Of(seed, i);
            return new EventReturns
            {
                Event = new EventKey($"S{i:00}", new DateOnly(2024, 1, 2)),
                Returns = market.Select(value => value + (0.02 * random.Normal())).ToArray(),
                Factors = [market],
            };
        }));
    }
}
