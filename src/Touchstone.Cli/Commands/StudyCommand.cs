using System.CommandLine;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone study</c>: questions that need statistics.</summary>
internal static class StudyCommand
{
    public static Command Create(Host host) => new("study", "Ask what needs statistics: did an event move stocks, was it a bubble, is it a bull market?")
    {
        StudyEventsCommand.Create(host),
        StudyExuberanceCommand.Create(host),
        StudyRegimesCommand.Create(host),
    };
}
