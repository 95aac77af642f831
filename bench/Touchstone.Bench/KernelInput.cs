using Touchstone.Indices;

namespace Touchstone.Bench;

/// <summary>Random closes and segments for the kernel, and the plain loop that one would write first. All from one seed.</summary>
internal sealed class KernelInput
{
    private const int Quarter = 63;

    private readonly double[][] _closes;

    public KernelInput(int stocks, int sessions, int indices, int members)
    {
        var random = new Random(20240229);
        var first = new DateOnly(2015, 1, 1);
        _closes = [.. Enumerable.Range(0, stocks).Select(_ => Enumerable.Range(0, sessions).Select(_ => 10 + random.NextDouble()).ToArray())];
        Panel = new PricePanel([.. Enumerable.Range(0, sessions).Select(first.AddDays)], [.. Enumerable.Range(0, stocks).Select(i => new PanelLine(new InstrumentId($"XTST:{i:00000}")))]);
        Panel.ClearAfterLast();
        for (var row = 0; row < stocks; row++)
        {
            Panel.Copy(row, 0, _closes[row]);
        }

        int[] all = [.. Enumerable.Range(0, stocks)];
        Indices = [.. Enumerable.Range(0, indices).Select(index => new IndexSegments(Enumerable.Range(0, (sessions + Quarter - 1) / Quarter).Select(quarter =>
        {
            random.Shuffle(all);
            return new IndexSegment(quarter * Quarter, Math.Min(sessions, (quarter + 1) * Quarter), [.. all.Take(members).Order()], [.. Enumerable.Range(0, members).Select(_ => random.NextDouble() * 1e6)], 1e7);
        })))];
    }

    public PricePanel Panel { get; }

    public IndexSegments[] Indices { get; }

    /// <summary>Each index by itself, day after day, each stock's closes in an array of its own.</summary>
    public double[][] Plain()
    {
        var levels = new double[Indices.Length][];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = new double[Indices[i].End];
            foreach (var segment in Indices[i].Segments)
            {
                for (var day = segment.First; day < segment.End; day++)
                {
                    var sum = 0.0;
                    for (var member = 0; member < segment.Rows.Length; member++)
                    {
                        sum += _closes[segment.Rows[member]][day] * segment.Units[member];
                    }

                    levels[i][day] = sum / segment.Divisor;
                }
            }
        }

        return levels;
    }
}
