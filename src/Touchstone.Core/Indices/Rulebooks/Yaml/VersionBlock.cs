using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads one of <c>versions</c>.</summary>
internal static class VersionBlock
{
    /// <summary>Reads a version.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">The version before, from which it takes what it does not state; null for the first.</param>
    /// <param name="sources">The ids of the rulebook's sources.</param>
    public static VersionDraft Read(YamlBlock block, VersionDraft? before, IReadOnlySet<string> sources)
    {
        var number = (before?.Number ?? 0) + 1;
        var draft = new VersionDraft
        {
            Number = number,
            Line = block.Line,
            From = block.Date("from", required: true),
            Note = block.Text("note"),
            Sources = Sources(block, sources),
            Universe = Part(block, number, "universe", UniverseBlock.Read, before?.Universe, before is null ? "'exchanges' or a 'list' of names" : null),
            Screens = block.Has("screens")
                ? new Stated<ImmutableArray<Screen>?>(ScreenBlock.ReadAll(block.Take("screens")!, block.PathOf("screens"), block.Faults), block.LineOf("screens"), number)
                : before?.Screens,
            Ranking = Part(block, number, "ranking", RankingBlock.Read, before?.Ranking),
            Selection = Part(block, number, "selection", SelectionBlock.Read, before?.Selection, before is null ? "a 'count', or a 'method'" : null),
            FastEntry = OrNone(block, number, "fastEntry", SelectionBlock.ReadFastEntry, null, before?.FastEntry),
            Shares = Part(block, number, "shares", ShareBlock.Read, before?.Shares),
            Weighting = block.Has("weighting") ? new Stated<Weighting?>(block.Word<Weighting>("weighting"), block.LineOf("weighting"), number) : before?.Weighting,
            Caps = OrNone(block, number, "caps", CapBlock.Read, CapPlan.None, before?.Caps),
            Actions = Part(block, number, "actions", ActionBlock.Read, before?.Actions),
            Returns = Part(block, number, "returns", ActionBlock.ReadReturns, before?.Returns),
            Decimals = block.Has("decimals") ? new Stated<int?>(block.Whole("decimals", 0, 12), block.LineOf("decimals"), number) : before?.Decimals,
        };
        block.Close();
        return draft;
    }

    private static ImmutableArray<string> Sources(YamlBlock block, IReadOnlySet<string> known)
    {
        var ids = block.Texts("sources", "the id of a source");
        foreach (var (node, path) in block.Items("sources", "a list").Where(_ => !ids.IsEmpty))
        {
            if (node is YamlText { IsEmpty: false } text && !known.Contains(text.Value))
            {
                var meant = text.Value.Length <= 40 ? NearestName.Of(text.Value, known) : null;
                block.Faults.Add(node.Line, $"{path} is {node.Shown}; expected the id of one of the rulebook's sources{(known.Count == 0 ? ", of which there are none" : $": {string.Join(", ", known.Order(StringComparer.Ordinal))}")}.{(meant is null ? "" : $" Did you mean '{meant}'?")}");
            }
        }

        return ids;
    }

    private static Stated<T?>? Part<T>(YamlBlock block, int number, string key, Func<YamlBlock, T?> read, Stated<T?>? inherited, string? expected = null)
        where T : class
    {
        if (!block.Has(key))
        {
            block.Take(key, expected);
            return inherited;
        }

        return new Stated<T?>(block.Block(key) is { } inner ? read(inner) : null, block.LineOf(key), number);
    }

    private static Stated<T?>? OrNone<T>(YamlBlock block, int number, string key, Func<YamlBlock, T?> read, T? none, Stated<T?>? inherited)
        where T : class =>
        block.Has(key) && block.Take(key) is YamlText { Value: "none" } ? new Stated<T?>(none, block.LineOf(key), number) : Part(block, number, key, read, inherited);
}
