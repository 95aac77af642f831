using System.Globalization;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>How days, windows, counts and directions are worded.</summary>
internal static class Wording
{
    private static readonly string[] Small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly string[] Places = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>A day: <c>14 February 2025</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A count in words up to ten, in digits above.</summary>
    public static string Count(int count) => count < Small.Length ? Small[count] : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A place in an order: <c>third</c>, <c>21st</c>.</summary>
    public static string Ordinal(int place) => place < Places.Length
        ? Places[place]
        : string.Create(CultureInfo.InvariantCulture, $"{place}{((place % 100) is >= 11 and <= 13 ? "th" : (place % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");

    /// <summary>A window as the end of a sentence: <c>this year</c>, <c>over the past three months</c>.</summary>
    public static string Of(Window window) => window.Kind switch
    {
        WindowKind.Sessions when window.Count == 1 => "on the day",
        WindowKind.Sessions => $"over the past {Count(window.Count)} sessions",
        WindowKind.Weeks when window.Count == 1 => "this week",
        WindowKind.Weeks => $"over the past {Count(window.Count)} weeks",
        WindowKind.Months => window.Count == 1 ? "over the past month" : $"over the past {Count(window.Count)} months",
        WindowKind.Years => window.Count == 1 ? "over the past year" : $"over the past {Count(window.Count)} years",
        WindowKind.CalendarDays => $"over the past {Count(window.Count)} calendar days",
        WindowKind.LastWeek => "last week",
        WindowKind.LastMonth => "last month",
        WindowKind.LastQuarter => "last quarter",
        WindowKind.LastYear => "last year",
        WindowKind.MonthToDate => "this month",
        WindowKind.QuarterToDate => "this quarter",
        WindowKind.YearToDate => "this year",
        WindowKind.Period => $"in {Period(window.First!.Value, window.Last!.Value)}",
        WindowKind.SinceDay => $"since {Day(window.First!.Value)}",
        WindowKind.Span => $"from {Day(window.First!.Value)} to {Day(window.Last!.Value)}",
        WindowKind.All => "since the data begin",
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, "A window with words of its own was expected; those of events are since a day."),
    };

    /// <summary>A window as an omission names it, without numbers.</summary>
    public static string Loosely(Window window) => Of(window) is var words && words.Any(char.IsAsciiDigit) ? "over the window of the headline" : words;

    /// <summary>One of two words by the direction of a number; zero counts as up.</summary>
    public static string Direction(double value, string up, string down) => value < 0 ? down : up;

    /// <summary>What stands before an item of a list in a sentence: nothing, a comma, or <c>and</c>.</summary>
    public static string Joint(int place, int count) => place == 0 ? "" : place == count - 1 ? " and " : ", ";

    private static string Period(DateOnly first, DateOnly last) => (last.Month - first.Month) switch
    {
        0 => first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        2 => $"the {Ordinal((first.Month / 3) + 1)} quarter of {first.Year}",
        _ => first.Year.ToString(CultureInfo.InvariantCulture),
    };
}
