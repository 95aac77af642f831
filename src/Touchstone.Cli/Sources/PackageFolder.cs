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
        var bad = loaded.Problems.Count(problem => problem.Kind == ProblemKind.BadRow);
        if (bad > 0)
        {
            host.Error.WriteLine($"touchstone: {bad} {(bad == 1 ? "row" : "rows")} of {folder} could not be read; 'touchstone data check {folder}' lists them.");
        }

        return loaded.Value;
    }

    /// <summary>Opens a package every row of which can be used: what an index is calculated from.</summary>
    /// <param name="folder">The folder.</param>
    public static Market OpenWhole(string folder)
    {
        var loaded = Load(folder);
        Problem[] bad = [.. loaded.Problems.Where(problem => problem.Kind == ProblemKind.BadRow)];
        return bad.Length == 0 ? loaded.Value : throw new CommandFailure(
            ExitCode.BadInput,
            $"{bad[0]}\ntouchstone: An index is calculated only from a package whose rows can all be used; {bad.Length} of {folder} cannot. 'touchstone data check {folder}' lists {(bad.Length == 1 ? "it" : "them")}.");
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
}
