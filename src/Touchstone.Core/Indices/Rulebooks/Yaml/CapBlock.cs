using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>caps</c>: rules in order, each of one key that says what kind it is.</summary>
internal static class CapBlock
{
    private static readonly SortedDictionary<string, Func<YamlBlock, CapRule?>> Kinds = new(StringComparer.Ordinal)
    {
        ["single"] = Single,
        ["individual"] = Individual,
        ["groupName"] = GroupName,
        ["groupTotal"] = GroupTotal,
        ["largeStockScaling"] = LargeStocks,
        ["thresholdSum"] = ThresholdSum,
        ["top"] = Top,
    };

    /// <summary>Reads the block.</summary>
    /// <param name="block">The block.</param>
    public static CapPlan? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var level = block.Word<CountLevel>("level") ?? CountLevel.Line;
        var scheme = block.Text("groupScheme");
        var rules = Rules(block, "rules");
        var reconstitution = Rules(block, "reconstitution");
        var rebalance = Rules(block, "rebalance");
        if (block.Has("rules") && (block.Has("reconstitution") || block.Has("rebalance")))
        {
            block.Fault("rules", "holds at every review; expected it alone, or 'reconstitution' and 'rebalance' without it.");
        }

        if (!block.Has("rules") && !block.Has("reconstitution") && !block.Has("rebalance"))
        {
            block.Faults.Add(block.Line, $"{block.Path} has no rules; expected 'rules', or 'reconstitution' and 'rebalance', or 'caps: none'.");
        }

        var grouped = rules.Concat(reconstitution).Concat(rebalance).Any(rule => rule is GroupNameCap or GroupTotalCap);
        if (block.Faults.Count == before && grouped && scheme is null)
        {
            block.Faults.Add(block.Line, $"{block.Path} has a cap by group and no 'groupScheme'; expected the classification scheme that says a stock's group.");
        }

        if (block.Faults.Count == before && !grouped && scheme is not null)
        {
            block.Fault("groupScheme", "is used by no rule; expected a groupName or groupTotal cap, or no scheme.");
        }

        block.Close();
        return block.Faults.Count != before ? null : new CapPlan
        {
            Level = level,
            GroupScheme = scheme,
            AtReconstitution = block.Has("rules") ? rules : reconstitution,
            AtRebalance = block.Has("rules") ? rules : rebalance,
        };
    }

    private static ImmutableArray<CapRule> Rules(YamlBlock block, string key)
    {
        var rules = ImmutableArray.CreateBuilder<CapRule>();
        foreach (var (node, path) in block.Items(key, "a list of caps"))
        {
            if (YamlBlock.Open(node, path, block.Faults) is not { } one)
            {
                continue;
            }

            var before = block.Faults.Count;
            var kinds = Kinds.Where(kind => one.Has(kind.Key)).ToArray();
            one.Close();
            if (block.Faults.Count == before && kinds.Length != 1)
            {
                block.Faults.Add(one.Line, $"{path} has {kinds.Length} caps; expected one of: {string.Join(", ", Kinds.Keys)}.");
            }

            foreach (var (kind, read) in kinds)
            {
                if (one.Block(kind) is { } inner)
                {
                    var rule = read(inner);
                    inner.Close();
                    if (rule is not null)
                    {
                        rules.Add(rule);
                    }
                }
            }
        }

        return rules.DrainToImmutable();
    }

    private static SingleCap? Single(YamlBlock block)
    {
        var before = block.Faults.Count;
        var (limit, trigger) = (block.Share("limit", required: true), block.Share("trigger"));
        if (trigger < limit)
        {
            block.Fault("trigger", $"is {RulebookWords.Of(trigger)}; expected at least the limit of {RulebookWords.Of(limit)}.");
        }

        return block.Faults.Count == before ? new SingleCap(limit!.Value, trigger) : null;
    }

    private static IndividualCaps? Individual(YamlBlock block)
    {
        var before = block.Faults.Count;
        var limits = new Dictionary<InstrumentId, Percent>();
        if (block.Block("limits", "instruments with their limits") is { } inner)
        {
            foreach (var entry in inner.All())
            {
                var id = inner.InstrumentOf(new YamlText(entry.Line, entry.Key, true), inner.Path);
                if (inner.ShareOf(entry.Value, inner.PathOf(YamlText.Short(entry.Key))) is { } limit && id is { } instrument)
                {
                    limits[instrument] = limit;
                }
            }

            Fill(inner, limits.Count, before);
        }

        return block.Faults.Count == before ? new IndividualCaps(limits) : null;
    }

    private static GroupNameCap? GroupName(YamlBlock block)
    {
        var before = block.Faults.Count;
        var limits = new Dictionary<string, Percent>(StringComparer.Ordinal);
        if (block.Block("limits", "groups with their limits") is { } inner)
        {
            foreach (var entry in inner.All())
            {
                if (inner.ShareOf(entry.Value, inner.PathOf(YamlText.Short(entry.Key))) is { } limit)
                {
                    limits[entry.Key] = limit;
                }
            }

            Fill(inner, limits.Count, before);
        }

        var others = block.Share("others");
        return block.Faults.Count == before ? new GroupNameCap(limits, others) : null;
    }

    private static GroupTotalCap? GroupTotal(YamlBlock block) => block.Share("limit", required: true) is { } limit ? new GroupTotalCap(limit) : null;

    private static LargeStockScaling? LargeStocks(YamlBlock block)
    {
        var before = block.Faults.Count;
        var (trigger, cap) = (block.Share("trigger", required: true), block.Share("cap", required: true));
        var (threshold, limit, target) = (block.Share("threshold", required: true), block.Share("limit", required: true), block.Share("target", required: true));
        if (cap > trigger)
        {
            block.Fault("cap", $"is {RulebookWords.Of(cap)}; expected at most the trigger of {RulebookWords.Of(trigger)}.");
        }

        Target(block, limit, target);
        return block.Faults.Count == before ? new LargeStockScaling(trigger!.Value, cap!.Value, threshold!.Value, limit!.Value, target!.Value) : null;
    }

    private static ThresholdSumCap? ThresholdSum(YamlBlock block)
    {
        var before = block.Faults.Count;
        var (threshold, limit, target) = (block.Share("threshold", required: true), block.Share("limit", required: true), block.Share("target"));
        Target(block, limit, target);
        return block.Faults.Count == before ? new ThresholdSumCap(threshold!.Value, limit!.Value, target) : null;
    }

    private static TopCap? Top(YamlBlock block)
    {
        var before = block.Faults.Count;
        var count = block.Whole("count", 1, required: true);
        var (limit, target, others) = (block.Share("limit", required: true), block.Share("target"), block.Share("others"));
        Target(block, limit, target);
        return block.Faults.Count == before ? new TopCap(count!.Value, limit!.Value, target, others) : null;
    }

    private static void Target(YamlBlock block, Percent? limit, Percent? target)
    {
        if (target > limit)
        {
            block.Fault("target", $"is {RulebookWords.Of(target)}; expected at most the limit of {RulebookWords.Of(limit)}.");
        }
    }

    private static void Fill(YamlBlock limits, int count, int before)
    {
        if (count == 0 && limits.Faults.Count == before)
        {
            limits.Faults.Add(limits.Line, $"{limits.Path} is empty; expected at least one limit.");
        }
    }
}
