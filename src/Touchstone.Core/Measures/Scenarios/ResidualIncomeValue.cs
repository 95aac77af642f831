using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>How far book value and residual income are worth more or less than the price.</summary>
internal static class ResidualIncomeValue
{
    private static readonly Parameter Years = new("years", ParameterKind.Count, "Years with today's return on equity, at most 1000.");

    private static readonly Parameter Persistence = new("persistence", ParameterKind.Number, "What percent of the income beyond the rate is left a year later, after those years.", Required: false, Default: "60");

    private static readonly Parameter Payout = new("payout", ParameterKind.Number, "The share of earnings paid out, percent.", Required: false, Default: "100");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "residual-income",
        Question = "By how many percent are its book value and what it earns beyond a rate worth more (positive) or less than the price?",
        Family = "scenarios",
        Arguments = [Parameter.Subject, ScenarioInputs.Rate, Years, Persistence, Payout],
        Unit = "percent",
        Roles = ["observations"],
        Formula = "[1 + sum of (ROE - r) * B(t-1) / (1 + r)^t + RI(n) * w / (1 + r - w) / (1 + r)^n] / (P/B) - 1, ROE = (P/B) / (P/E)",
        Source = "Ohlson, \"Earnings, book values, and dividends in equity valuation\", Contemporary Accounting Research 11(2), 1995.",
        Words = ["residual income", "excess return on equity", "worth its book value"],
        Example = "residual-income(HARB, 8, 5)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var years = (int)call.Number(Years);
        if (years > GrowthFade.MostYears)
        {
            return new Problem(ProblemKind.Invalid, $"{years} years are too many: at most {GrowthFade.MostYears}.");
        }

        if (Observation.Find(subject, "price_to_book", out var line) is { } none)
        {
            return none;
        }

        var (book, equity) = (Observation.Of(line), ReturnOnEquity.Of(subject));
        var (rate, persistence, payout) = (call.Percent(ScenarioInputs.Rate), call.Number(Persistence) / 100, call.Number(Payout) / 100);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var found = equity(asOf, working);
            if (found.Problem is not null)
            {
                return found;
            }

            var value = ResidualIncome.Value(1, Percent.FromPoints(found.Value), rate, payout, years, persistence);
            if (!value.HasValue)
            {
                return value.Problem;
            }

            var multiple = book.Calculate(asOf, null).Value;
            var against = ((value.Value / multiple) - 1) * 100;
            working.Take(value);
            working?.Convention("The book value is 1.");
            working?.Step("against the price", $"{WorkingBuilder.Text(value.Value)} / {WorkingBuilder.Text(multiple)} - 1", against, Unit.Percent);
            return against;
        });
    }
}
