namespace Touchstone.Studies;

/// <summary>Sequences of all replicates, end by end, for the quantiles of critical lines.</summary>
internal sealed class SimulatedSequences
{
    private readonly double[] _byEnd;
    private readonly int _replicates;

    /// <summary>Room for sequences.</summary>
    /// <param name="firstEnd">The first end, from 0.</param>
    /// <param name="ends">How many ends.</param>
    /// <param name="replicates">How many replicates.</param>
    public SimulatedSequences(int firstEnd, int ends, int replicates)
    {
        (FirstEnd, Ends, _replicates) = (firstEnd, ends, replicates);
        _byEnd = new double[(long)ends * replicates];
    }

    /// <summary>The first end, from 0.</summary>
    public int FirstEnd { get; }

    /// <summary>How many ends.</summary>
    public int Ends { get; }

    /// <summary>Takes the sequence of one replicate.</summary>
    public void Take(int replicate, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < Ends; i++)
        {
            _byEnd[((long)i * _replicates) + replicate] = values[i];
        }
    }

    /// <summary>Takes the greatest value to date of one replicate's sequence.</summary>
    public void TakeGreatestToDate(int replicate, ReadOnlySpan<double> values)
    {
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < Ends; i++)
        {
            greatest = Math.Max(greatest, values[i]);
            _byEnd[((long)i * _replicates) + replicate] = greatest;
        }
    }

    /// <summary>The quantile at each end, over the replicates that have a statistic there.</summary>
    public StatisticSequence Quantile(double level)
    {
        var line = new double[Ends];
        var sorted = new double[_replicates];
        for (var i = 0; i < Ends; i++)
        {
            Array.Copy(_byEnd, (long)i * _replicates, sorted, 0, _replicates);
            Array.Sort(sorted);
            var defined = sorted.AsSpan(sorted.AsSpan().LastIndexOf(double.NegativeInfinity) + 1);
            line[i] = defined.IsEmpty ? double.NegativeInfinity : Draws.Quantile(defined, level);
        }

        return StatisticSequence.Marked(FirstEnd, line);
    }
}
