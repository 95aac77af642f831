using System.Globalization;
using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>What a stock did after its listing, by itself and against a benchmark.</summary>
internal static class ListingReturn
{
    /// <summary>Sessions of the first month, the first day of trading being the first of them.</summary>
    private const int MonthSessions = 21;

    private static readonly Parameter Span = Parameter.Choice("span", "first-day: the close of the first session. first-month: that of the 21st. since: that of the as-of session.", "first-day", "first-month", "since") with { Required = true, Default = null };

    private static readonly Parameter From = Parameter.Choice("from", "offer: the price at which the shares were offered. first-close: the close of the first session.", "offer", "first-close");

    private static readonly Parameter Benchmark = new("benchmark", ParameterKind.Subject, "What it is compared with, from its last close before the listing, or with from=first-close from that of the first day.");

    public static Measure Measure { get; } = new(call => Of(call))
    {
        Name = "listing-return",
        Question = "By how many percent did it rise or fall after it was listed?",
        Family = "listings",
        Arguments = [Parameter.Subject, Span, From],
        Unit = "percent",
        Roles = ["prices", "classifications", "observations", "actions"],
        Formula = "close(end) / offer price - 1; from=first-close: close(end) / first close - 1",
        Source = "Initial and aftermarket return; Ritter, \"The long-run performance of initial public offerings\", Journal of Finance 46(1), 1991, with months of 21 sessions.",
        Words = ["first-day gain", "debut", "since listing", "since its IPO", "closed above its offer price"],
        Example = "listing-return(XHBR:VNSM, first-day)",
    };

    public static Measure Excess { get; } = new(BindExcess)
    {
        Name = "listing-excess",
        Question = "By how many percentage points did it beat a benchmark after it was listed?",
        Family = "listings",
        Arguments = [Parameter.Subject, Span, Benchmark, From],
        Unit = "percentage points",
        Roles = ["prices", "classifications", "observations", "actions"],
        Formula = "listing-return - return of the benchmark over the same days",
        Source = "Market-adjusted initial return; Ritter, \"The long-run performance of initial public offerings\", Journal of Finance 46(1), 1991.",
        Words = ["outperformed since listing", "beat the index on its debut"],
        Example = "listing-excess(XHBR:VNSM, first-month, HARBG)",
    };

    private static Bound Of(Call call)
    {
        if (Listing.Find(call.Market, call.Subject(Parameter.Subject), out var listing) is { } none)
        {
            return none;
        }

        var (span, fromOffer) = (call.Text(Span)!, call.Text(From) == "offer");
        if (span == "first-day" && !fromOffer)
        {
            return new Problem(ProblemKind.Invalid, "The first day begins with the offer price: from=first-close leaves nothing to measure.");
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var (first, last, start) = (-1, -1, 0.0);
            if ((End(listing, span, asOf, working, out var end) ?? listing.FirstRow(working, out first) ?? listing.Line.Row(end, working, out last)) is { } problem)
            {
                return problem;
            }

            if (fromOffer && listing.Offer(working, out start) is { } noOffer)
            {
                return noOffer;
            }

            var line = listing.Line;
            start = fromOffer ? start : line.Values[first];
            var value = ((line.Values[last] / start) - 1) * 100;
            if (working is not null)
            {
                line.ExplainSplit(working, first, last);
                working.Window(listing.Day, end);
                working.Formula(fromOffer ? "close(end) / offer price - 1" : "close(end) / first close - 1");
                working.Step("return", $"{WorkingBuilder.Text(line.Stored(last))} / {WorkingBuilder.Text(line.InTermsOf(last, start))} - 1", value, Unit.Percent);
            }

            return value;
        });
    }

    private static Bound BindExcess(Call call)
    {
        var own = Of(call);
        var benchmark = call.Subject(Benchmark);
        if ((Listing.Find(call.Market, call.Subject(Parameter.Subject), out var listing) ?? PriceLine.Find(benchmark, PriceField.Close, out var line)) is { } none)
        {
            return none;
        }

        PriceLine.Find(benchmark, PriceField.Close, out line);
        var (span, before) = (call.Text(Span)!, call.Text(From) == "offer");
        var start = before ? benchmark.Calendar.Before(listing.Day) : benchmark.Calendar.OnOrBefore(listing.Day);
        return new Bound(new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            var ours = own.Calculate(asOf, working);
            if (ours.Problem is not null)
            {
                return ours;
            }

            End(listing, span, asOf, null, out var end);
            var (from, to) = (-1, -1);
            if ((line.Row(start, working, out from) ?? line.Row(benchmark.Calendar.OnOrBefore(end), working, out to)) is { } problem)
            {
                return problem;
            }

            var theirs = ((line.Values[to] / line.Values[from]) - 1) * 100;
            working?.Step($"return of {benchmark.Id}", $"{WorkingBuilder.Text(line.Stored(to))} / {WorkingBuilder.Text(line.InTermsOf(to, line.Values[from]))} - 1", theirs, Unit.Percent);
            working?.Formula("listing-return - return of the benchmark");
            working?.Step("excess", $"{WorkingBuilder.Text(ours.Value)} - {WorkingBuilder.Text(theirs)}", ours.Value - theirs, new Unit(UnitKind.PercentagePoints));
            return ours.Value - theirs;
        });
    }

    /// <summary>The last session of a span; one after the as-of session is pending.</summary>
    private static Problem? End(Listing listing, string span, AsOf asOf, WorkingBuilder? working, out DateOnly end)
    {
        if (listing.Line.Session(asOf, working, out end) is { } problem)
        {
            return problem;
        }

        var session = end;
        end = span switch { "first-day" => listing.Day, "first-month" => listing.Session(MonthSessions), _ => session };
        return end > session
            ? working?.Problem(ProblemKind.Pending, $"The first {(span == "first-day" ? "session" : $"{MonthSessions.ToString(CultureInfo.InvariantCulture)} sessions")} of {listing.Line.Subject.Id} end on {end:yyyy-MM-dd}, after the as-of session {session:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken
            : null;
    }
}
