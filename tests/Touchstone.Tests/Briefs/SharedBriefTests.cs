using Touchstone.Briefs;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Briefs;

/// <summary>Briefs on the real package: structure and identities.</summary>
public class SharedBriefTests
{
    private static readonly Lazy<Market> Market = new(() => Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);

    [SharedTheory]
    [InlineData("HSTECH", "2025-02-14", "move leaders drivers valuation breadth flows events scenarios")]
    [InlineData("HSI", "2025-02-21", "move leaders drivers valuation breadth flows events scenarios")]
    [InlineData("STAR50", "2026-01-16", "move drivers valuation flows events scenarios")]
    [InlineData("DJIA", "2025-10-30", "move leaders breadth events scenarios")]
    [InlineData("XHKG:9988", "2025-02-21", "move leaders flows events scenarios")]
    public void Write_SaysWhatThePackageAllows(string subject, string day, string topics)
    {
        var brief = Market.Value.Write(subject, day);

        Assert.Equal(topics, string.Join(' ', brief.Sections.Select(section => section.Topic)));
        Assert.NotEmpty(brief.Omissions);
        Assert.True(brief.Text().Split(' ').Length <= 900);
        Assert.DoesNotContain(brief.Figures, figure => figure.Working.StandIn);
        Assert.Equal("", string.Join('\n', brief.Sentences().SelectMany(sentence => BriefReading.Loose(sentence, Market.Value).Select(number => $"{number}: {sentence.Text}"))));
    }

    [SharedFact]
    public void Write_OfTheTechIndex_ContributionsAddToTheOfficialMove()
    {
        var chart = Market.Value.Write("HSTECH", "2025-02-14").Sections.Single(section => section.Topic == "leaders").Charts.OfType<BriefBarChart>().Single();

        var evaluator = new Evaluator(Market.Value);
        var move = evaluator.Evaluate(Expression.Parse("points(HSTECH, 2024-12-30..2025-02-14) @ 2025-02-14").Value!).Value.Value;
        Assert.Equal(move, chart.Bars.Sum(bar => bar.Value), 0.005 * move);
    }

    [SharedFact]
    public void Write_OfAStockWithoutTheCloseOfTheYearEnd_NamesTheSpan() =>
        Assert.EndsWith("from 30 December 2024 to 21 February 2025", Market.Value.Write("XHKG:9988", "2025-02-21").Title.Text, StringComparison.Ordinal);

    [SharedFact]
    public void Write_RatingPartsAddToTheReturn()
    {
        var parts = Market.Value.Write("HSTECH", "2025-02-14").Figures.Where(figure => figure.Expression.Measure == "rerating").Take(3).Select(figure => figure.Value.Value).ToArray();

        Assert.Equal(parts[0], parts[1] + parts[2], 9);
    }
}
