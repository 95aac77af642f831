namespace Touchstone.Indices;

/// <summary>Calculates levels from segments: level = Σ price × units / divisor for each session, block after block.</summary>
/// <remarks>
/// All indices are taken through one block of the panel before the next, so that its closes are read from the memory once. A level depends on nothing but the
/// segment and the closes of its day: neither on the order of the indices, nor on how they are shared out among threads. See <see cref="WeightedSum"/> for the
/// order of additions and the error.
/// </remarks>
public static class LevelKernel
{
    // Every group reads the whole panel once, so there are as few groups as threads, unless the state of so many indices would crowd out the closes.
    private const int Together = 2048;

    /// <summary>Calculates the levels of indices.</summary>
    /// <param name="panel">The closes.</param>
    /// <param name="indices">The indices, within the sessions and rows of the panel.</param>
    /// <param name="threads">How many threads to use; null for as many as the machine has.</param>
    /// <returns>For each index its levels in points, one for each of its sessions; or <see cref="ProblemKind.NoData"/> naming the first day on which members have no close, and those members.</returns>
    public static Answer<ReadOnlyMemory<double>>[] Run(PricePanel panel, IReadOnlyList<IndexSegments> indices, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        foreach (var index in indices)
        {
            if (index.End > panel.Days.Length || index.LastRow >= panel.Lines.Length)
            {
                throw new ArgumentException($"An index reaches to session {index.End} or to rows that the panel, of {panel.Days.Length} sessions and {panel.Lines.Length} rows, does not have.", nameof(indices));
            }
        }

        var levels = Levels(panel, indices, threads);
        var answers = new Answer<ReadOnlyMemory<double>>[levels.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            answers[i] = MissingCloses.First(panel, indices[i], levels[i]) is { } problem
                ? problem
                : Answer<ReadOnlyMemory<double>>.Of(levels[i], new Working { Formula = "Σ price × units / divisor" });
        }

        return answers;
    }

    /// <summary>The same with NaN where a member has no close.</summary>
    /// <param name="panel">The closes.</param>
    /// <param name="indices">The indices.</param>
    /// <param name="threads">How many threads.</param>
    internal static double[][] Levels(PricePanel panel, IReadOnlyList<IndexSegments> indices, int? threads)
    {
        var levels = new double[indices.Count][];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = GC.AllocateUninitializedArray<double>(indices[i].End - indices[i].First);
        }

        var workers = threads ?? Environment.ProcessorCount;
        var size = Math.Clamp((indices.Count + workers - 1) / workers, 1, Together);
        var groups = (indices.Count + size - 1) / size;
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = workers }, group =>
        {
            var (first, end) = (group * size, Math.Min(indices.Count, (group + 1) * size));
            var segments = new int[end - first];
            for (var block = 0; block < panel.Blocks; block++)
            {
                for (var i = first; i < end; i++)
                {
                    Advance(panel, indices[i], block, ref segments[i - first], levels[i]);
                }
            }
        });

        return levels;
    }

    /// <summary>The levels of one index in one block.</summary>
    private static void Advance(PricePanel panel, IndexSegments index, int block, ref int segment, Span<double> levels)
    {
        var start = block * PricePanel.BlockDays;
        while (segment < index.Segments.Length)
        {
            var held = index.Segments[segment];
            var (first, end) = (Math.Max(held.First - start, 0), Math.Min(held.End - start, PricePanel.BlockDays));
            if (first < end)
            {
                Part(panel.Block(block), held, start, first, end, levels.Slice(start + first - index.First, end - first));
            }

            if (held.End > start + PricePanel.BlockDays)
            {
                return;
            }

            segment++;
        }
    }

    private static void Part(ReadOnlySpan<double> closes, IndexSegment held, int start, int first, int end, Span<double> levels)
    {
        Span<double> sums = stackalloc double[PricePanel.BlockDays];
        WeightedSum.Of(closes, held.Rows.AsSpan(), held.Units.AsSpan(), first, end, sums);
        foreach (var own in held.Own)
        {
            for (var day = first; day < end; day++)
            {
                sums[day] = Math.FusedMultiplyAdd(own.Prices[start + day - held.First], own.Units, sums[day]);
            }
        }

        Division.Of(sums[first..end], held.Divisor, levels);
    }
}
