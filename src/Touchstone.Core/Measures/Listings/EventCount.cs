namespace Touchstone.Measures;

/// <summary>How many events of a family fall inside a window.</summary>
internal static class EventCount
{
    private static readonly Parameter Family = new("family", ParameterKind.Field, "How the short names of the events begin: ipo-filing for ipo-filing-acme and its like.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "event-count",
        Question = "How many events of a family happened inside a window?",
        Family = "listings",
        Arguments = [Family, Parameter.Window],
        Unit = "count",
        Roles = ["events"],
        Formula = "number of events whose id begins with the family and whose day lies inside the window",
        Source = "Calendar days; windows relative to the as-of day count weekdays as sessions.",
        Words = ["filings", "applications", "companies filed to list", "listing pipeline"],
        Example = "event-count(ipo-filing, ytd)",
    };

    private static Bound Bind(Call call)
    {
        var family = call.Text(Family)!;
        var events = call.Market.Rows.Events.Where(item => item.Id.Equals(family, StringComparison.OrdinalIgnoreCase) || item.Id.StartsWith(family + "-", StringComparison.OrdinalIgnoreCase)).OrderBy(item => item.Date).ThenBy(item => item.Id, StringComparer.Ordinal).ToArray();
        if (events.Length == 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no event whose id is '{family}' or begins with '{family}-': rows of the role `events` would settle it.");
        }

        var window = call.Window(Parameter.Window, Subject.Weekdays(call.Market));
        var latest = EventDate.LatestDay(call.Market);
        return new Bound(Unit.Count, (asOf, working) =>
        {
            var day = EventDate.Day(asOf) ?? (latest > events[^1].Date ? latest.Value : events[^1].Date);
            if (DatedSpan.Of(window, day, events[0].Date, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var inside = events.Where(item => item.Date >= first && item.Date <= last).ToArray();
            foreach (var item in inside)
            {
                working?.Convention($"{item.Name}: {item.Date:yyyy-MM-dd} ({item.Source}).");
            }

            working?.Convention($"{events.Length} event{(events.Length == 1 ? "" : "s")} of the family '{family}' in the package, from {events[0].Date:yyyy-MM-dd} to {events[^1].Date:yyyy-MM-dd}.");
            working?.Window(first, last);
            working?.Step("events", $"from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}", inside.Length, Unit.Count);
            return inside.Length;
        });
    }
}
