namespace Touchstone.Measures;

/// <summary>How long ago a day was, in years.</summary>
internal static class Age
{
    private const double DaysOfYear = 365.25;

    /// <summary>Years between two days: calendar days over the mean length of a Julian year.</summary>
    public static double Years(DateOnly start, DateOnly end, WorkingBuilder? working)
    {
        var days = end.DayNumber - start.DayNumber;
        var value = days / DaysOfYear;
        working?.Step("years", $"{days} days from {start:yyyy-MM-dd} to {end:yyyy-MM-dd} / 365.25", value, Unit.Years);
        return value;
    }
}
