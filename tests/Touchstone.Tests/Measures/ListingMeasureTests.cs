using Touchstone.Data;

namespace Touchstone.Tests.Measures;

public class ListingMeasureTests
{
    private static TestMarket Listed(string from = "2025-01-06") => new TestMarket().Equity("XHKG:1").Index("I")
        .Classified("XHKG:1", "listing", "main-board", from)
        .Closes("XHKG:1", ("2025-01-06", 25), ("2025-01-07", 26), ("2025-01-08", 24));

    [Fact]
    public void FirstMonth_NotOver_IsPending() =>
        Assert.Equal(ProblemKind.Pending, Listed().Observed("XHKG:1", "offer_price", "HKD", ("2025-01-03", 20)).Build().Problem("listing-return(XHKG:1, first-month)").Kind);

    [Fact]
    public void Return_WithoutAnOfferPrice_NamesTheObservation()
    {
        var problem = Listed().Build().Problem("listing-return(XHKG:1, first-day)");

        Assert.Equal(ProblemKind.NoData, problem.Kind);
        Assert.Contains("`offer_price`", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Return_WithoutAListing_NamesTheRow() =>
        Assert.Contains("`classifications` (XHKG:1, listing", new TestMarket().Equity("XHKG:1").Closes("XHKG:1", ("2025-01-06", 25)).Build().Problem("listing-return(XHKG:1, since)").Message, StringComparison.Ordinal);

    [Fact]
    public void Return_WithClosesBeforeTheListing_IsNoData() =>
        Assert.Contains("before its first `listing` row", Listed("2025-01-07").Build().Problem("listing-return(XHKG:1, since, from=first-close)").Message, StringComparison.Ordinal);

    [Fact]
    public void Return_WithoutTheFirstClose_IsNoData() =>
        Assert.Equal(ProblemKind.NoData, Listed("2025-01-03").Build().Problem("listing-return(XHKG:1, since, from=first-close)").Kind);

    [Fact]
    public void FirstDay_FromItsOwnClose_IsInvalid() => Assert.Equal(ProblemKind.Invalid, Listed().Build().Problem("listing-return(XHKG:1, first-day, from=first-close)").Kind);

    [Fact]
    public void Return_InAnotherCurrencyThanTheOffer_IsUndefined() =>
        Assert.Equal(ProblemKind.Undefined, Listed().Observed("XHKG:1", "offer_price", "USD", ("2025-01-03", 20)).Build().Problem("listing-return(XHKG:1, since)").Kind);

    [Fact]
    public void Excess_IsTheReturnLessThatOfTheBenchmark() => Property.Holds(random =>
    {
        var levels = Enumerable.Range(0, 3).Select(_ => 50 + (random.NextDouble() * 100)).ToArray();
        var market = Listed().Observed("XHKG:1", "offer_price", "HKD", ("2025-01-03", 20))
            .Closes("I", ("2025-01-03", levels[0]), ("2025-01-06", levels[1]), ("2025-01-08", levels[2])).Build();

        Assert.Equal(market.Value("listing-return(XHKG:1, since)") - (100 * ((levels[2] / levels[0]) - 1)), market.Value("listing-excess(XHKG:1, since, I)"), 9);
        Assert.Equal(market.Value("excess(XHKG:1, 2025-01-06..2025-01-08, I)"), market.Value("listing-excess(XHKG:1, since, I, from=first-close)"), 9);
    });

    [Fact]
    public void Listings_OfAMarketWithoutRows_IsNoData() => Assert.Equal(ProblemKind.NoData, new TestMarket().Place("XHKG", "XHKG").Build().Problem("listings(XHKG, 2024)").Kind);

    [Fact]
    public void EventCount_OfAnUnknownFamily_IsNoData() => Assert.Equal(ProblemKind.NoData, new TestMarket().Event("a", "2025-01-06").Build().Problem("event-count(ipo, 2024)").Kind);
}
