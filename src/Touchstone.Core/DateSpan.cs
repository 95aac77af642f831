namespace Touchstone;

/// <summary>A run of calendar days, both ends included.</summary>
public sealed record DateSpan
{
    /// <summary>Makes a span.</summary>
    /// <param name="first">The first day, included.</param>
    /// <param name="last">The last day, included; not before the first.</param>
    public DateSpan(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"The last day {last:yyyy-MM-dd} is before the first day {first:yyyy-MM-dd}.", nameof(last));
        }

        (First, Last) = (first, last);
    }

    /// <summary>The first day, included.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>Calendar days in the span; at least one.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Whether a day lies in the span, ends included.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Both ends in ISO form.</summary>
    public override string ToString() => $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}";
}
