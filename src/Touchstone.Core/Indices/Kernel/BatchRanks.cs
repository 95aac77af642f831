namespace Touchstone.Indices;

/// <summary>All stocks of a batch in the order of one figure at one cut-off, largest first, equal ones by id; and as bits by rank what each stock counts as.</summary>
/// <remarks>Made once for all indices that are reviewed by this figure on this day.</remarks>
internal sealed class BatchRanks
{
    private readonly ulong[] _labels;
    private readonly int _words;

    /// <summary>Ranks the stocks that have the figure.</summary>
    /// <param name="values">The figure by stock; NaN for one that lacks it, or is not listed.</param>
    /// <param name="labels">What stocks count as.</param>
    /// <param name="day">The cut-off.</param>
    public BatchRanks(ReadOnlyMemory<double> values, BatchLabels labels, DateOnly day)
    {
        Values = values;
        _words = BitRows.WordsOf(values.Length);
        (Ranks, Order) = (new int[values.Length], new int[values.Length]);
        Ranks.AsSpan().Fill(-1);
        Count = DescendingOrder.Of(values.Span, Order);
        for (var rank = 0; rank < Count; rank++)
        {
            Ranks[Order[rank]] = rank;
        }

        _labels = labels.ByRank(Ranks, _words, day);
        Gone = [.. labels.Gone.Where(row => Ranks[row] >= 0)];
    }

    /// <summary>The figure by stock; NaN where there is none.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>How many are ranked.</summary>
    public int Count { get; }

    /// <summary>The stocks by rank, from 0.</summary>
    public int[] Order { get; }

    /// <summary>The rank of each stock, -1 when it has none.</summary>
    public int[] Ranks { get; }

    /// <summary>The ranked stocks that leave the market some day.</summary>
    public int[] Gone { get; }

    /// <summary>A bit for each rank: whether the stock counts as something.</summary>
    /// <param name="label">The label.</param>
    public ReadOnlySpan<ulong> Label(int label) => _labels.AsSpan(label * _words, _words);
}
