namespace Touchstone.Claims;

/// <summary>Moments in order, cut into runs at which a claim asks for the same days; claims about the same exchanges share the cuts.</summary>
internal sealed class MomentRuns(IReadOnlyList<Moment> moments, SessionClocks clocks)
{
    private readonly Dictionary<string, List<int>> _starts = new(StringComparer.Ordinal);

    /// <summary>The moments, earliest first.</summary>
    public IReadOnlyList<Moment> Moments => moments;

    /// <summary>The places of the moments at which the last session of one of the exchanges changes, or the day of publication where that counts; the first among them.</summary>
    public List<int> Starts(string[] mics, bool byPublication)
    {
        var key = $"{string.Join(' ', mics)} {byPublication}";
        if (_starts.TryGetValue(key, out var starts))
        {
            return starts;
        }

        var isStart = new bool[moments.Count];
        for (var m = 0; m < moments.Count; m++)
        {
            isStart[m] = m == 0 || (byPublication && moments[m].Published != moments[m - 1].Published);
        }

        foreach (var mic in mics)
        {
            DateOnly? last = null;
            for (var m = 0; m < moments.Count; m++)
            {
                var session = clocks.AsOf(mic, moments[m]);
                isStart[m] |= session != last;
                last = session;
            }
        }

        starts = [.. Enumerable.Range(0, moments.Count).Where(m => isStart[m])];
        _starts.Add(key, starts);
        return starts;
    }
}
