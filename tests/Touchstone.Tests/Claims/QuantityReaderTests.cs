using System.Globalization;
using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("rose 5.6%", "Percent 5.6 by 0.1")]
    [InlineData("rose 5.60%", "Percent 5.6 by 0.01")]
    [InlineData("rose 24 percent", "Percent 24 by 1")]
    [InlineData("rose 24 per cent", "Percent 24 by 1")]
    [InlineData("rose 24pct", "Percent 24 by 1")]
    [InlineData("rose 24 pct", "Percent 24 by 1")]
    [InlineData("rose five percent", "Percent 5 by 1")]
    [InlineData("rose twenty-six percent", "Percent 26 by 1")]
    [InlineData("fell 2 percentage points", "PercentagePoints 2 by 1")]
    [InlineData("fell 0.5 percentage point", "PercentagePoints 0.5 by 0.1")]
    [InlineData("fell 1.5pp", "PercentagePoints 1.5 by 0.1")]
    [InlineData("cut by 25 basis points", "BasisPoints 25 by 1")]
    [InlineData("cut by 25bps", "BasisPoints 25 by 1")]
    [InlineData("lost 123.4 points", "Points 123.4 by 0.1")]
    [InlineData("at 25x earnings", "Multiple 25 by 1")]
    [InlineData("at 120 times earnings", "Multiple 120 by 1")]
    [InlineData("rose twelvefold to 12", "Number 12 by 1")]
    public void Read_ReadsUnits(string text, string expected) => Assert.Equal(expected, One(text));

    [Theory]
    [InlineData("$119.54", "Money 119.54 by 0.01 USD")]
    [InlineData("HK$45.2", "Money 45.2 by 0.1 HKD")]
    [InlineData("US$732 billion", "Money 732000000000 by 1000000000 USD")]
    [InlineData("$1.3 trillion", "Money 1300000000000 by 100000000000 USD")]
    [InlineData("$589bn", "Money 589000000000 by 1000000000 USD")]
    [InlineData("€2.5m", "Money 2500000 by 100000 EUR")]
    [InlineData("£3k", "Money 3000 by 1000 GBP")]
    [InlineData("5 billion yuan", "Money 5000000000 by 1000000000 CNY")]
    [InlineData("RMB 12 million", "Money 12000000 by 1000000 CNY")]
    [InlineData("Rs 500 crore", "Money 5000000000 by 10000000 INR")]
    [InlineData("₹3 lakh", "Money 300000 by 100000 INR")]
    [InlineData("Rs 2 lakh crore", "Money 2000000000000 by 1000000000000 INR")]
    [InlineData("20 Hong Kong dollars", "Money 20 by 1 HKD")]
    [InlineData("30 U.S. dollars", "Money 30 by 1 USD")]
    [InlineData("450p", "Money 450 by 1 GBX")]
    [InlineData("50 cents", "Money 0.5 by 0.01")]
    public void Read_ReadsMoney(string text, string expected) => Assert.Equal(expected, One(text));

    [Theory]
    [InlineData("between 3% and 4%", "Percent 3 to 4 by 1")]
    [InlineData("3-4%", "Percent 3 to 4 by 1")]
    [InlineData("3–4%", "Percent 3 to 4 by 1")]
    [InlineData("a gain of 3% to 4%", "Percent 3 to 4 by 1")]
    [InlineData("3.5–4%", "Percent 3.5 to 4 by 0.1")]
    [InlineData("$3-4 billion", "Money 3000000000 to 4000000000 by 1000000000 USD")]
    public void Read_ReadsRanges(string text, string expected) => Assert.Equal(expected, One(text));

    [Theory]
    [InlineData("about two-thirds higher", "Fraction 0.667 by 1")]
    [InlineData("a third of it", "Fraction 0.333 by 1")]
    [InlineData("three quarters of it", "Fraction 0.75 by 1")]
    [InlineData("half of it", "Fraction 0.5 by 1")]
    [InlineData("prices doubled", "Factor 2 by 1")]
    [InlineData("prices nearly tripled", "Factor 3 by 1")]
    [InlineData("prices halved", "Factor 0.5 by 1")]
    [InlineData("a threefold rise", "Factor 3 by 1")]
    [InlineData("double-digit gains", "DigitClass 10 to 100 by 1")]
    [InlineData("single-digit gains", "DigitClass 1 to 10 by 1")]
    [InlineData("triple-digit gains", "DigitClass 100 to 1000 by 1")]
    public void Read_ReadsFractionsAndFactors(string text, string expected) => Assert.Equal(expected, One(text));

    [Theory]
    [InlineData("the first half of it")]
    [InlineData("a half-day session")]
    [InlineData("a double top")]
    [InlineData("a third straight gain")]
    [InlineData("one of the best")]
    public void Read_LeavesFiguresOfSpeech(string text) => Assert.Empty(Quantities(text));

    [Fact]
    public void Read_KeepsTheMinusMark()
    {
        Assert.True(Quantities("down to -2.5%")[0].Negative);
        Assert.True(Quantities("moved −2.5%")[0].Negative);
        Assert.True(Quantities("moved +2.5%")[0].Positive);
    }

    [Theory]
    [InlineData("500 points", true)]
    [InlineData("1,300 points", true)]
    [InlineData("512 points", false)]
    [InlineData("20 points", false)]
    [InlineData("1,230 points", false)]
    public void Read_TellsRoundNumbers(string text, bool isRound) => Assert.Equal(isRound, Quantities(text)[0].IsRound);

    [Theory]
    [InlineData("1e999%", 0)]
    [InlineData("1.2.3.4%", 0)]
    [InlineData("99999999999999999999999999%", 1)]
    [InlineData("0.000000000000000000000001%", 1)]
    [InlineData("11111111111111111111111111111111111111111111111111%", 0)]
    public void Read_NeverGivesANumberThatIsNotFinite(string text, int count)
    {
        var quantities = Quantities(text).Where(quantity => quantity.Kind == QuantityKind.Percent).ToList();

        Assert.Equal(count, quantities.Count);
        Assert.All(quantities, quantity => Assert.True(double.IsFinite(quantity.Value) && double.IsFinite(quantity.LastDigit)));
    }

    private static List<Quantity> Quantities(string text)
    {
        var tokens = Tokenizer.Read(text);
        return QuantityReader.Read(tokens, new bool[tokens.Count]);
    }

    private static string One(string text)
    {
        var quantity = Assert.Single(Quantities(text));
        var upper = quantity.Upper is { } high ? $" to {Plain(high)}" : "";
        return $"{quantity.Kind} {Plain(quantity.Value)}{upper} by {Plain(quantity.LastDigit)}{(quantity.Currency is { } currency ? $" {currency}" : "")}";
    }

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
