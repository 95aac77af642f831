using Touchstone.Data;

namespace Touchstone.Cli.Sources;

/// <summary>Opens the package that a command names.</summary>
internal static class PackageFolder
{
    /// <summary>Opens a package; bad rows are counted on standard error.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="host">Where to warn.</param>
    public static Market Open(string folder, Host host)
    {
        var loaded = Load(folder);
        Warn(loaded.Problems.Count(problem => problem.Kind == ProblemKind.BadRow), folder, host);
        return loaded.Value;
    }

    /// <summary>Opens a package from which an index is calculated. A bad row among members, divisors, actions, shares and what else has no row a day would change the index unseen, so it is refused; a price or a rate that is missing is named when it is needed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="host">Where to warn.</param>
    public static Market OpenForIndices(string folder, Host host)
    {
        var loaded = Load(folder);
        var rows = loaded.Value.Rows;
        var others = rows.Prices.Select(prices => prices.File).Concat(rows.Observations.Select(series => series.File)).Concat(rows.Fx.Select(pair => pair.Rates.File))
            .Concat(rows.Events.Select(item => item.Source.File)).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        var bad = loaded.Problems.Where(problem => problem.Kind == ProblemKind.BadRow).ToLookup(problem => others.Contains(FileOf(problem.Source ?? "")));
        if (bad[false].FirstOrDefault() is { } first)
        {
            var count = bad[false].Count();
            throw new CommandFailure(
                ExitCode.BadInput,
                $"{first}\ntouchstone: An index is not calculated while {(count == 1 ? "this row" : $"this row and {count - 1} more")} of {folder} cannot be used; 'touchstone data check {folder}' lists {(count == 1 ? "it" : "them")}.");
        }

        Warn(bad[true].Count(), folder, host);
        return loaded.Value;
    }

    /// <summary>Opens a package with all its problems.</summary>
    /// <param name="folder">The folder.</param>
    public static Loaded<Market> Load(string folder)
    {
        Check(folder);
        return Package.Open(folder);
    }

    /// <summary>Refuses what is no folder.</summary>
    /// <param name="folder">The folder.</param>
    public static void Check(string folder)
    {
        if (File.Exists(folder))
        {
            throw new CommandFailure(ExitCode.BadInput, $"{folder}: is a file; expected the folder of a data package, which holds datapackage.json.");
        }

        if (!Directory.Exists(folder))
        {
            throw new CommandFailure(ExitCode.BadInput, $"{(folder.Length == 0 ? "''" : folder)}: there is no such folder; expected the folder of a data package.");
        }
    }

    private static void Warn(int bad, string folder, Host host)
    {
        if (bad > 0)
        {
            host.Error.WriteLine($"touchstone: {bad} {(bad == 1 ? "row" : "rows")} of {folder} could not be read; 'touchstone data check {folder}' lists them.");
        }
    }

    private static string FileOf(string source) => source.LastIndexOf(':') is >= 0 and var end ? source[..end] : source;
}
