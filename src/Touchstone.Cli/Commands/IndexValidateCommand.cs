using System.CommandLine;
using Touchstone.Json;
using Touchstone.Indices;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index validate</c>: whether a rulebook can be used.</summary>
internal static class IndexValidateCommand
{
    public static Command Create(Host host)
    {
        var file = new Argument<string>("FILE") { Description = "A file of rules (YAML)." };
        var json = Options.Json();
        var command = new Command("validate", "Read a rulebook and list every fault by line; ends with 3 when there is one.") { file, json };
        command.SetAction(parsed => Validate(parsed.GetRequiredValue(file), parsed.GetValue(json), host));
        return command;
    }

    private static int Validate(string path, bool json, Host host)
    {
        if (path.Length == 0)
        {
            throw new CommandFailure(ExitCode.Usage, "FILE is empty; expected the name of a file of rules.");
        }

        var loaded = RulebookReader.ReadFile(path);
        if (json)
        {
            RulebookJson.WriteValidation(path, loaded, host.Out);
        }
        else if (loaded.Value is { } rulebook)
        {
            host.Out.WriteLine($"{path}: {rulebook.Id}, {rulebook.Versions.Length} {(rulebook.Versions.Length == 1 ? "version" : "versions")}, {rulebook.Reviews.Length} stored reviews; no fault found.");
        }

        foreach (var problem in loaded.Problems)
        {
            host.Error.WriteLine($"touchstone: {problem}");
        }

        return loaded.Value is null ? ExitCode.BadInput : ExitCode.Done;
    }
}
