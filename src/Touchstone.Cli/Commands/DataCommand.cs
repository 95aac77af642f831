using System.CommandLine;
using Touchstone.Json;
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
        var command = new Command("check", "Read every row and list what is wrong; ends with 3 when there are errors.") { folder, json };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(folder), parsed.GetValue(json), host));
        return command;
    }

    private static Command CreateShow(Host host)
    {
        var id = new Argument<string>("ID") { Description = "An instrument, market or series, as people write it: XHKG:700, 0700.HK, ^HSI." };
        var data = Options.Data();
        var json = Options.Json();
        var command = new Command("show", "Show what the package knows of one instrument.") { id, data, json };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(id), parsed.GetRequiredValue(data), parsed.GetValue(json), host));
        return command;
    }

    private static int Check(string folder, bool json, Host host)
    {
        Loaded<Market> loaded;
        try
        {
            loaded = PackageFolder.Load(folder);
        }
        catch (InvalidPackageException invalid) when (json)
        {
            DataJson.WriteUnusable(invalid.Problems, host.Out);
            throw;
        }

        var report = DataCheck.Run(loaded);
        if (json)
        {
            DataJson.WriteCheck(report, loaded.Value, host.Out);
        }
        else
        {
            Sheet.Write(DataView.OfCheck(report, loaded.Value), host);
        }

        return report.Count(FindingSeverity.Error) > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static int Show(string text, string folder, bool json, Host host)
    {
        var market = PackageFolder.Open(folder, host);
        var match = new Symbols(market).Find(text);
        if (!match.Found)
        {
            throw new CommandFailure(ExitCode.Of(match.Problem.Kind), match.Problem.ToString());
        }

        var facts = DataShow.Of(market, match.Instrument.Id)!;
        if (json)
        {
            DataJson.WriteFacts(facts, market, host.Out);
        }
        else
        {
            Sheet.Write(DataView.OfFacts(facts), host);
        }

        return ExitCode.Done;
    }
}
