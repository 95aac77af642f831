namespace Touchstone.Data;

/// <summary>Reads dates written <c>yyyy-MM-dd</c>, and nothing else.</summary>
internal static class DateText
{
    /// <summary>Reads a date.</summary>
    /// <param name="text">The whole field.</param>
    /// <param name="day">The day number (<see cref="DateOnly.DayNumber"/>).</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out int day)
    {
        unchecked
        {
            day = 0;
            if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            {
                return false;
            }

            uint a = (uint)(text[0] - '0'), b = (uint)(text[1] - '0'), c = (uint)(text[2] - '0'), d = (uint)(text[3] - '0');
            uint e = (uint)(text[5] - '0'), f = (uint)(text[6] - '0'), g = (uint)(text[8] - '0'), h = (uint)(text[9] - '0');
            if (a > 9 || b > 9 || c > 9 || d > 9 || e > 9 || f > 9 || g > 9 || h > 9)
            {
                return false;
            }

            var year = (int)((a * 1000) + (b * 100) + (c * 10) + d);
            var month = (int)((e * 10) + f);
            var date = (int)((g * 10) + h);
            if (year == 0 || month is 0 or > 12 || date == 0 || (date > 28 && date > DateTime.DaysInMonth(year, month)))
            {
                return false;
            }

            day = new DateOnly(year, month, date).DayNumber;
            return true;
        }
    }

    /// <summary>What is wrong with a text that is no date, for a problem's message.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="text">The text.</param>
    public static string Complaint(string column, string text) =>
        text.Length == 0 ? $"{column} is empty; a date such as 2025-02-28 was expected." : $"{column} '{(text.Length <= 40 ? text : text[..40] + "…")}' is not a date; write it as 2025-02-28.";
}
