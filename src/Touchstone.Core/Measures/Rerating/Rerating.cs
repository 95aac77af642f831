using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>A return split into what earnings did and what the market paid for them.</summary>
internal static class Rerating
{
    private static readonly Parameter Part = Parameter.Choice("part", "Which part; cross exists with in=simple alone.", "multiple", "earnings", "dividends", "fx", "cross", "total");

    private static readonly Parameter In = Parameter.Choice("in", "log: the parts add in logs. scaled: the logs scaled to the simple return. simple: simple changes, which leave a cross term.", "log", "scaled", "simple");

    private static readonly Parameter On = new("on", ParameterKind.Field, "The observed multiple to split by; without it pe_trailing, or price_to_book or price_to_sales where earnings are not above zero.", Required: false);

    private static readonly Parameter Basis = Parameter.Choice("basis", "auto: with dividends where the package tells them. total: with dividends, or a problem. price: without.", "auto", "total", "price");

    private static readonly Parameter Currency = new("currency", ParameterKind.Currency, "The currency of the return; its change is the part fx.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "rerating",
        Question = "How much of the return came from earnings, and how much from a higher or lower multiple?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Parameter.Window, Part, In, On, Basis, Currency],
        Unit = "percentage points of log return (in=log), percentage points (in=scaled, in=simple); percent for the total",
        Roles = ["prices", "observations", "actions", "fx", "events"],
        Formula = "ln(earnings(to) / earnings(from)) + ln(multiple(to) / multiple(from)) + ln(dividend factor) + ln(rate(to) / rate(from)) = ln(1 + total return); earnings = close / multiple",
        Source = "Bogle, \"Investing in the 1990s\", Journal of Portfolio Management 17(3), 1991; Grinold and Kroner, \"The Equity Risk Premium\", Investment Insights 5(3), 2002.",
        Words = ["re-rating", "rerating", "multiple expansion", "derating", "driven by earnings", "valuation expansion"],
        Example = "rerating(HARB, 1y)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (PriceLine.Find(subject, PriceField.Close, out var close) is { } none)
        {
            return none;
        }

        var (part, form, basis) = (call.Text(Part)!, call.Text(In)!, call.Text(Basis)!);
        if (part == "cross" && form != "simple")
        {
            return new Problem(ProblemKind.Invalid, "Only simple changes leave a cross term: ask it with in=simple.");
        }

        if (part == "fx" && call.Text(Currency) is null)
        {
            return new Problem(ProblemKind.Invalid, "The part fx needs a currency to report in, as in currency=USD.");
        }

        if (FindConversion(call, subject, out var conversion) is { } unknown)
        {
            return unknown;
        }

        var multiples = new ReratingMultiples(subject, close, call.Text(On));
        var window = call.Window(Parameter.Window, subject);
        return new Bound(part == "total" ? Unit.Percent : new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            if (close.Rows(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            if (multiples.Ratio(from, to, working, out var multiple) is { } unvalued)
            {
                return unvalued;
            }

            var dividends = basis == "price" ? null : DividendFactor.Of(call.Market, close, from, to, working);
            if (dividends is null && basis != "price")
            {
                if (basis == "total" || part == "dividends")
                {
                    return working?.Problem(ProblemKind.NoData, $"The package tells no dividends of {subject.Id} from {close.DateAt(from):yyyy-MM-dd} to {close.DateAt(to):yyyy-MM-dd}: an adjusted close in the role `prices`, or cash in its currency in the role `actions`, would settle it.") ?? WorkingBuilder.Unspoken;
                }

                working?.Convention($"The package tells no dividends of {subject.Id} in the span: the return is that of the price.");
            }

            var (before, after) = (1.0, 1.0);
            if ((conversion?.Rate(close.DateAt(from), working, out before) ?? conversion?.Rate(close.DateAt(to), working, out after)) is { } missing)
            {
                return missing;
            }

            var price = close.Values[to] / close.Values[from];
            var parts = new ReratingParts(price / multiple, multiple, dividends ?? 1, after / before);
            var value = 100 * Value(parts, part, form);
            if (working is not null)
            {
                close.ExplainSplit(working, from, to);
                Explain(working, parts, price, part, form, value);
            }

            return value;
        });
    }

    private static Problem? FindConversion(Call call, Subject subject, out Conversion? conversion)
    {
        conversion = null;
        if (call.Text(Currency) is not { } currency)
        {
            return null;
        }

        if (subject.Instrument?.Currency is not { } own)
        {
            return new Problem(ProblemKind.NoData, $"The package does not say in which currency {subject.Id} is quoted.");
        }

        conversion = call.Conversion(own, currency);
        return conversion is null ? new Problem(ProblemKind.NoData, $"The package has no rates from {own} to {currency}, direct, inverse or through one other currency: rows of the role `fx` would settle it.") : null;
    }

    private static double Value(ReratingParts parts, string part, string form)
    {
        if (part == "total")
        {
            return form == "log" ? parts.Log : parts.Simple;
        }

        var factor = part switch { "earnings" => parts.Earnings, "multiple" => parts.Multiple, "dividends" => parts.Dividends, "fx" => parts.Exchange, _ => 1 };
        return part == "cross" ? parts.Cross : form switch { "log" => Math.Log(factor), "scaled" => Math.Log(factor) * parts.Scale, _ => factor - 1 };
    }

    private static void Explain(WorkingBuilder working, ReratingParts parts, double price, string part, string form, double value)
    {
        working.Step("price", "close(to) / close(from)", price, Unit.Number);
        working.Step("earnings", $"{WorkingBuilder.Text(price)} / {WorkingBuilder.Text(parts.Multiple)}", parts.Earnings, Unit.Number);
        foreach (var name in new[] { "earnings", "multiple", "dividends", "fx" })
        {
            working.Step($"{name}, {form}", form == "simple" ? "factor - 1" : form == "log" ? "ln(factor)" : "ln(factor) * (e^x - 1) / x", 100 * Value(parts, name, form), new Unit(UnitKind.PercentagePoints));
        }

        if (form == "simple")
        {
            working.Step("cross", "total - the four", 100 * parts.Cross, new Unit(UnitKind.PercentagePoints));
        }

        working.Step("total", form == "log" ? "sum of the four" : "product of the four - 1", 100 * Value(parts, "total", form), Unit.Percent);
        working.Step(part, "the part asked for", value, part == "total" ? Unit.Percent : new Unit(UnitKind.PercentagePoints));
    }
}
