using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The price-to-earnings multiple over the growth of earnings.</summary>
internal static class EarningsGrowthMultiple
{
    private const double DaysOfYear = 365.25;

    private static readonly Parameter Over = Parameter.Window.Optional("1y") with { Explanation = "The span over which the growth of earnings is taken, made yearly." };

    private static readonly Parameter Growth = new("growth", ParameterKind.Field, "An observed growth rate, percent a year, in place of the growth over the window.", Required: false);

    private static readonly Parameter On = new("on", ParameterKind.Field, "The observed multiple of earnings.", Required: false, Default: "pe_trailing");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "peg",
        Question = "How many times earnings does it trade at for each percent that its earnings grow in a year?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Over, Growth, On],
        Unit = "number",
        Roles = ["observations", "prices", "actions"],
        Formula = "multiple / growth, growth = 100 * ((earnings(to) / earnings(from)) ^ (365.25 / days) - 1), earnings = close / multiple",
        Source = "Farina, \"A Beginner's Guide to Successful Investing in the Stock Market\", 1969, made known by Lynch, \"One Up on Wall Street\", 1989.",
        Words = ["PEG", "PEG ratio", "price/earnings to growth", "earnings growth priced"],
        Example = "peg(XHBR:TIDE, 1y)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (PriceLine.Find(subject, PriceField.Close, out var close) is { } none)
        {
            return none;
        }

        if (CurrentMultiple.Find(subject, ValuedOn.Of(call.Text(On)!), close, out var multiples) is { } unknown)
        {
            return unknown;
        }

        Line? stated = null;
        if (call.Text(Growth) is { } field)
        {
            if (Observation.Find(subject, field, out stated) is { } missing)
            {
                return missing;
            }

            if (stated.Unit != Unit.Percent)
            {
                return new Problem(ProblemKind.Undefined, $"The {field} of {subject.Id} is in {stated.Unit}; a growth rate is needed in percent.");
            }
        }

        var (rate, window) = (stated is null ? null : Observation.Of(stated), call.Window(Over, subject));
        return new Bound(Unit.Number, (asOf, working) =>
        {
            double multiple;
            Outcome growth;
            if (rate is null)
            {
                growth = Implied(close, multiples, window, asOf, working, out multiple);
            }
            else if ((close.Row(asOf, working, out var row) ?? multiples.At(row, working, out multiple)) is { } problem)
            {
                return problem;
            }
            else
            {
                multiples.At(row, null, out multiple);
                growth = rate.Calculate(asOf, working);
            }

            if (growth.Problem is not null)
            {
                return growth;
            }

            if (growth.Value <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The earnings of {subject.Id} do not grow ({WorkingBuilder.Text(growth.Value)}% a year); a multiple for each percent of growth needs growth above zero.") ?? WorkingBuilder.Unspoken;
            }

            working?.Step("peg", $"{WorkingBuilder.Text(multiple)} / {WorkingBuilder.Text(growth.Value)}", multiple / growth.Value, Unit.Number);
            return multiple / growth.Value;
        });
    }

    private static Outcome Implied(Line close, CurrentMultiple multiples, BoundWindow window, AsOf asOf, WorkingBuilder? working, out double multiple)
    {
        multiple = 0;
        if (close.Rows(window, asOf, working, out var from, out var to) is { } problem)
        {
            return problem;
        }

        if (multiples.At(from, working, out var before) is { } early)
        {
            return early;
        }

        if (multiples.At(to, working, out multiple) is { } late)
        {
            return late;
        }

        var ratio = close.Values[to] / close.Values[from] / (multiple / before);
        var days = close.Days[to] - close.Days[from];
        var growth = 100 * (Math.Pow(ratio, DaysOfYear / days) - 1);
        working?.Step("earnings", $"{WorkingBuilder.Text(close.Values[to] / close.Values[from])} / ({WorkingBuilder.Text(multiple)} / {WorkingBuilder.Text(before)})", ratio, Unit.Number);
        working?.Step("growth a year", $"{WorkingBuilder.Text(ratio)} ^ (365.25 / {days}) - 1", growth, Unit.Percent);
        return growth;
    }
}
