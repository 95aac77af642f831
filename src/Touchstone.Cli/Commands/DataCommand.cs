using System.CommandLine;
using Touchstone.Cli.Json;
using Touchstone.Cli.Sources;
using Touchstone.Cli.Terminal;
using Touchstone.Data;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone data</c>: what a package holds, and what is wrong with it.</summary>
internal static class DataCommand
{
    public static Command Create(Host host) => new("data", "Look at a data package.") { CreateCheck(host), CreateShow(host) };

    private static Command CreateCheck(Host host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the package." };
        var json = Options.Json();
        var command = new Command("check", "Read every row and list what is wrong; ends with 3 when a row or the package cannot be used.") { folder, json };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(folder), parsed.GetValue(json), host));
        return command;
    }

    private static Command CreateShow(Host host)
    {
        var id = new Argument<string>("ID") { Description = "The canonical id of an instrument, market or series: XHKG:700, HSI." };
        var data = Options.Data();
        var json = Options.Json();
        var command = new Command("show", "Show what the package knows of one instrument.") { id, data, json };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(id), parsed.GetRequiredValue(data), parsed.GetValue(json), host));
        return command;
    }

    private static int Check(string folder, bool json, Host host)
    {
        Market? market = null;
        IReadOnlyList<Problem> problems;
        try
        {
            var loaded = PackageFolder.Load(folder);
            (market, problems) = (loaded.Value, loaded.Problems);
        }
        catch (InvalidPackageException invalid)
        {
            problems = invalid.Problems;
        }

        if (json)
        {
            DataJson.WriteCheck(market, problems, host.Out);
        }
        else
        {
            Sheet.Write(DataView.OfCheck(market, problems), host);
        }

        return problems.Any(problem => problem.Kind is ProblemKind.BadRow or ProblemKind.Structure) ? ExitCode.BadInput : ExitCode.Done;
    }

    private static int Show(string text, string folder, bool json, Host host)
    {
        var market = PackageFolder.Open(folder, host);
        var profile = InstrumentId.IsValid(text) ? InstrumentProfile.Of(market, new InstrumentId(text)) : null;
        if (profile is null)
        {
            throw new CommandFailure(ExitCode.NotEnoughData, $"The package {market.Name} has no instrument '{text}'; {Nearby(market, text)}");
        }

        if (json)
        {
            DataJson.WriteProfile(profile, market, host.Out);
        }
        else
        {
            Sheet.Write(DataView.OfProfile(profile), host);
        }

        return ExitCode.Done;
    }

    private static string Nearby(Market market, string text)
    {
        var named = market.Rows.Instruments
            .Where(item => item.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || item.Id.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || item.Aliases.Any(alias => alias.Equals(text, StringComparison.OrdinalIgnoreCase)))
            .Take(5)
            .Select(item => $"{item.Id} ({item.Name})")
            .ToArray();
        return named.Length == 0
            ? $"ids are exact, such as {market.Rows.Instruments.Select(item => item.Id.Value).FirstOrDefault("XHKG:700")}."
            : $"did you mean {string.Join(", ", named)}?";
    }
}
