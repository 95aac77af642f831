using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Questions about the date of an event.</summary>
internal static class EventDate
{
    private const double DaysOfYear = 365.25;

    private static readonly Problem NoDay = new(ProblemKind.Invalid, "The package has no prices, so there is no latest day: write the as-of day after '@'.");

    private static readonly Parameter Id = new("event", ParameterKind.Event, "The short name of the event.");

    private static readonly Parameter On = new("on", ParameterKind.Start, "The day that the event is said to have been on.", Required: false);

    public static Measure Happened { get; } = new(BindHappened)
    {
        Name = "event",
        Question = "Had it happened by the as-of day, or was it on the day said?",
        Family = "events",
        Arguments = [Id, On],
        Unit = "true or false",
        Roles = ["events"],
        Formula = "date(event) <= as-of; with on: date(event) = on",
        Source = "The date in the package, in the zone that its row states.",
        Words = ["released on", "announced on", "after the launch of"],
        Example = "event(chartroom, on=2025-01-20)",
    };

    public static Measure Inside { get; } = new(BindInside)
    {
        Name = "event-in",
        Question = "Did it happen inside a window or calendar period?",
        Family = "events",
        Arguments = [Id, Parameter.Window],
        Unit = "true or false",
        Roles = ["events"],
        Formula = "first day of window <= date(event) <= last day of window",
        Source = "Calendar days; windows relative to the as-of day count weekdays as sessions.",
        Words = ["in January", "last week", "late January", "earlier this month"],
        Example = "event-in(chartroom, 2025-01)",
    };

    public static Measure YearsSince { get; } = new(BindYears)
    {
        Name = "years-since-event",
        Question = "How many years have passed since it happened?",
        Family = "events",
        Arguments = [Id],
        Unit = "years",
        Roles = ["events"],
        Formula = "(as-of - date(event)) / 365.25",
        Source = "Calendar days over the mean length of a Julian year, 365.25 days.",
        Words = ["years ago", "years after", "since"],
        Example = "years-since-event(chartroom)",
    };

    private static Bound BindHappened(Call call)
    {
        var item = call.Event(Id);
        if (call.Text(On) is { } text && Start.TryParse(text, out var said))
        {
            return new Bound(Unit.TrueFalse, (_, working) =>
            {
                Explain(working, item);
                working?.Formula("date(event) = on");
                working?.Step("same day", $"{item.Date:yyyy-MM-dd} = {said:yyyy-MM-dd}", item.Date == said ? 1 : 0, Unit.TrueFalse);
                return item.Date == said ? 1 : 0;
            });
        }

        var latest = LatestDay(call.Market);
        return new Bound(Unit.TrueFalse, (asOf, working) =>
        {
            if ((Day(asOf) ?? latest) is not { } day)
            {
                return NoDay;
            }

            Explain(working, item);
            working?.Formula("date(event) <= as-of");
            working?.Step("happened", $"{item.Date:yyyy-MM-dd} <= {day:yyyy-MM-dd}", item.Date <= day ? 1 : 0, Unit.TrueFalse);
            return item.Date <= day ? 1 : 0;
        });
    }

    private static Bound BindInside(Call call)
    {
        var item = call.Event(Id);
        var window = call.Window(Parameter.Window, call.Subject(Subject.WeekdaysId));
        var latest = new Lazy<DateOnly?>(() => LatestDay(call.Market));
        return new Bound(Unit.TrueFalse, (asOf, working) =>
        {
            if ((window.Window.Kind is WindowKind.Period or WindowKind.Span ? DateOnly.MaxValue : Day(asOf) ?? latest.Value) is not { } day)
            {
                return NoDay;
            }

            if (DatedSpan.Of(window, day, DateOnly.MinValue, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var isInside = item.Date >= first && item.Date <= last;
            Explain(working, item);
            working?.Window(first, last);
            working?.Step("inside", $"{first:yyyy-MM-dd} <= {item.Date:yyyy-MM-dd} <= {last:yyyy-MM-dd}", isInside ? 1 : 0, Unit.TrueFalse);
            return isInside ? 1 : 0;
        });
    }

    private static Bound BindYears(Call call)
    {
        var item = call.Event(Id);
        var latest = LatestDay(call.Market);
        return new Bound(Unit.Years, (asOf, working) =>
        {
            if ((Day(asOf) ?? latest) is not { } day)
            {
                return NoDay;
            }

            if (item.Date > day)
            {
                return working?.Problem(ProblemKind.Pending, $"{item.Id} is on {item.Date:yyyy-MM-dd}, after {day:yyyy-MM-dd}.", item.Source.ToString()) ?? WorkingBuilder.Unspoken;
            }

            var days = day.DayNumber - item.Date.DayNumber;
            Explain(working, item);
            working?.Step("years", $"{days} days from {item.Date:yyyy-MM-dd} to {day:yyyy-MM-dd} / 365.25", days / DaysOfYear, Unit.Years);
            return days / DaysOfYear;
        });
    }

    private static void Explain(WorkingBuilder? working, MarketEvent item) =>
        working?.Convention($"{item.Name}: {item.Date:yyyy-MM-dd}{(item.Zone is null ? "" : $", a day in {item.Zone}")} ({item.Source}).");

    /// <summary>An event has no exchange: the common day, or else the latest of those given.</summary>
    public static DateOnly? Day(AsOf asOf) => asOf.Day ?? (asOf.Exchanges.Count > 0 ? asOf.Exchanges.Values.Max() : null);

    /// <summary>The last day of any prices, or null without prices.</summary>
    public static DateOnly? LatestDay(Market market) =>
        market.Rows.Prices.Where(history => history.Count > 0).Select(history => (DateOnly?)history.Last).Max();
}
