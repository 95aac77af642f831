using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>ranking</c>, and the figures by which stocks are ranked and screened.</summary>
internal static class RankingBlock
{
    private static readonly string[] FigureKeys = ["figure", "months", "field"];

    /// <summary>Reads the block.</summary>
    /// <param name="block">The block.</param>
    public static Ranking? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var level = block.Word<CountLevel>("level") ?? CountLevel.Line;
        if (!block.Has("figures"))
        {
            var field = Figure(block, withWeight: false);
            if (block.Has("method"))
            {
                block.Fault("method", "joins several figures; expected 'figures' beside it.");
            }

            block.Close();
            return block.Faults.Count == before && field is not null ? new Ranking([field], ScoreMethod.Value, level) : null;
        }

        var method = block.Word<ScoreMethod>("method", required: true);
        var fields = ImmutableArray.CreateBuilder<RankField>();
        foreach (var (node, path) in block.Items("figures", "a list of figures", required: true))
        {
            if (YamlBlock.Open(node, path, block.Faults) is { } one)
            {
                if (Figure(one, withWeight: true) is { } field)
                {
                    fields.Add(field);
                }

                one.Close();
            }
        }

        if (method == ScoreMethod.Value && fields.Count > 1)
        {
            block.Fault("method", $"is 'value' for {fields.Count} figures; expected one figure, or share-of-total or z-score.");
        }

        foreach (var key in FigureKeys.Where(block.Has))
        {
            block.Fault(key, "stands beside 'figures'; expected it in one of them.");
        }

        block.Close();
        return block.Faults.Count == before ? new Ranking(fields.DrainToImmutable(), method!.Value, level) : null;
    }

    /// <summary>Reads a figure from the keys of a block; other keys may stand beside them.</summary>
    /// <param name="block">The block.</param>
    /// <param name="withWeight">Whether it may have a weight.</param>
    public static RankField? Figure(YamlBlock block, bool withWeight)
    {
        var before = block.Faults.Count;
        var figure = block.Word<RankFigure>("figure", required: true);
        var months = block.Whole("months", 0, 1200) ?? 0;
        var weight = withWeight ? block.Number("weight", above: 0) ?? 1 : 1;
        var field = block.Text("field", required: figure == RankFigure.Observation);
        if (field is not null && figure is not null and not RankFigure.Observation)
        {
            block.Fault("field", "names an observation, which the figure is not; expected 'figure: observation', or no field.");
        }

        return block.Faults.Count == before ? new RankField(figure!.Value, months, weight, field) : null;
    }
}
