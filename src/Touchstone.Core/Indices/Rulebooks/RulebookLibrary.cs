using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The rulebooks that come with Touchstone: real indices as far as their rules are public, and one example of a given list.</summary>
/// <remarks>They are the files of the folder <c>rulebooks</c>, read when first asked for. Each says in <see cref="Rulebook.NotPublic"/> what of it is not public.</remarks>
public static class RulebookLibrary
{
    /// <summary>What the names of the embedded files begin with.</summary>
    internal const string Prefix = "rulebooks/";

    private static readonly Lazy<ImmutableArray<Rulebook>> Shipped = new(ReadAll);

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<Rulebook> All => Shipped.Value;

    /// <summary>The rulebook of an index, or null when none is shipped.</summary>
    /// <param name="id">The index.</param>
    public static Rulebook? Find(InstrumentId id) => All.FirstOrDefault(rulebook => rulebook.Id == id);

    private static ImmutableArray<Rulebook> ReadAll()
    {
        var assembly = typeof(RulebookLibrary).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        return [.. names.Select(Read).OrderBy(rulebook => rulebook.Id)];

        Rulebook Read(string name)
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var loaded = RulebookReader.Read(name, bytes);
            return loaded.Value ?? throw new InvalidOperationException($"A shipped rulebook has faults. {string.Join(' ', loaded.Problems)}");
        }
    }
}
