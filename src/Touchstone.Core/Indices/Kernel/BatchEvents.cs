namespace Touchstone.Indices;

/// <summary>The corporate actions of a batch by the session on which they count.</summary>
/// <param name="Session">The first session on or after the ex-date.</param>
/// <param name="Action">The action.</param>
internal readonly record struct BatchEvent(int Session, StockAction Action)
{
    /// <summary>Whether it happens before a review of a day.</summary>
    /// <param name="day">The day number of the review.</param>
    public bool IsBefore(int day) => Action.Day < day || (Action.Day == day && Action.Kind == StockActionKind.Leaves);

    /// <summary>Puts actions in order.</summary>
    /// <param name="stocks">The stocks.</param>
    /// <param name="panel">The sessions.</param>
    public static BatchEvent[] Of(BatchStocks stocks, PricePanel panel)
    {
        var events = new List<BatchEvent>();
        var session = 0;
        foreach (var action in stocks.Actions.ByDay)
        {
            while (session < panel.Days.Length && panel.Days[session].DayNumber < action.Day)
            {
                session++;
            }

            if (session > 0 && session < panel.Days.Length)
            {
                events.Add(new BatchEvent(session, action));
            }
        }

        events.Sort((a, b) =>
            a.Session != b.Session ? a.Session.CompareTo(b.Session)
            : a.Action.Day != b.Action.Day ? a.Action.Day.CompareTo(b.Action.Day)
            : a.Action.Kind == StockActionKind.Leaves != (b.Action.Kind == StockActionKind.Leaves) ? (a.Action.Kind == StockActionKind.Leaves ? -1 : 1)
            : a.Action.Row.CompareTo(b.Action.Row));

        // Two of one stock between the same closes hang on each other: the general calculation knows how.
        foreach (var pair in events.Select((happening, i) => (happening, i)).GroupBy(item => (item.happening.Session, item.happening.Action.Row)).Where(group => group.Skip(1).Any()).SelectMany(group => group).ToArray())
        {
            events[pair.i] = pair.happening with { Action = pair.happening.Action with { Kind = StockActionKind.Other } };
        }

        return [.. events];
    }
}
