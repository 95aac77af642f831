using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>Notes of a study that say the same of many events, put together.</summary>
internal static class EventStudyNotes
{
    /// <summary>A convention as what it is about, or null, and what it says.</summary>
    /// <param name="convention">The sentence; one about a security begins with its id and a colon.</param>
    public static (string? About, string Text) Part(string convention) =>
        convention.Split(": ", 2) is [var id, var text] && InstrumentId.IsValid(id) ? (id, text) : (null, convention);

    /// <summary>A problem as the event it is about and what it says.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="isOneEvent">Whether all events of the study share day and name, so that the security tells which.</param>
    public static (string? About, string Text) Part(EventProblem problem, bool isOneEvent) =>
        (isOneEvent ? problem.Event.Security : $"{problem.Event}", $"{problem.Problem}".Replace($"{problem.Event}", "it", StringComparison.Ordinal).Replace(problem.Event.Security, "it", StringComparison.Ordinal));

    /// <summary>One text for each thing that is said, with all that it is said of.</summary>
    /// <param name="notes">The notes.</param>
    public static IEnumerable<string> Together(IEnumerable<(string? About, string Text)> notes) => notes
        .GroupBy(note => (note.Text, IsGeneral: note.About is null))
        .Select(group => group.Key.IsGeneral ? group.Key.Text : $"{string.Join(", ", group.Select(note => note.About).Distinct())}: {group.Key.Text}");
}
