using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The market value added over a window by a stock, the members of an index, or a market, with new shares told from prices.</summary>
internal static class ValueAdded
{
    private const string MarketField = "market_cap";

    private static readonly Parameter Part = Parameter.Choice("part", "total, or what of it price, fx or issuance (new shares, buy-backs, listings) made.", "total", "price", "fx", "issuance");

    private static readonly Parameter Currency = new("currency", ParameterKind.Currency, "The currency to count in.", Required: false);

    private static readonly Parameter Members = Parameter.Choice("members", "Of an index or list: those at the base of the window, or those at its end.", "start", "end");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "value-added",
        Question = "How much market value was added over a window, and how much of it by new shares?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, Part, Currency, Members],
        Unit = "the currency",
        Roles = ["prices", "shares", "actions", "constituents", "constituent-snapshots", "observations", "fx", "events"],
        Formula = "n1 * p1 * f1 - n0 * p0 * f0; price n0 * (p1 - p0) * f0; fx n0 * p1 * (f1 - f0); issuance (n1 - n0) * p1 * f1",
        Source = "Market value as in market-value; the split takes prices at the old shares and shares at the new price, so that the parts add up.",
        Words = ["added in market value", "wiped out", "value creation", "net issuance", "market capitalisation rose by"],
        Example = "value-added(XHBR:TIDE, ytd)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var (part, currency) = (call.Text(Part)!, call.Text(Currency));
        if (currency is null && part == "fx")
        {
            return new Problem(ProblemKind.Invalid, "The part fx needs a currency to count in, as in currency=USD.");
        }

        var isMarket = subject.Instrument?.Kind == InstrumentKind.Market;
        if (isMarket && part == "total" && subject.Observed(MarketField) is { } published)
        {
            return OfMarket(call, published, currency);
        }

        if (isMarket || subject.Instrument?.Kind is InstrumentKind.Index or InstrumentKind.Basket)
        {
            return OfMany(call, subject, isMarket, part, currency);
        }

        if (LineValue.Of(call, subject, currency, out var line) is { } none)
        {
            return none;
        }

        var window = call.Window(Parameter.Window, subject);
        var unit = currency is null ? subject.Money : Unit.Money(currency);
        return new Bound(unit, (asOf, working) =>
        {
            if (line.Close.Rows(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            return line.Parts(from, to, working, out var parts) is { } missing ? missing : Of(parts, part, unit, working);
        });
    }

    private static Outcome Of(ValueParts parts, string part, Unit unit, WorkingBuilder? working)
    {
        working?.Step("price", "n0 * (p1 - p0) * f0", parts.Price, unit);
        working?.Step("fx", "n0 * p1 * (f1 - f0)", parts.Exchange, unit);
        working?.Step("issuance", "(n1 - n0) * p1 * f1", parts.Issuance, unit);
        working?.Step("total", "price + fx + issuance", parts.Total, unit);
        return part switch { "price" => parts.Price, "fx" => parts.Exchange, "issuance" => parts.Issuance, _ => parts.Total };
    }

    private static Bound OfMarket(Call call, Line published, string? currency)
    {
        var (spacing, window) = (Observation.UsualSpacing(published), call.Window(Parameter.Window, published.Subject));
        Conversion? conversion = null;
        if (currency is not null && (published.Unit.Currency is not { } own || (conversion = call.Conversion(own, currency)) is null))
        {
            return new Problem(ProblemKind.NoData, $"The package has no rates from {published.Unit} to {currency}: rows of the role `fx` would settle it.");
        }

        var unit = currency is null ? published.Unit : Unit.Money(currency);
        return new Bound(unit, (asOf, working) =>
        {
            var calendar = published.Subject.Calendar;
            var day = asOf.For(published.Subject.Mic) ?? published.Last;
            if (window.Resolve(calendar.OnOrBefore(day), published.First, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            working?.Window(from, to);
            // A change needs figures of its own ends, not the last ones that a level could still be read from. One of a month that ends on a Sunday goes with Friday's close.
            DateOnly Reach(DateOnly session) => calendar.OnOrAfter(session.AddDays(1)).AddDays(-1) is var eve && eve < day ? eve : day;
            if (Observation.Row(published, AsOf.On(Reach(from)), spacing, working, out var first) is { } missing)
            {
                return missing;
            }

            if (Observation.Row(published, AsOf.On(Reach(to)), spacing, working, out var last) is { } missingToo)
            {
                return missingToo;
            }

            if (first == last)
            {
                return working?.Problem(ProblemKind.NoData, $"Both ends of {from:yyyy-MM-dd} to {to:yyyy-MM-dd} fall on the {MarketField} of {published.DateAt(last):yyyy-MM-dd}; a later figure of {published.Subject.Id} would settle it.") ?? WorkingBuilder.Unspoken;
            }

            var (before, after) = (published.Stored(first), published.Stored(last));
            var (start, end) = (1.0, 1.0);
            if ((conversion?.Rate(from, working, out start) ?? conversion?.Rate(to, working, out end)) is { } unrated)
            {
                return unrated;
            }

            var value = (after * end) - (before * start);
            working?.Convention($"The value is the published {MarketField}; its parts can be asked where the package has prices and shares of the listed lines.");
            working?.Step("total", $"{WorkingBuilder.Text(after * end)} - {WorkingBuilder.Text(before * start)}", value, unit);
            return value;
        });
    }

    private static Bound OfMany(Call call, Subject subject, bool isMarket, string part, string? currency)
    {
        var window = call.Window(Parameter.Window, subject);
        var lines = new LineValues(call, subject, isMarket, currency);
        var unit = Unit.Money(currency ?? lines.Currency ?? "");
        var byEnd = call.Text(Members) == "end";
        return new Bound(unit, (asOf, working) =>
        {
            if (lines.Sessions(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            return lines.Parts(from, to, byEnd ? to : from, working, out var parts) is { } missing ? missing : Of(parts, part, unit, working);
        });
    }
}
