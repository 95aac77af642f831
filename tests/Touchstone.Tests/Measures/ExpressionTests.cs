using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

public class ExpressionTests
{
    [Theory]
    [InlineData("return(HSTECH, ytd) @ 2025-02-14", "return(HSTECH, ytd) @ 2025-02-14")]
    [InlineData("  Return( HSTECH ,YTD )@2025-02-14 XNYS=2025-02-13 ", "return(HSTECH, ytd) @ 2025-02-14 XNYS=2025-02-13")]
    [InlineData("return(XNYS:BABA, 1d) @ XNYS=2025-02-13", "return(XNYS:BABA, 1d) @ XNYS=2025-02-13")]
    [InlineData("return(\"S&P 500\", wtd, currency=hkd)", "return(\"S&P 500\", 1w, currency=HKD)")]
    [InlineData("level(BRK.B, field=High)", "level(BRK.B, field=high)")]
    [InlineData("level(^HSI)", "level(^HSI)")]
    [InlineData("level(S&P 500)", "level(\"S&P 500\")")]
    [InlineData("rank-among(A, 1d, B, C, D, order=worst)", "rank-among(A, 1d, B, C, D, order=worst)")]
    [InlineData("return(A, 2025-01-13..2025-02-13)", "return(A, 2025-01-13..2025-02-13)")]
    public void Parse_GivesCanonicalTextThatParsesToTheSame(string text, string canonical)
    {
        var expression = SampleMarket.Parse(text);

        Assert.Equal(canonical, expression.ToString());
        Assert.Equal(expression, SampleMarket.Parse(canonical));
    }

    [Theory]
    [InlineData("", 0, null)]
    [InlineData("retrun(HSI, ytd)", 0, "return")]
    [InlineData("return HSI", 7, null)]
    [InlineData("return(HSI, ydt)", 12, "ytd")]
    [InlineData("return(HSI, last-wek)", 12, "last-week")]
    [InlineData("return(HSI)", 10, null)]
    [InlineData("return(HSI, 1d, basis=totl)", 22, "total")]
    [InlineData("return(HSI, 1d, curency=USD)", 16, "currency")]
    [InlineData("return(HSI, 1d, currency=US)", 25, null)]
    [InlineData("return(HSI, 1d, price, USD, more)", 28, null)]
    [InlineData("return(HSI, 1d", 14, null)]
    [InlineData("return(HSI,, 1d)", 11, null)]
    [InlineData("return(\"HSI, 1d)", 7, null)]
    [InlineData("return(HSI, 1d) 2025", 16, null)]
    [InlineData("return(HSI, 1d) @", 17, null)]
    [InlineData("return(HSI, 1d) @ 2025-02-30", 18, null)]
    [InlineData("return(HSI, 1d) @ 2025-02-14 2025-02-13", 29, null)]
    [InlineData("return(HSI, 1d) @ XNYS=13/2", 23, null)]
    [InlineData("return(HSI, 2025-02-13..2025-01-13)", 12, "2025-01-13..2025-02-13")]
    public void Parse_PointsAtTheFirstWrongCharacter(string text, int position, string? suggestion)
    {
        var error = Expression.Parse(text).Error;

        Assert.NotNull(error);
        Assert.Equal((position, suggestion), (error.Position, error.Suggestion));
    }

    [Fact]
    public void Pointer_PutsACaretUnderTheCharacter() =>
        Assert.Equal("return(HSI, ydt)\n            ^", Expression.Parse("return(HSI, ydt)").Error!.Pointer());

    [Fact]
    public void Bind_SaysWhatAnExpressionMadeByHandLacks()
    {
        var answer = new Evaluator(SampleMarket.Build()).Evaluate(Expression.Of("return", "HSI"));

        Assert.Equal(ProblemKind.Invalid, answer.Problem!.Kind);
        Assert.Contains("'window' is missing", answer.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_ListsTheCandidatesOfAnAmbiguousName()
    {
        var market = new TestMarket().Index("A", aliases: "tech").Index("B", aliases: "Tech").Build();

        var problem = market.Problem("level(TECH)");

        Assert.Equal(ProblemKind.Ambiguous, problem.Kind);
        Assert.Contains("A (A Name) or B (B Name)", problem.Message, StringComparison.Ordinal);
    }
}
