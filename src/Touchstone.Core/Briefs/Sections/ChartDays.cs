using System.Collections.Immutable;
using System.Globalization;

namespace Touchstone.Briefs;

/// <summary>The days of a chart and the rows of its table.</summary>
internal static class ChartDays
{
    /// <summary>The sessions of the subject from a day to that of the brief, both included.</summary>
    public static ImmutableArray<DateOnly> Daily(BriefDraft draft, DateOnly first)
    {
        var calendar = draft.Market.CalendarOf(draft.Subject.Id);
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        for (var day = calendar.OnOrAfter(first); day <= draft.Day; day = calendar.OnOrAfter(day.AddDays(1)))
        {
            days.Add(day);
        }

        return days.ToImmutable();
    }

    /// <summary>The last session of each week among days, and the last of all.</summary>
    public static ImmutableArray<DateOnly> Weekly(ImmutableArray<DateOnly> days) => LastOf(days, day => day.DayNumber / 7);

    /// <summary>The places of the last session of each month among days.</summary>
    public static IEnumerable<int> MonthEnds(ImmutableArray<DateOnly> days) =>
        Enumerable.Range(0, days.Length).Where(place => place == days.Length - 1 || days[place].Month != days[place + 1].Month);

    /// <summary>A table of lines at the ends of months.</summary>
    public static BriefTable Table(ImmutableArray<DateOnly> days, int decimals, params BriefLine[] lines) => new(
        [new BriefColumn("Day"), .. lines.Select(line => new BriefColumn(line.Name, true))],
        [.. MonthEnds(days).Select(place => ImmutableArray.Create([Text(days[place]), .. lines.Select(line => Number(line.Values[place], decimals))]))]);

    /// <summary>A number of a cell; empty where there is none.</summary>
    public static string Number(double? value, int decimals) => value is { } number ? Rounded.Number(number, decimals) : "";

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<DateOnly> LastOf(ImmutableArray<DateOnly> days, Func<DateOnly, int> group) =>
        [.. Enumerable.Range(0, days.Length).Where(place => place == days.Length - 1 || group(days[place]) != group(days[place + 1])).Select(place => days[place])];
}
