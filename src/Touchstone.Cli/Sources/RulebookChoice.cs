using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Sources;

/// <summary>Finds the rulebook that a command names: a file, one beside the data package, a shipped one, or the published units of an index.</summary>
internal static class RulebookChoice
{
    private const string Folder = "rulebooks";

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
            throw new CommandFailure(ExitCode.Usage, $"'{text}' is neither the id of an index nor a file of rules; expected one such as HSTECH, or a file that ends in .yaml.");
        }

        Rulebook[] beside = [.. Beside(dataFolder)];
        if (beside.FirstOrDefault(rulebook => Same(rulebook.Id, text)) is { } own)
        {
            return own;
        }

        if (RulebookLibrary.All.FirstOrDefault(rulebook => Same(rulebook.Id, text)) is { } shipped)
        {
            return shipped;
        }

        var published = market is null ? default(Answer<Rulebook>?) : PublishedRules.Of(market, market.Rows.Instruments.FirstOrDefault(instrument => Same(instrument.Id, text))?.Id ?? new InstrumentId(text));
        return published is { HasValue: true } found
            ? found.Value
            : throw new CommandFailure(
                published?.Problem is { Kind: not ProblemKind.NoData } problem ? ExitCode.Of(problem.Kind) : ExitCode.Usage,
                $"There is no rulebook of '{text}'{(published?.Problem is { } reason ? $": {reason}" : ".")}{Meant(text, beside)} 'touchstone index list{(dataFolder is null ? "" : $" --data {dataFolder}")}' shows those at hand.");
    }

    /// <summary>The rulebooks beside a data package, by file name; no two of one index.</summary>
    /// <param name="dataFolder">The folder of the package, or null.</param>
    public static IReadOnlyList<Rulebook> Beside(string? dataFolder)
    {
        if (dataFolder is null)
        {
            return [];
        }

        PackageFolder.Check(dataFolder);
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        // Read to the last one, so that a fault is told whichever of them is asked for.
        Rulebook[] found = [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Read)];
        var twice = found.GroupBy(rulebook => rulebook.Id.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? found
            : throw new CommandFailure(ExitCode.BadInput, $"{twice.ElementAt(1).File}: {twice.Key} has a rulebook in {twice.First().File} already; expected one of each index.");
    }

    private static bool IsFile(string text) =>
        text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || File.Exists(text);

    private static Rulebook Read(string path)
    {
        var loaded = RulebookReader.ReadFile(path);
        return loaded.Value ?? throw new CommandFailure(ExitCode.BadInput, string.Join("\ntouchstone: ", loaded.Problems));
    }

    private static string Meant(string text, IEnumerable<Rulebook> beside) => NearestName.Of(text, beside.Concat(RulebookLibrary.All).Select(rulebook => rulebook.Id.Value)) is { } near ? $" Did you mean '{near}'?" : "";

    private static bool Same(InstrumentId id, string text) => string.Equals(id.Value, text, StringComparison.OrdinalIgnoreCase);
}
