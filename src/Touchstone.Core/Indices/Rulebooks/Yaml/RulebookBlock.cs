using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads a whole rulebook.</summary>
internal static class RulebookBlock
{
    /// <summary>Reads the rulebook; null when there is a fault.</summary>
    /// <param name="map">The whole file.</param>
    /// <param name="faults">Where faults go.</param>
    public static Rulebook? Read(YamlMap map, RulebookFaults faults)
    {
        var root = YamlBlock.Open(map, "", faults)!;
        var identity = root.Block("identity", "the keys id, name, currency and exchange");
        var id = identity?.Instrument("id", required: true);
        var name = identity?.Text("name", required: true);
        var provider = identity?.Text("provider");
        var currency = identity?.Code("currency", RulebookWords.CurrencyExpected, RulebookWords.IsCurrency, required: true);
        var exchange = identity?.Code("exchange", RulebookWords.ExchangeExpected, RulebookWords.IsExchange, required: true);
        identity?.Close();
        var start = root.Block("base", "the keys date and level");
        var date = start?.Date("date", required: true);
        var level = start?.Number("level", above: 0, required: true);
        start?.Close();
        var sources = Sources(root);
        var notPublic = root.Texts("notPublic", "a sentence");
        var versions = Versions(root, sources.Select(source => source.Id).ToHashSet(StringComparer.Ordinal));
        var reviews = ReviewBlock.Read(root, date, versions.IsEmpty ? null : versions[0].From);
        root.Close();
        return faults.Count > 0 ? null : new Rulebook
        {
            Id = id!.Value,
            Name = name!,
            Provider = provider,
            Currency = currency!,
            Exchange = exchange!,
            BaseDate = date!.Value,
            BaseLevel = level!.Value,
            Sources = sources,
            NotPublic = notPublic,
            Versions = [.. versions.Select(version => version.Finished())],
            Reviews = reviews,
        };
    }

    private static ImmutableArray<RulebookSource> Sources(YamlBlock root)
    {
        var sources = ImmutableArray.CreateBuilder<RulebookSource>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (node, path) in root.Items("sources", "a list of sources, each with id and title"))
        {
            if (YamlBlock.Open(node, path, root.Faults) is not { } block)
            {
                continue;
            }

            var id = block.Code("id", "a short name without spaces", InstrumentId.IsValid, required: true);
            var title = block.Text("title", required: true);
            var publisher = block.Text("publisher");
            var date = block.Date("date");
            block.Close();
            if (id is not null && !seen.TryAdd(id, block.LineOf("id")))
            {
                block.Fault("id", $"is '{YamlText.Short(id)}', which stands on line {seen[id]} already; expected each id once.");
            }

            if (id is not null)
            {
                sources.Add(new RulebookSource(id, title ?? "", publisher, date));
            }
        }

        return sources.DrainToImmutable();
    }

    private static ImmutableArray<VersionDraft> Versions(YamlBlock root, IReadOnlySet<string> sources)
    {
        var versions = ImmutableArray.CreateBuilder<VersionDraft>();
        VersionDraft? before = null;
        foreach (var (node, path) in root.Items("versions", "a list with at least one version of the rules", required: true))
        {
            if (YamlBlock.Open(node, path, root.Faults) is not { } block)
            {
                continue;
            }

            var draft = VersionBlock.Read(block, before, sources);
            if (draft.From <= before?.From)
            {
                block.Fault("from", $"is {draft.From:yyyy-MM-dd}; expected a day after {before!.From:yyyy-MM-dd}, from which the version before is in force.");
            }

            VersionChecks.Look(draft, root.Faults);
            versions.Add(draft);
            before = draft;
        }

        return versions.DrainToImmutable();
    }
}
