using System.CommandLine;
using Touchstone.Json;
using Touchstone.Cli.Sources;
using Touchstone.Cli.Terminal;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index list</c>: the rulebooks at hand.</summary>
internal static class IndexListCommand
{
    public static Command Create(Host host)
    {
        var data = Options.Data();
        data.Required = false;
        data.Description = "A data package, whose own rulebooks are listed too.";
        var json = Options.Json();
        var command = new Command("list", "List the rulebooks that are shipped.") { data, json };
        command.SetAction(parsed => List(parsed.GetValue(data), parsed.GetValue(json), host));
        return command;
    }

    private static int List(string? folder, bool json, Host host)
    {
        Rulebook[] rulebooks = [.. RulebookChoice.Shelf(folder).Beside, .. RulebookLibrary.All];
        if (json)
        {
            RulebookJson.WriteList(rulebooks, host.Out);
        }
        else
        {
            Sheet.Write(RulebookView.OfList(rulebooks), host);
        }

        return ExitCode.Done;
    }
}
