using System.CommandLine;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone study</c>: questions that need statistics.</summary>
internal static class StudyCommand
{
    public static Command Create(Host host) => new("study", "Ask what needs statistics: was it a bubble, is it a bull market?")
    {
        StudyExuberanceCommand.Create(host),
        StudyRegimesCommand.Create(host),
    };
}
