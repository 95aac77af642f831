using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

public class NameMaskTests
{
    private static readonly Market Market = ClaimMarket.Standard().Index("CSI300", "CSI 300 Index", "CSI 300").Build();

    [Theory]
    [InlineData("after COVID-19 lockdowns")]
    [InlineData("the CSI 300 closed")]
    [InlineData("from zero-to-one innovation")]
    [InlineData("from one-to-100 innovation")]
    [InlineData("the 10-year yield fell")]
    [InlineData("the 30-year mortgage rate")]
    [InlineData("at 2:30 pm")]
    [InlineData("by 4pm")]
    [InlineData("shares of 9988.HK")]
    [InlineData("the line HKG: 9988")]
    [InlineData("the iPhone 16 sold well")]
    [InlineData("a Boeing 737 landed")]
    [InlineData("open 24/7")]
    [InlineData("1. Acorn is a company")]
    [InlineData("2) Birch is a company")]
    [InlineData("the DeepSeek R1 model")]
    [InlineData("its Qwen2.5-Max model")]
    [InlineData("the FTSE 100 closed")]
    [InlineData("GPT-4 was launched")]
    public void Mark_TakesNumbersThatAreNames(string text) => Assert.Empty(Quantities(text));

    [Theory]
    [InlineData("the CSI 300 rose 3%", "3%")]
    [InlineData("COVID-19 cost 5% of sales", "5%")]
    [InlineData("a 10-year high of 26", "26")]
    [InlineData("the iPhone 16 sold 5 million", "5 million")]
    [InlineData("9988.HK closed at 119.5", "119.5")]
    [InlineData("S&P-listed names lost 4%", "4%")]
    public void Mark_LeavesTheOthers(string text, string expected) => Assert.Equal(expected, string.Join('|', Quantities(text)));

    private static List<string> Quantities(string text)
    {
        var view = new ClaimReader(Market).Read(text).View;
        return [.. view.Quantities.Select(quantity => view.TextOf(quantity.First, quantity.End))];
    }
}
