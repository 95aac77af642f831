using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Sources;

/// <summary>Finds the rulebook that a command names: a file, one beside the data package, a shipped one, or the published units of an index.</summary>
internal static class RulebookChoice
{
    /// <summary>Finds a rulebook.</summary>
    /// <param name="text">A file of YAML, or the id of an index.</param>
    /// <param name="dataFolder">The folder of the data package, whose own rulebooks go before shipped ones; null without one.</param>
    /// <param name="market">The package, whose published units stand in for a rulebook; null without one.</param>
    public static Rulebook Find(string text, string? dataFolder = null, Market? market = null)
    {
        if (IsFile(text))
        {
            return Read(text);
        }

        if (!InstrumentId.IsValid(text))
        {
            throw new CommandFailure(ExitCode.Usage, $"'{text}' is neither the id of an index nor a file of rules; expected one such as HARBT, or a file that ends in .yaml.");
        }

        var (found, problem) = Shelf(dataFolder).Find(text, market);
        return found ?? throw new CommandFailure(ExitCode.Of(problem!.Kind), $"{problem.Message} 'touchstone index list{(dataFolder is null ? "" : $" --data {dataFolder}")}' shows those at hand.");
    }

    /// <summary>The rulebooks at hand.</summary>
    /// <param name="dataFolder">The folder of the package, or null.</param>
    public static RulebookShelf Shelf(string? dataFolder)
    {
        if (dataFolder is null)
        {
            return new RulebookShelf([]);
        }

        PackageFolder.Check(dataFolder);
        var loaded = RulebookShelf.Read(dataFolder);
        return loaded.Value ?? throw new CommandFailure(ExitCode.BadInput, string.Join("\ntouchstone: ", loaded.Problems));
    }

    private static bool IsFile(string text) =>
        text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || File.Exists(text);

    private static Rulebook Read(string path)
    {
        var loaded = RulebookReader.ReadFile(path);
        return loaded.Value ?? throw new CommandFailure(ExitCode.BadInput, string.Join("\ntouchstone: ", loaded.Problems));
    }
}
