using Touchstone.Data;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.CalculationMarket;

namespace Touchstone.Tests.Indices;

/// <summary>Where a package does not carry a calculation there is a sentence, and no level at all.</summary>
public class CalculationProblemTests
{
    [Fact]
    public void AMemberWithoutAClose_IsNamed_NeverStale() => Refused(
        Of([100, 100, 100], [50, double.NaN, double.NaN]).Calculate(Thursday), ProblemKind.NoData,
        "No close on 2025-03-05 for 1 of 2 members, and the package says neither that they are suspended nor that their exchange is closed: XTST:B. The package's closes of it end on 2025-03-04.");

    [Fact]
    public void ASpanBeyondTheData_NamesAllMembers() => Refused(
        Of([100], [50]).Calculate(Thursday), ProblemKind.NoData,
        "No close on 2025-03-05 for 2 of 2 members, and the package says neither that they are suspended nor that their exchange is closed: XTST:A, XTST:B. The package's closes of them end on 2025-03-04.");

    [Fact]
    public void ClosesThatAreNotAsTraded_AreABasisProblem()
    {
        var market = new TestMarket().Index("TEST", "XTST").Equity(A).Equity(B).Closes(A, CloseBasis.SplitAdjusted, Rows(100, 100)).Closes(B, Rows(50, 50)).Shares(A, Monday, 1).Shares(B, Monday, 1);
        Refused(market.Calculate(Tuesday), ProblemKind.Basis, "The closes of XTST:A are 'SplitAdjusted'; an index needs closes as traded.");
    }

    [Fact]
    public void AReviewWithoutAPrice_NamesTheReviewAndTheStock()
    {
        var review = new ReviewDates(TestMarket.Day(Monday), TestMarket.Day(Tuesday), TestMarket.Day(Wednesday));
        var book = Book(version => version with { Universe = Universe.Of(new GivenMember(new InstrumentId(A)), new GivenMember(new InstrumentId(B)), new GivenMember(new InstrumentId(C))) }, review);
        var market = Of([100, 100], [50, 50]).Closes(C, (Monday, 5), (Wednesday, 5)).Shares(C, Monday, 1);
        var problem = market.Calculate(Wednesday, book).Problem!;
        Assert.Contains("2025-03-04", problem.Message, StringComparison.Ordinal);
        Assert.Contains(C, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACurrencyWithoutARate_IsNamed() => Refused(
        Of([100], [50]).Calculate(Tuesday, options: new CalculationOptions { Currency = "EUR" }), ProblemKind.NoData,
        "No rate of HKD in EUR on 2025-03-03: the package's fx has no pair that leads from HKD to EUR. Priced in it: XTST:A, XTST:B.");

    [Fact]
    public void ADividendWithoutARate_IsNamed() => Refused(
        Of([100], [50]).Action(A, Tuesday, "cash", cash: 1, currency: "EUR").Calculate(Tuesday), ProblemKind.NoData,
        "No rate of EUR in HKD on 2025-03-04: the package's fx has no pair that leads from EUR to HKD. A dividend of the day is paid in it.");

    [Theory]
    [InlineData("cash", null, null, null, null, "cash is empty; expected the dividend for one share, above zero")]
    [InlineData("cash", null, -1.0, null, null, "cash is -1; expected the dividend for one share, above zero")]
    [InlineData("special", null, null, null, null, "cash is empty; expected the dividend for one share, above zero")]
    [InlineData("split", null, null, null, null, "ratio is empty; expected the shares afterwards for one before, above zero and not 1: 2 for 2 for 1")]
    [InlineData("split", 1.0, null, null, null, "ratio is 1; expected the shares afterwards for one before, above zero and not 1: 2 for 2 for 1")]
    [InlineData("consolidation", 10.0, null, null, null, "ratio is 10; expected the shares afterwards for one before, below 1: 0.1 for 10 into 1")]
    [InlineData("bonus", 0.3, null, null, null, "ratio is 0.3; expected the shares afterwards for one before, above 1: 1.3 for 3 for 10")]
    [InlineData("rights", null, null, 70.0, null, "ratio is empty; expected the shares afterwards for one before, above 1: 1.25 for 1 for 4")]
    [InlineData("rights", 1.25, null, null, null, "subscription_price is empty; expected what one new share costs, zero or more")]
    [InlineData("spin-off", null, null, null, C, "ratio is empty; expected the shares handed out for one held, above zero")]
    [InlineData("spin-off", 0.5, null, null, null, "other is empty; expected the company handed out")]
    [InlineData("merger-cash", null, 0.0, null, null, "cash is 0; expected an amount for one share above zero; an empty one means the last close")]
    [InlineData("merger-stock", 0.5, null, null, null, "other is empty; expected the company that buys")]
    [InlineData("merger-stock", null, null, null, B, "ratio is empty; expected the acquirer's shares for one of the target, above zero")]
    [InlineData("merger-stock", 0.5, null, null, C, "XTST:C is no member, so it takes the place of XTST:A, and has no close on 2025-03-03")]
    [InlineData("delist", null, -1.0, null, null, "cash is -1; expected an amount for one share of zero or more; 0 for a worthless share, empty for the last close")]
    [InlineData("demerger", null, null, null, null, "its kind is not known; the kinds are cash, special, split, consolidation, reverse-split, bonus, capitalisation, stock-dividend, rights, spin-off, merger-cash, merger-stock, suspend, resume and delist")]
    public void AnAction_ThatLacksSomething_NamesItsRow(string kind, double? ratio, double? cash, double? price, string? other, string fault)
    {
        var problem = Of([100], [50]).Action(A, Tuesday, kind, ratio, cash, null, price, other).Calculate(Tuesday).Problem!;
        Assert.Equal((ProblemKind.Invalid, $"The action '{kind}' of XTST:A on 2025-03-04 cannot be used: {fault}.", "actions.csv:2"), (problem.Kind, problem.Message, problem.Source));
    }

    [Fact]
    public void AnAction_ThatEatsThePrice_NamesItsRow()
    {
        var problem = Of([100], [50]).Action(A, Tuesday, "special", cash: 100).Calculate(Tuesday).Problem!;
        Assert.Equal("actions.csv:2", problem.Source);
    }

    [Fact]
    public void ACompanyHandedOut_InAnotherCurrency_IsRefused()
    {
        var problem = Of([100], [50]).Equity("XNYS:D", "USD").Action(A, Tuesday, "spin-off", 1, other: "XNYS:D").Calculate(Tuesday).Problem!;
        Assert.Equal((ProblemKind.Invalid, "actions.csv:2"), (problem.Kind, problem.Source));
    }

    [Fact]
    public void AFloatOfZero_IsRefused_WithItsRow()
    {
        var book = Book(version => version with { Shares = new ShareRule { FreeFloat = true, Updates = ShareUpdates.AtOnce } });
        var problem = Of([100], [50]).Floats().Shares(A, Tuesday, 1_000_000, 0).Calculate(Tuesday, book).Problem!;
        Assert.Equal((ProblemKind.Invalid, "shares.csv:6"), (problem.Kind, problem.Source));
    }

    [Theory]
    [InlineData("2025-03-03", "The span begins on 2025-02-28; TEST begins on its base date, 2025-03-03.")]
    [InlineData("2024-01-01", "The span begins on 2025-02-28; the first version of the rules of TEST is of 2025-03-01.")]
    public void ASpanBeforeTheIndex_IsRefused(string baseDate, string message)
    {
        var book = Book(version => version with { From = new DateOnly(2025, 3, 1) }) with { BaseDate = TestMarket.Day(baseDate) };
        Refused(Calculate(Of([100], [50]).Build(), new DateSpan(TestMarket.Day("2025-02-28"), TestMarket.Day(Tuesday)), book), ProblemKind.Invalid, message);
    }

    [Fact]
    public void ASpanWithoutSessions_IsRefused() => Refused(
        Calculate(Of([100], [50]).Build(), new DateSpan(TestMarket.Day("2025-03-08"), TestMarket.Day("2025-03-09")), Book()), ProblemKind.NoData,
        "2025-03-08..2025-03-09 has no session of XTST; expected a span with at least one.");

    [Fact]
    public void RulesThatHoldInAnotherWay_AreRefused()
    {
        var book = Book();
        book = book with { Versions = [book.Versions[0], book.Versions[0] with { From = TestMarket.Day(Tuesday), Weighting = Weighting.Equal }] };
        Assert.Equal(ProblemKind.Invalid, Of([100], [50]).Calculate(Tuesday, book).Problem!.Kind);
    }

    [Fact]
    public void PublishedSpans_ThatOverlap_AreRefused()
    {
        var market = Of([100], [50]).Member("TEST", A, Monday, null, 5).Member("TEST", A, Tuesday, null, 6).Divisor("TEST", Monday, 1);
        var problem = market.Calculate(Tuesday).Problem!;
        Assert.Equal((ProblemKind.Invalid, "constituents.csv:3"), (problem.Kind, problem.Source));
    }

    [Fact]
    public void ADivisor_ThatIsNotAboveZero_IsRefused()
    {
        var problem = Of([100], [50]).Member("TEST", A, Monday, null, 5).Divisor("TEST", Monday, 0).Calculate(Tuesday).Problem!;
        Assert.Equal((ProblemKind.Invalid, "divisors.csv:2"), (problem.Kind, problem.Source));
    }

    [Fact]
    public void AnUnknownMember_IsNamed()
    {
        var book = Book(version => version with { Universe = Universe.Of(new GivenMember(new InstrumentId(A)), new GivenMember(new InstrumentId("XTST:Z"))) });
        Assert.Contains("XTST:Z", Of([100], [50]).Calculate(Tuesday, book).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryMemberWorthless_IsRefused()
    {
        var market = Of([100, 100], [50, 50]).Action(A, Wednesday, "delist", cash: 0).Action(B, Wednesday, "delist", cash: 0);
        Assert.Equal(ProblemKind.Undefined, market.Calculate(Wednesday).Problem!.Kind);
    }

    private static void Refused(Answer<IndexCalculation> answer, ProblemKind kind, string message) => Assert.Equal((kind, message), (answer.Problem!.Kind, answer.Problem.Message));
}
