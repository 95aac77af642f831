using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The best return from before an event to any close within a limit.</summary>
internal static class BestReturnWithin
{
    private static readonly Parameter Since = new("since", ParameterKind.Window, "The start: since:event or since:day.");

    private static readonly Parameter Within = new("within", ParameterKind.Window, "The limit counted from the day of the event: 1m, 30cd, 10d, 2w, 1y.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "best-return-within",
        Question = "What was the best return from before an event to any close within a time limit?",
        Family = "price",
        Arguments = [Parameter.Subject, Since, Within],
        Unit = "percent",
        Roles = ["prices", "actions", "events"],
        Formula = "max over t of close(t) / close(last session before the event) - 1, event <= t <= event + limit, t <= as-of",
        Source = "Run-up after an event in the sense of MacKinlay, \"Event studies in economics and finance\", Journal of Economic Literature 35(1), 1997, without a model.",
        Words = ["in less than a month following", "within weeks of", "gained as much as after"],
        Example = "best-return-within(HARB, since:chartroom, 1m)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var since = call.Window(Since, subject);
        var within = call.Window(Within, subject).Window;
        if (since.Window.Kind is not (WindowKind.SinceEvent or WindowKind.SinceDay))
        {
            return new Problem(ProblemKind.Invalid, $"The start of best-return-within must be since:event or since:day, not '{since.Window}'.");
        }

        if (within.Kind is not (WindowKind.Sessions or WindowKind.Weeks or WindowKind.Months or WindowKind.Years or WindowKind.CalendarDays))
        {
            return new Problem(ProblemKind.Invalid, $"The limit of best-return-within must be a length such as 1m, 30cd, 10d or 2w, not '{within}'.");
        }

        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var limit = Limit(subject, since.Start, within);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var (from, to) = (-1, -1);
            if ((line.Sessions(since, asOf, working, out var first, out var session)
                ?? line.Row(first, working, out from)
                ?? line.Row(session, working, out to, isInput: false)) is { } problem)
            {
                return problem;
            }

            var end = Math.Min(to, line.IndexOnOrBefore(limit));
            if (end <= from)
            {
                return working?.Problem(ProblemKind.NoData, $"There is no close of {subject.Id} from {since.Start:yyyy-MM-dd} to {limit:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
            }

            var best = Extreme.Highest(line, from + 1, end);
            var value = ((line.Values[best] / line.Values[from]) - 1) * 100;
            if (working is not null)
            {
                working.Input(line.InputAt(best));
                line.ExplainSplit(working, from, best);
                working.Convention($"Closes from {line.DateAt(from + 1):yyyy-MM-dd} to {line.DateAt(end):yyyy-MM-dd} are tried; the limit {within} ends on {limit:yyyy-MM-dd}{(line.DateAt(to) < limit ? ", which is not over" : "")}. The best is that of {line.DateAt(best):yyyy-MM-dd}.");
                working.Step("best return", $"{WorkingBuilder.Text(line.Stored(best))} / {WorkingBuilder.Text(line.InTermsOf(best, line.Values[from]))} - 1", value, Unit.Percent);
            }

            return value;
        });
    }

    private static DateOnly Limit(Subject subject, DateOnly start, Window within)
    {
        switch (within.Kind)
        {
            case WindowKind.Months:
                return start.AddMonths(within.Count);
            case WindowKind.Years:
                return start.AddYears(within.Count);
            case WindowKind.Weeks:
                return start.AddDays(7 * within.Count);
            case WindowKind.CalendarDays:
                return start.AddDays(within.Count);
            default:
                var day = start.AddDays(-1);
                for (var count = within.Count; count > 0; count--)
                {
                    day = subject.Calendar.OnOrAfter(day.AddDays(1));
                }

                return day;
        }
    }
}
