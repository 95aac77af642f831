using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>shares</c>.</summary>
internal static class ShareBlock
{
    private enum Counted
    {
        Total,
        FreeFloat,
    }

    /// <summary>Reads the block.</summary>
    /// <param name="block">The block.</param>
    public static ShareRule? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var counted = block.Word<Counted>("count", required: true);
        var bands = Bands(block);
        var multiple = block.Number("floatMultiple", above: 0);
        var updates = block.Word<ShareUpdates>("updates");
        var atOnceFrom = block.Share("atOnceFrom", required: updates == ShareUpdates.AtOnceWhenLarge);
        if (counted == Counted.Total && block.Has("banding"))
        {
            block.Fault("banding", "says nothing when all shares count; expected 'count: free-float', or no banding.");
        }

        if (atOnceFrom is not null && updates != ShareUpdates.AtOnceWhenLarge)
        {
            block.Fault("atOnceFrom", "says nothing here; expected 'updates: at-once-when-large' beside it.");
        }

        block.Close();
        return block.Faults.Count != before ? null : new ShareRule
        {
            FreeFloat = counted == Counted.FreeFloat,
            Bands = bands,
            FloatMultiple = multiple,
            Updates = updates ?? ShareUpdates.AtReviews,
            AtOnceFrom = atOnceFrom,
        };
    }

    private static ImmutableArray<FloatBand> Bands(YamlBlock block)
    {
        var bands = ImmutableArray.CreateBuilder<FloatBand>();
        var (below, lastLine, whole) = (Percent.FromFraction(0), 0, true);
        foreach (var (node, path) in block.Items("banding", "a list of bands, each with 'upTo'"))
        {
            if (YamlBlock.Open(node, path, block.Faults) is not { } band)
            {
                continue;
            }

            var end = band.Share("upTo", required: true);
            var (factor, step) = (band.Share("factor"), band.Share("roundUpTo"));
            if (factor is not null && step is not null)
            {
                band.Fault("roundUpTo", "stands beside 'factor'; expected one of them, or neither for the float itself.");
            }

            if (end <= below)
            {
                band.Fault("upTo", $"is {RulebookWords.Of(end)}; expected more than the {RulebookWords.Of(below)} of the band before.");
            }

            band.Close();
            (below, lastLine, whole) = (end ?? below, band.Line, whole && end is not null);
            bands.Add(new FloatBand(end ?? below, factor, step));
        }

        if (bands.Count > 0 && whole && below.Fraction < 1)
        {
            block.Faults.Add(lastLine, $"{block.PathOf("banding")} ends at {RulebookWords.Of(below)}; expected the last band to reach 100%.");
        }

        return bands.DrainToImmutable();
    }
}
