namespace Touchstone.Web.Showing;

/// <summary>Expressions as text.</summary>
internal static class Questions
{
    /// <summary>A measure with its arguments, for the last session with data.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="arguments">Its arguments, by position or as <c>name=value</c>.</param>
    public static string For(string measure, params string[] arguments) => $"{measure}({string.Join(", ", arguments)})";

    /// <summary>A measure with its arguments on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="arguments">Its arguments, by position or as <c>name=value</c>.</param>
    public static string On(DateOnly day, string measure, params string[] arguments) => $"{For(measure, arguments)} @ {ShownDay.Write(day)}";
}
