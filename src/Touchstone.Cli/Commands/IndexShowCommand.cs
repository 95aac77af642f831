using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Sources;
using Touchstone.Cli.Terminal;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index show</c>: the rules of an index in words.</summary>
internal static class IndexShowCommand
{
    public static Command Create(Host host)
    {
        var id = Options.Index();
        var date = Options.Day("--date", "Only the rules in force on this day.");
        var data = Options.Data();
        data.Required = false;
        data.Description = "A data package, whose own rulebooks go before the shipped ones.";
        var json = Options.Json();
        var command = new Command("show", "Show the rules of an index in words, with their sources and what is not public.") { id, date, data, json };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(id), parsed.GetValue(date), parsed.GetValue(data), parsed.GetValue(json), host));
        return command;
    }

    private static int Show(string text, DateOnly? day, string? folder, bool json, Host host)
    {
        var rulebook = RulebookChoice.Find(text, folder);
        var versions = rulebook.Versions;
        if (day is { } on)
        {
            versions = rulebook.VersionOn(on) is { } version
                ? [version]
                : throw new CommandFailure(ExitCode.NotEnoughData, $"{rulebook.Id} has no rules in force on {on:yyyy-MM-dd}; the first version is from {rulebook.Versions[0].From:yyyy-MM-dd}.");
        }

        if (json)
        {
            RulebookJson.Write(rulebook, versions, host.Out);
        }
        else
        {
            Sheet.Write(RulebookView.Of(rulebook, versions), host);
        }

        return ExitCode.Done;
    }
}
