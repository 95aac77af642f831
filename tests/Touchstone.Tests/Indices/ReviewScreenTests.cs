using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>What passes a screen, and what the reason says where it does not.</summary>
public class ReviewScreenTests
{
    private static readonly RankField Turnover = new(RankFigure.Turnover, 12);
    private static readonly RankField Research = new(RankFigure.Observation, 0, 1, "research_share");

    [Fact]
    public void Classification_IsThatOfTheCutOffDay()
    {
        var review = Of(40, 30, 20, 10)
            .Classified(Name(0), "industry", "Technology", "2020-01-01")
            .Classified(Name(1), "industry", "Banks", "2020-01-01")
            .Classified(Name(2), "industry", "Technology", "2020-01-01", CutOff)
            .Review(Rules(null, new ClassificationScreen("industry", ["Technology", "Health"], [])));
        Assert.Equal("0", review.Held());
        Assert.Equal("Industry is Banks, one of Technology, Health needed.", review.Stock(1).Reason);
        Assert.Equal("Industry is not stated, one of Technology, Health needed.", review.Stock(2).Reason);
        Assert.Equal(ReviewDecision.ScreenedOut, review.Stock(3).Decision);
    }

    [Fact]
    public void Classification_CanBar()
    {
        var review = Of(40, 30).Classified(Name(0), "flag", "ST", "2025-01-01").Review(Rules(null, new ClassificationScreen("flag", [], ["ST", "*ST"])), 0);
        Assert.Equal("1", review.Held());
        Assert.Equal((ReviewDecision.Leaves, "Flag is ST, which is not admitted."), (review.Stock(0).Decision, review.Stock(0).Reason));
    }

    [Fact]
    public void Classification_OfASchemeThatThePackageLacks_IsAProblem() => Assert.Equal(
        (ProblemKind.NoData, "TEST, review effective 2025-03-10: flag is none of: ST. The package has no classification of the scheme 'flag' for any stock: rows of the role `classifications` would settle it."),
        Told(Of(40, 30).Review(Rules(null, new ClassificationScreen("flag", [], ["ST"])))));

    [Fact]
    public void ListingAge_CountsCalendarMonths()
    {
        var review = Of(40, 30).Classified(Name(0), "listing", "main", "2024-11-28").Classified(Name(1), "listing", "main", "2024-12-02").Review(Rules(null, new ListingAgeScreen(3)));
        Assert.Equal("0", review.Held());
        Assert.Equal("Listed since 2024-12-02, 3 months before 2025-02-28 needed.", review.Stock(1).Reason);
    }

    [Fact]
    public void ListingAge_HasAnExceptionForTheLargest() // market values 40, 30, 20; the second and third are young, only two pass by size
    {
        var market = Of(40, 30, 20, 10).Classified(Name(0), "listing", "main", "2020-01-02");
        foreach (var young in new[] { 1, 2 })
        {
            market.Classified(Name(young), "listing", "main", "2024-11-01");
        }

        var review = market.Classified(Name(3), "listing", "main", "2025-01-02").Review(Rules(null, new ListingAgeScreen(12, 2, 3)));
        Assert.Equal("0 1", review.Held());
        Assert.Equal("Listed since 2024-11-01, 12 months before 2025-02-28 needed; rank 3 by average value since listing, 2 or better needed for 3 months.", review.Stock(2).Reason);
        Assert.Equal("Listed since 2025-01-02, 12 months before 2025-02-28 needed.", review.Stock(3).Reason);
    }

    [Fact]
    public void ListingAge_WithoutListingDays_IsAProblem() =>
        Assert.Contains("lacks the figure for all 2 stocks", Told(Of(40, 30).Review(Rules(null, new ListingAgeScreen(3)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Figure_SaysWhatItIsAndWhatIsNeeded() // (13.4m + 15m) / 2; what was traded on 2024-02-28 is older than twelve months
    {
        var review = Traded(("2024-02-28", 900e6), ("2024-02-29", 13.4e6), (CutOff, 15e6)).Review(Rules(null, new FigureScreen(Turnover, 20e6)));
        Assert.Equal("12-month average daily turnover 14.2m HKD, at least 20m needed.", review.Stock(1).Reason);
        Assert.Equal("0", review.Held());
    }

    [Fact]
    public void Figure_BesideItsLimit_HasDigitsEnough() =>
        Assert.Equal("12-month average daily turnover 19.999999m HKD, at least 20m needed.", Traded((CutOff, 19_999_999)).Review(Rules(null, new FigureScreen(Turnover, 20e6))).Stock(1).Reason);

    [Fact]
    public void Figure_IsConvertedToTheCurrencyOfItsLimit() // 14.2m HKD at 7.8 are 1.82m USD
    {
        var market = Traded((CutOff, 14.2e6)).Fx("USD", "HKD", (CutOff, 7.8));
        Assert.Equal("12-month average daily turnover 1.821m USD, at least 2m needed.", market.Review(Rules(null, new FigureScreen(Turnover, 2e6, Currency: "USD"))).Stock(1).Reason);
        Assert.Equal("0 1", market.Review(Rules(null, new FigureScreen(Turnover, 1.8e6, Currency: "USD"))).Held());
    }

    [Fact]
    public void Figure_CanHaveAnUpperLimit()
    {
        var review = Of(40, 30).Review(Rules(null, new FigureScreen(new RankField(RankFigure.MarketValue), AtMost: 35)));
        Assert.Equal(("1", "Market value 40 HKD, at most 35 admitted."), (review.Held(), review.Stock(0).Reason));
    }

    [Fact]
    public void Rank_DropsTheLowestPart() // 50% of five is two and a half: two are dropped
    {
        var review = Of(50, 40, 30, 20, 10).Review(Rules(null, new RankScreen(new RankField(RankFigure.MarketValue), DropLowest: Percent.FromPoints(50))));
        Assert.Equal("0 1 2", review.Held());
        Assert.Equal("Rank 4 of 5 by market value (20 HKD), 3 or better needed.", review.Stock(3).Reason);
    }

    [Fact]
    public void Rank_DropsAPartThatIsWholeAsPrinted() // 30% of ten are three, though 0.3 × 10 lies below three in binary
        => Assert.Equal("0 1 2 3 4 5 6", Of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1).Review(Rules(null, new RankScreen(new RankField(RankFigure.MarketValue), DropLowest: Percent.FromPoints(30)))).Held());

    [Fact]
    public void Rank_LooksOnlyAtThoseThatPassedBefore()
    {
        var notTech = new ClassificationScreen("industry", [], ["Banks"]);
        var two = new RankScreen(new RankField(RankFigure.MarketValue), 2);
        var market = Of(40, 30, 20).Classified(Name(0), "industry", "Banks", "2020-01-01");
        Assert.Equal("1 2", market.Review(Rules(null, notTech, two)).Held());
        Assert.Equal("1", market.Review(Rules(null, two, notTech)).Held());
    }

    [Fact]
    public void Any_NeedsOneOfItsConditions()
    {
        var any = new AnyScreen([new ClassificationScreen("theme", ["platform"], []), new FigureScreen(Research, 5)]);
        var review = Of(40, 30, 20, 10)
            .Classified(Name(0), "theme", "platform", "2020-01-01")
            .Observed(Name(1), "research_share", "percent", ("2024-12-31", 6))
            .Observed(Name(2), "research_share", "percent", ("2024-12-31", 4))
            .Review(Rules(null, any));
        Assert.Equal("0 1", review.Held());
        Assert.Equal("None of 2 conditions met: theme is not stated, one of platform needed; research_share 4, at least 5 needed.", review.Stock(2).Reason);
        Assert.Equal("None of 2 conditions met: theme is not stated, one of platform needed; not in the package: observation research_share on or before 2025-02-28.", review.Stock(3).Reason);
    }

    [Fact]
    public void Any_WithAConditionThatNobodyCanBeJudgedBy_IsAProblem()
    {
        var market = Of(40, 30).Classified(Name(0), "theme", "platform", "2020-01-01");
        var screen = new AnyScreen([new ClassificationScreen("theme", ["platform"], []), new FigureScreen(Research, 5)]);
        Assert.Contains("research_share at least 5. The package lacks the figure for all 2 stocks", Told(market.Review(Rules(null, screen))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFigureThatThePackageLacks_IsAReasonForOneThatWasNoMember()
    {
        var market = Of(40, 30).Observed(Name(0), "research_share", "percent", ("2024-12-31", 6));
        var review = market.Review(Rules(null, new FigureScreen(Research, 5)), 0);
        Assert.Equal("Not in the package: observation research_share on or before 2025-02-28.", review.Stock(1).Reason);
        Assert.Equal("0", review.Held());
    }

    [Fact]
    public void AFigureThatThePackageLacksForAMember_IsAProblem()
    {
        var market = Of(40, 30).Observed(Name(0), "research_share", "percent", ("2024-12-31", 6));
        Assert.Equal(
            (ProblemKind.NoData, "TEST, review effective 2025-03-10: research_share at least 5. The package lacks the figure for a member: XTST:01 (not in the package: observation research_share on or before 2025-02-28)."),
            Told(market.Review(Rules(null, new FigureScreen(Research, 5)), 1)));
    }

    [Fact]
    public void AFigureThatThePackageLacksForAll_IsAProblem() =>
        Assert.Contains("lacks the figure for all 2 stocks: XTST:00 (not in the package: turnover", Told(Of(40, 30).Review(Rules(null, new FigureScreen(Turnover, 1)))).Message, StringComparison.Ordinal);

    private static (ProblemKind Kind, string Message) Told(Answer<ReviewResult> review) => (review.Problem!.Kind, review.Problem.Message);

    /// <summary>Two stocks; the first is traded for 100m a day, the second as the test says.</summary>
    private static TestMarket Traded(params (string Day, double Value)[] rows)
    {
        var market = new TestMarket();
        (string Day, double Value)[][] both = [[(CutOff, 100e6)], rows];
        for (var i = 0; i < 2; i++)
        {
            DateOnly[] days = [.. both[i].Select(row => TestMarket.Day(row.Day)), Dates.Prices];
            market.Equity(Name(i))
                .Bars(Name(i), null, days, (PriceField.Close, [.. days.Select(_ => 10.0)]), (PriceField.Turnover, [.. both[i].Select(row => row.Value), double.NaN]))
                .Shares(Name(i), "2024-01-02", 10 - i);
        }

        return market;
    }
}
