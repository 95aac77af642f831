using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary><c>abnormal-return</c> and <c>car</c>.</summary>
public class AbnormalReturnTests
{
    /// <summary>
    /// Forty weekdays from 2025-01-06, then the event on 2025-03-03 and a day more. The market rises 1% and falls 1% in turn; the security does twice that with
    /// +0.5% and -0.5% of its own in turn of two days, which leaves a slope of exactly 2 and a constant of exactly 0 over forty days. On the event the market does 1%, the security 5%; then -1% and -2.5%.
    /// </summary>
    private static readonly Market Made = Build();

    [Theory]
    [InlineData("abnormal-return(XHKG:700, 2025-03-03, HBX, estimation=40)", 3)] // 5 - 2 * 1
    [InlineData("abnormal-return(XHKG:700, 2025-03-01, HBX, estimation=40)", 3)] // a Saturday
    [InlineData("abnormal-return(XHKG:700, 2025-03-03, HBX, market-adjusted, estimation=40)", 4)] // 5 - 1
    [InlineData("abnormal-return(XHKG:700, 2025-03-03, HBX, mean-adjusted, estimation=40)", 5)] // 5 - 0
    [InlineData("car(XHKG:700, 2025-03-03, HBX, estimation=40)", 2.5)] // 3 + (-2.5 - 2 * -1)
    [InlineData("car(XHKG:700, 2025-03-03, HBX, window=1..1, estimation=40)", -0.5)] // the model is fitted to the days before the event, whatever the window
    [InlineData("car(XHKG:700, 2025-03-03, HBX, window=0..0, estimation=40)", 3)]
    public void Value_IsAsWorkedByHand(string expression, double expected)
    {
        var answer = new Evaluator(Made).Evaluate(SampleMarket.Parse(expression));

        Assert.True(answer.HasValue, $"{answer.Problem}");
        Assert.Equal(expected, answer.Value.Value, 9);
        Assert.Equal(Unit.Percent, answer.Value.Unit);
    }

    [Fact]
    public void Working_ShowsTheFitTheErrorAndT()
    {
        var working = new Evaluator(Made).Evaluate(SampleMarket.Parse("abnormal-return(XHKG:700, 2025-03-03, HBX, estimation=40)")).Working;
        double Of(string name) => working.Steps.Single(step => step.Name == name).Value;

        Assert.Equal(0, Of("alpha"), 9);
        Assert.Equal(2, Of("beta"), 9);
        Assert.Equal(Math.Sqrt(40 * 0.25 / 38), Of("sigma"), 9); // forty residuals of half a percent, 38 degrees of freedom
        Assert.Equal(Of("sigma") * Math.Sqrt(1 + (1 / 40.0) + (1 / 40.0)), Of("forecast error"), 9); // 1 + 1/M + x²/Σx², every x² being 1
        Assert.Equal(3 / Of("forecast error"), Of("t"), 9);
        Assert.Equal(4, working.Inputs.Length);
    }

    [Theory]
    [InlineData(ProblemKind.Pending, "abnormal-return(XHKG:700, 2025-03-03, HBX, estimation=40) @ 2025-02-28")]
    [InlineData(ProblemKind.Pending, "car(XHKG:700, 2025-03-03, HBX, window=0..5, estimation=40)")]
    [InlineData(ProblemKind.NoData, "abnormal-return(XHKG:700, unheard-of, HBX)")]
    [InlineData(ProblemKind.Invalid, "abnormal-return(XHKG:700, 2025-03-03, HBX, estimation=20)")]
    [InlineData(ProblemKind.Pending, "abnormal-return(XHKG:700, 2026-03-03, HBX)")]
    public void Problem_SaysWhy(ProblemKind kind, string expression) => Assert.Equal(kind, new Evaluator(Made).Evaluate(SampleMarket.Parse(expression)).Problem!.Kind);

    [Theory]
    [InlineData("car(XHKG:700, 2025-03-03, HBX, window=3..1)", "'3..1' is not a run of event days for 'window'")]
    [InlineData("car(XHKG:700, 2025-03-03, HBX, window=0..900)", "'0..900' is not a run of event days")]
    [InlineData("car(XHKG:700, 2025-03-03, HBX, model=magic)", "'magic' is not a choice for 'model'")]
    public void Parse_RefusesWhatIsNoWindow(string expression, string message) => Assert.StartsWith(message, Expression.Parse(expression).Error!.Message, StringComparison.Ordinal);

    private static Market Build()
    {
        var day = TestMarket.Day("2025-01-03");
        var (level, price) = (1000.0, 50.0);
        var levels = new List<(string, double)> { ("2025-01-03", level) };
        var prices = new List<(string, double)> { ("2025-01-03", price) };
        for (var i = 0; i < 42; i++)
        {
            do
            {
                day = day.AddDays(1);
            }
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            var market = i % 2 == 0 ? 0.01 : -0.01;
            var own = i < 40 ? (i / 2 % 2 == 0 ? 0.005 : -0.005) : i == 40 ? 0.03 : -0.005;
            levels.Add(($"{day:yyyy-MM-dd}", level *= 1 + market));
            prices.Add(($"{day:yyyy-MM-dd}", price *= 1 + (2 * market) + own));
        }

        return new TestMarket().Index("HBX").Closes("HBX", [.. levels]).Closes("XHKG:700", [.. prices]).Build();
    }
}
