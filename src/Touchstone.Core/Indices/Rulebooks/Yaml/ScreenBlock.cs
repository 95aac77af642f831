using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>screens</c>: a list, each of one key that says what kind of condition it is.</summary>
internal static class ScreenBlock
{
    private static readonly string[] Kinds = ["classified", "listed", "limits", "best", "anyOf"];

    /// <summary>Reads a list of conditions.</summary>
    /// <param name="node">The list.</param>
    /// <param name="path">The keys that lead to it.</param>
    /// <param name="faults">Where faults go.</param>
    public static ImmutableArray<Screen>? ReadAll(YamlNode node, string path, RulebookFaults faults)
    {
        if (node is not YamlList list)
        {
            faults.Add(node.Line, $"{path} is {node.Shown}; expected a list of conditions, or [] for none.");
            return null;
        }

        var before = faults.Count;
        var screens = list.Items.Select((item, i) => Read(item, $"{path}[{i + 1}]", faults)).ToArray();
        return faults.Count == before ? [.. screens.OfType<Screen>()] : null;
    }

    private static Screen? Read(YamlNode node, string path, RulebookFaults faults)
    {
        if (YamlBlock.Open(node, path, faults) is not { } block)
        {
            return null;
        }

        var before = faults.Count;
        var screens = Kinds.Where(block.Has).Select(kind => Read(kind, block)).ToArray();
        block.Close();
        if (screens.Length != 1 && faults.Count == before)
        {
            faults.Add(block.Line, $"{path} has {screens.Length} conditions; expected one of: {string.Join(", ", Kinds)}.");
        }

        return faults.Count == before ? screens[0] : null;
    }

    private static Screen? Read(string kind, YamlBlock block)
    {
        if (kind == "anyOf")
        {
            var conditions = ReadAll(block.Take(kind)!, block.PathOf(kind), block.Faults);
            if (conditions is { Length: < 2 })
            {
                block.Fault(kind, $"holds {conditions.Value.Length}; expected two or more conditions.");
            }

            return conditions is { Length: >= 2 } several ? new AnyScreen(several) : null;
        }

        if (block.Block(kind) is not { } inner)
        {
            return null;
        }

        Screen? screen = kind switch
        {
            "classified" => Classified(inner),
            "listed" => Listed(inner),
            "limits" => Limits(inner),
            _ => Best(inner),
        };
        inner.Close();
        return screen;
    }

    private static ClassificationScreen? Classified(YamlBlock block)
    {
        var before = block.Faults.Count;
        var scheme = block.Text("scheme", required: true);
        var anyOf = block.Texts("anyOf", "a value of the scheme");
        var noneOf = block.Texts("noneOf", "a value of the scheme");
        if (block.Faults.Count == before && anyOf.IsEmpty && noneOf.IsEmpty)
        {
            block.Faults.Add(block.Line, $"{block.Path} names no values; expected 'anyOf' or 'noneOf'.");
        }

        if (anyOf.Intersect(noneOf, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            block.Fault("noneOf", $"has '{YamlText.Short(both)}', which 'anyOf' has too; expected it in one of them.");
        }

        return block.Faults.Count == before ? new ClassificationScreen(scheme!, anyOf, noneOf) : null;
    }

    private static ListingAgeScreen? Listed(YamlBlock block)
    {
        var before = block.Faults.Count;
        var months = block.Whole("months", 1, 1200, required: true);
        var rank = block.Whole("unlessRankWithin", 1);
        var ifLarge = block.Whole("monthsIfLarge", 0, 1200);
        if (ifLarge is not null && !block.Has("unlessRankWithin"))
        {
            block.Fault("monthsIfLarge", "says nothing without 'unlessRankWithin'; expected both or neither.");
        }

        if (ifLarge >= months)
        {
            block.Fault("monthsIfLarge", $"is {ifLarge}; expected fewer than the {months} months of others.");
        }

        return block.Faults.Count == before ? new ListingAgeScreen(months!.Value, rank, ifLarge ?? 0) : null;
    }

    private static FigureScreen? Limits(YamlBlock block)
    {
        var before = block.Faults.Count;
        var figure = RankingBlock.Figure(block, withWeight: false);
        var (least, most) = (block.Number("atLeast"), block.Number("atMost"));
        var currency = block.Code("currency", RulebookWords.CurrencyExpected, RulebookWords.IsCurrency);
        if (block.Faults.Count == before && least is null && most is null)
        {
            block.Faults.Add(block.Line, $"{block.Path} has no limit; expected 'atLeast' or 'atMost'.");
        }

        if (least > most)
        {
            block.Fault("atMost", $"is {most:R}; expected at least {least:R}, which 'atLeast' says.");
        }

        if (currency is not null && figure?.Figure == RankFigure.Observation)
        {
            block.Fault("currency", "is given for an observation, which has its own unit; expected no currency.");
        }

        return block.Faults.Count == before ? new FigureScreen(figure!, least, most, currency) : null;
    }

    private static RankScreen? Best(YamlBlock block)
    {
        var before = block.Faults.Count;
        var figure = RankingBlock.Figure(block, withWeight: false);
        var (first, drop) = (block.Whole("first", 1), block.Share("dropLowest"));
        if (block.Has("first") == block.Has("dropLowest"))
        {
            block.Faults.Add(block.Line, $"{block.Path} has {(block.Has("first") ? "both 'first' and 'dropLowest'" : "neither 'first' nor 'dropLowest'")}; expected one of them.");
        }

        if (drop is { Fraction: >= 1 })
        {
            block.Fault("dropLowest", "is 100%, which leaves nothing; expected less.");
        }

        return block.Faults.Count == before ? new RankScreen(figure!, first, drop) : null;
    }
}
