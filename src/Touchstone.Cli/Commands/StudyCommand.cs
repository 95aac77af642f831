using System.CommandLine;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone study</c>: questions that need statistics.</summary>
internal static class StudyCommand
{
    public static Command Create(Host host) => new("study", "Study what needs statistics: events.")
    {
        StudyEventsCommand.Create(host),
    };
}
