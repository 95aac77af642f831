namespace Touchstone.Measures;

/// <summary>The first day of a count: a year stands for its first day.</summary>
internal static class Start
{
    public static bool TryParse(string text, out DateOnly day)
    {
        if (text.Length == 4 && int.TryParse(text, System.Globalization.NumberStyles.None, null, out var year) && year is >= 1800 and < 2200)
        {
            day = new DateOnly(year, 1, 1);
            return true;
        }

        return ExpressionReader.TryDay(text, out day);
    }
}
