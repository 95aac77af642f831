using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>What a lasting change of growth would do to a price.</summary>
internal static class GrowthShockReturn
{
    private static readonly Parameter Change = new("change", ParameterKind.Number, "The change of growth, percentage points a year: -1.");

    private static readonly Parameter Hold = Parameter.Choice("hold", "payout: the share of earnings paid out. roe: the return on equity, P/B over P/E.", "payout", "roe");

    private static readonly Parameter Follows = new("rate-follows", ParameterKind.Number, "Percent of the change of growth that the discount rate follows.", Required: false, Default: "0");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "growth-shock",
        Question = "By how many percent would the price change, if dividends grew so much slower or faster for ever?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, ScenarioInputs.Rate, Change, ScenarioInputs.Growth, Hold, Follows],
        Unit = "percent",
        Roles = ["observations"],
        Formula = "(1 + g') / (1 + g) * (r - g) / (r' - g') - 1; hold=roe: [(1 - g' / ROE) / (r' - g')] / [(1 - g / ROE) / (r - g)] - 1",
        Source = "Gordon, \"Dividends, earnings, and stock prices\", 1959; Koller, Goedhart and Wessels, \"Valuation\", 5th ed. 2010, chapter 2, on the value driver formula.",
        Words = ["permanent degradation in trend growth", "slower growth", "loss of trend growth"],
        Example = "growth-shock(HARB, 8, -1)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var (rate, points, share) = (call.Percent(ScenarioInputs.Rate), call.Percent(Change), call.Number(Follows) / 100);
        var holdsReturn = call.Text(Hold) == "roe";
        Bound? yield = null;
        if (!call.Has(ScenarioInputs.Growth))
        {
            if (Observation.Find(subject, "dividend_yield", out var line) is { } none)
            {
                return none;
            }

            yield = Observation.Of(line);
        }

        var equity = ReturnOnEquity.Of(subject);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (ScenarioInputs.GrowthOf(call, yield, subject, asOf, working, out var growth) is { } problem)
            {
                return problem;
            }

            var after = Percent.FromFraction(growth.Fraction + points.Fraction);
            working?.Step("growth then", $"{growth.Points:G10}% + {points.Points:G10}", after.Points, Unit.Percent);
            var payout = GrowthShock.PayoutHeld(rate, growth, after, share);
            if (!holdsReturn && working is null)
            {
                return Number(payout);
            }

            var found = equity(asOf, working);
            var held = found.Problem is null ? GrowthShock.ReturnOnEquityHeld(rate, growth, after, Percent.FromPoints(found.Value), share) : found.Problem;
            var (asked, other) = holdsReturn ? (held, payout) : (payout, held);
            if (working is not null)
            {
                working.Convention(other.HasValue
                    ? $"With the {(holdsReturn ? "payout" : "return on equity")} held instead: {other.Value.Points:0.##}%."
                    : $"With the {(holdsReturn ? "payout" : "return on equity")} held there is no answer: {other.Problem.Message}");
                working.Take(asked);
            }

            return Number(asked);
        });
    }

    private static Outcome Number(Answer<Percent> answer) => answer.HasValue ? answer.Value.Points : answer.Problem;
}
