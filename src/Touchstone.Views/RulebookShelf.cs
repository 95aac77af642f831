using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Views;

/// <summary>The rulebooks at hand: those beside a data package, and those that are shipped.</summary>
/// <param name="Beside">Those beside the package, by file name; no two of one index.</param>
internal sealed record RulebookShelf(ImmutableArray<Rulebook> Beside)
{
    /// <summary>The folder inside a package's folder that holds its own rulebooks.</summary>
    public const string Folder = "rulebooks";

    /// <summary>All rulebooks, those beside the package first.</summary>
    public IEnumerable<Rulebook> All => Beside.Concat(RulebookLibrary.All.Where(shipped => Beside.All(own => !Same(own.Id, shipped.Id.Value))));

    /// <summary>Reads the rulebooks beside a package, to the last one, so that a fault is told whichever of them is asked for.</summary>
    /// <param name="dataFolder">The folder of the package.</param>
    /// <returns>The shelf; or null, with a problem for each fault.</returns>
    public static Loaded<RulebookShelf?> Read(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, Folder);
        if (!Directory.Exists(folder))
        {
            return new(new RulebookShelf([]), []);
        }

        var found = new List<Rulebook>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var loaded = RulebookReader.ReadFile(file);
            if (loaded.Value is not { } rulebook)
            {
                return new(null, loaded.Problems);
            }

            if (found.Find(other => Same(other.Id, rulebook.Id.Value)) is { } twice)
            {
                return new(null, [new Problem(ProblemKind.BadRow, $"{rulebook.File}: {rulebook.Id} has a rulebook in {twice.File} already; expected one of each index.")]);
            }

            found.Add(rulebook);
        }

        return new(new RulebookShelf([.. found]), []);
    }

    /// <summary>The rulebook of an index: one beside the package, a shipped one, or its published units. Opens no file.</summary>
    /// <param name="text">The id of the index.</param>
    /// <param name="market">The package, whose published units stand in for a rulebook; null without one.</param>
    /// <returns>The rulebook; or null and why there is none.</returns>
    public (Rulebook? Found, Problem? Problem) Find(string text, Market? market)
    {
        if (!InstrumentId.IsValid(text))
        {
            return (null, new Problem(ProblemKind.Invalid, $"'{text}' is not the id of an index; expected one such as HARBT."));
        }

        if (All.FirstOrDefault(rulebook => Same(rulebook.Id, text)) is { } kept)
        {
            return (kept, null);
        }

        var published = market is null ? default(Answer<Rulebook>?) : PublishedRules.Of(market, market.Rows.Instruments.FirstOrDefault(instrument => Same(instrument.Id, text))?.Id ?? new InstrumentId(text));
        if (published is { HasValue: true } units)
        {
            return (units.Value, null);
        }

        var near = NearestName.Of(text, All.Select(rulebook => rulebook.Id.Value));
        return (null, new Problem(
            published?.Problem is { Kind: not ProblemKind.NoData } problem ? problem.Kind : ProblemKind.Invalid,
            $"There is no rulebook of '{text}'{(published?.Problem is { } reason ? $": {reason}" : ".")}{(near is null ? "" : $" Did you mean '{near}'?")}"));
    }

    private static bool Same(InstrumentId id, string text) => string.Equals(id.Value, text, StringComparison.OrdinalIgnoreCase);
}
