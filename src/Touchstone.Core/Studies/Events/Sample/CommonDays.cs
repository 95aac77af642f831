namespace Touchstone.Studies;

/// <summary>The days on which two blocks of events both have residuals.</summary>
internal readonly struct CommonDays
{
    private readonly int[]? _days;

    public CommonDays(ResidualDates left, ResidualDates right)
    {
        (From, To) = (Math.Max(left.Start, right.Start), Math.Min(left.End, right.End));
        Count = Math.Max(0, To - From);
        if (Count == 0 || (left.Present is null && right.Present is null))
        {
            return;
        }

        var days = new List<int>(Count);
        for (var day = From; day < To; day++)
        {
            if ((left.Present?[day - left.Start] ?? 1) > 0 && (right.Present?[day - right.Start] ?? 1) > 0)
            {
                days.Add(day);
            }
        }

        _days = [.. days];
        Count = days.Count;
    }

    /// <summary>The first common day, when they are a run.</summary>
    public int From { get; }

    /// <summary>The day after the last, when they are a run.</summary>
    public int To { get; }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Whether they follow one another without a hole.</summary>
    public bool AreRun => _days is null;

    /// <summary>The residuals of an event on these days.</summary>
    /// <param name="item">The event.</param>
    /// <param name="buffer">Room for them, used when there are holes.</param>
    public ReadOnlySpan<double> Of(ResidualDates item, double[] buffer)
    {
        if (_days is null)
        {
            return item.Values.AsSpan(From - item.Start, Count);
        }

        for (var i = 0; i < _days.Length; i++)
        {
            buffer[i] = item.Values[_days[i] - item.Start];
        }

        return buffer;
    }
}
