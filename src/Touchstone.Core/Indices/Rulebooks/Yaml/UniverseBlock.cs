using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>universe</c>.</summary>
internal static class UniverseBlock
{
    /// <summary>Reads the block.</summary>
    /// <param name="block">The block.</param>
    public static Universe? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var exchanges = block.Texts("exchanges", RulebookWords.ExchangeExpected, RulebookWords.IsExchange);
        var list = Members(block);
        if (block.Has("exchanges") == block.Has("list"))
        {
            block.Faults.Add(block.Line, $"{block.Path} has {(block.Has("list") ? "both 'exchanges' and 'list'" : "neither 'exchanges' nor 'list'")}; expected one of them.");
        }
        else if (block.Faults.Count == before && exchanges.IsEmpty && list.IsEmpty)
        {
            block.Faults.Add(block.Line, $"{block.Path} is empty; expected at least one exchange, or one name.");
        }

        block.Close();
        return block.Faults.Count == before ? new Universe(exchanges, list) : null;
    }

    // A name alone, or a block of id and weight.
    private static ImmutableArray<GivenMember> Members(YamlBlock block)
    {
        var members = ImmutableArray.CreateBuilder<GivenMember>();
        var seen = new Dictionary<InstrumentId, int>();
        foreach (var (node, path) in block.Items("list", "a list of instruments"))
        {
            var one = node is YamlMap ? YamlBlock.Open(node, path, block.Faults) : null;
            var id = one is null ? block.InstrumentOf(node, path) : one.Instrument("id", required: true);
            var weight = one?.Share("weight");
            one?.Close();
            if (id is not { } instrument)
            {
                continue;
            }

            if (!seen.TryAdd(instrument, node.Line))
            {
                block.Faults.Add(node.Line, $"{path} is '{instrument}', which stands on line {seen[instrument]} already; expected each name once.");
                continue;
            }

            members.Add(new GivenMember(instrument, weight));
        }

        return members.DrainToImmutable();
    }
}
