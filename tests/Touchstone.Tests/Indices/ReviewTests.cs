using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.ReviewMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Reviews from universe to holdings, on markets made by hand.</summary>
public class ReviewTests
{
    [Fact]
    public void Run_TakesTheLargest()
    {
        var review = Of(100, 300, 200, 50).Review(Rules(2));
        Assert.Equal("1 2", review.Held());
        Assert.Equal(["XTST:01", "XTST:02", "XTST:00", "XTST:03"], review.Value.Stocks.Select(stock => stock.Instrument.Value));
        Assert.Equal([1, 2, 3, 4], review.Value.Stocks.Select(stock => stock.Rank!.Value));
        Assert.Equal((ReviewDecision.Joins, 0.6, 0.6, 1.0), (review.Stock(1).Decision, review.Stock(1).Uncapped!.Value.Fraction, review.Stock(1).Weight!.Value.Fraction, review.Stock(1).Factor));
        Assert.Equal("Rank 3 of 4 by market value (100 HKD): no place is left.", review.Stock(0).Reason);
    }
}
