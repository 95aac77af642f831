using Touchstone.Data;

namespace Touchstone.Measures;

/// <content>Finds the sessions and members that a question means, and names what is missing.</content>
internal sealed partial class StockPanel
{
    /// <summary>The most calendar days that a neighbouring session may stand in across.</summary>
    private const int StandInDays = 7;

    /// <summary>The most stocks that a message names.</summary>
    private const int MostNamed = 8;

    /// <summary>Whether the package states a price limit for a stock.</summary>
    public bool HasLimit(int stock) => _hasLimit[stock];

    /// <summary>A few ids as a sentence lists them.</summary>
    public string Names(IReadOnlyCollection<int> stocks) =>
        string.Join(", ", stocks.Take(MostNamed).Select(stock => List.Stocks[stock].Id)) + (stocks.Count > MostNamed ? $" and {stocks.Count - MostNamed} more" : "");

    /// <summary>The as-of session: that of the day asked for, or the last on which at least half of the members have a close.</summary>
    public Problem? Session(AsOf asOf, WorkingBuilder? working, out int session)
    {
        session = _latest.Value;
        if (session < 0)
        {
            return working?.Problem(ProblemKind.NoData, $"The package has closes of {List.Stocks.Count} {List.Name}, but of fewer than half on every day of their membership.") ?? WorkingBuilder.Unspoken;
        }

        return asOf.For(List.Head.Mic) is { } day ? At(List.Head.Calendar.OnOrBefore(day), working, out session) : null;
    }

    /// <summary>The base and last session of a window; the first before the second.</summary>
    public Problem? Window(BoundWindow window, AsOf asOf, WorkingBuilder? working, out int from, out int to) =>
        Window(window, asOf, working, out from, out to, out _);

    /// <summary>The base and last session of a window, and the days that the window itself means, for which others may stand in.</summary>
    public Problem? Window(BoundWindow window, AsOf asOf, WorkingBuilder? working, out int from, out int to, out (DateOnly From, DateOnly To) nominal)
    {
        (from, to, nominal) = (-1, -1, default);
        var latest = _latest.Value;
        if (latest < 0)
        {
            return Session(asOf, working, out _);
        }

        var session = asOf.For(List.Head.Mic) is { } day ? List.Head.Calendar.OnOrBefore(day) : DateAt(latest);
        if (session.DayNumber > _days[^1])
        {
            return At(session, working, out _);
        }

        if (window.Resolve(session, DateAt(0), working, out var first, out var last) is { } unresolved)
        {
            return unresolved;
        }

        nominal = (first, last);
        working?.Window(first, last);
        working?.Convention($"Window {window.Window}: {window.Rule}; {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
        if ((At(first, working, out from) ?? At(last, working, out to)) is { } missing)
        {
            return missing;
        }

        if (from < to)
        {
            return null;
        }

        return first == last
            ? working?.Problem(ProblemKind.Undefined, $"The window {window.Window} begins and ends on {first:yyyy-MM-dd}: there is no move to measure.") ?? WorkingBuilder.Unspoken
            : working?.Problem(ProblemKind.NoData, $"Fewer than half of the {List.Name} have a close between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}, the last day included; those would settle it.") ?? WorkingBuilder.Unspoken;
    }

    /// <summary>The members on a session, or why they are not known.</summary>
    public Problem? MembersOn(int session, WorkingBuilder? working, out int[] members)
    {
        members = Table.MembersOn(session);
        if (members.Length == 0)
        {
            return working?.Problem(ProblemKind.NoData, $"The package has no members of {List.Head.Id} on {DateAt(session):yyyy-MM-dd}: rows of the role `constituents` for that day, or a list within {IndexMembers.MostMonths} months in `constituent-snapshots`, would settle it.") ?? WorkingBuilder.Unspoken;
        }

        if (working is not null && List.Members is { } published)
        {
            var month = published.On(DateAt(session))?.Month;
            working.Convention($"{members.Length} members of {List.Head.Id} on {DateAt(session):yyyy-MM-dd}, {(month is null ? "by spans of membership" : $"by the list of {month}, the nearest, which may lag a change by weeks")}.");
        }

        return null;
    }

    /// <summary>The members on a session, each of which must have a close or be known not to have traded.</summary>
    public Problem? PricedOn(int session, WorkingBuilder? working, out int[] members) =>
        MembersOn(session, working, out members) ?? MissingOf(session, members, working);

    /// <summary>Names the stocks of which nothing is known on a session, or gives null when there are none.</summary>
    public Problem? MissingOf(int session, IReadOnlyCollection<int> stocks, WorkingBuilder? working)
    {
        var missing = stocks.Where(stock => Table.Day(session, stock) == StockDay.Missing).ToArray();
        if (missing.Length == 0)
        {
            return null;
        }

        return working is null ? WorkingBuilder.Unspoken : Missing(session, stocks.Count, missing, working);
    }

    /// <summary>Writes the closes of stocks on two sessions into the working, the later one once when both are the same.</summary>
    public void Inputs(WorkingBuilder working, IEnumerable<int> stocks, params int[] sessions)
    {
        foreach (var stock in stocks)
        {
            foreach (var session in sessions)
            {
                if (Lines[stock] is { } line && line.IndexOnOrBefore(DateAt(session)) is >= 0 and var row)
                {
                    working.Input(line.InputAt(row));
                }
            }
        }
    }

    private Problem Missing(int session, int of, int[] missing, WorkingBuilder working)
    {
        var day = DateAt(session);
        if (_faults[missing[0]] is { } fault)
        {
            return working.Problem(fault.Kind, $"{missing.Length} of {of} {List.Name} have no close on {day:yyyy-MM-dd}: {Names(missing)}. {fault.Message}", fault.Source);
        }

        var stock = List.Stocks[missing[0]];
        if (!stock.Calendar.IsSession(day))
        {
            return working.Problem(ProblemKind.Undefined, $"{day:yyyy-MM-dd} is no session of {stock.Mic ?? "the weekday calendar"}, where {stock.Id} trades; a count needs stocks that trade on the same days.");
        }

        var line = Lines[missing[0]]!;
        return working.Problem(ProblemKind.NoData, $"{missing.Length} of {of} {List.Name} have no close on {day:yyyy-MM-dd}: {Names(missing)}. The closes of {stock.Id} run from {line.First:yyyy-MM-dd} to {line.Last:yyyy-MM-dd}; its close of that day, or an action `suspend`, would settle it.");
    }

    /// <summary>The last session on which at least half of the members have a close, or -1.</summary>
    private int FindLatest()
    {
        var session = Sessions - 1;
        while (session >= 0 && Table.MembersOn(session) is var members && (members.Length == 0 || 2 * members.Count(stock => Table.Day(session, stock) != StockDay.Missing) < members.Length))
        {
            session--;
        }

        return session;
    }

    private Problem? At(DateOnly day, WorkingBuilder? working, out int session)
    {
        session = -1;
        if (day.DayNumber > _days[^1])
        {
            return working?.Problem(ProblemKind.Pending, $"The closes of the {List.Name} end on {DateAt(Sessions - 1):yyyy-MM-dd}; the session of {day:yyyy-MM-dd} is after that.") ?? WorkingBuilder.Unspoken;
        }

        session = IndexOnOrBefore(day);
        if (session < 0)
        {
            return working?.Problem(ProblemKind.NoData, $"The closes of the {List.Name} begin on {DateAt(0):yyyy-MM-dd}; those of {day:yyyy-MM-dd} would settle it.") ?? WorkingBuilder.Unspoken;
        }

        var missing = day.DayNumber - _days[session];
        if (missing > StandInDays)
        {
            return working?.Problem(ProblemKind.NoData, $"Fewer than half of the {List.Name} have a close on {day:yyyy-MM-dd}; the last session before with more is {DateAt(session):yyyy-MM-dd}, more than {StandInDays} days earlier.") ?? WorkingBuilder.Unspoken;
        }

        if (missing > 0)
        {
            working?.StandIn($"Fewer than half of the {List.Name} have a close on {day:yyyy-MM-dd}; the closes of {DateAt(session):yyyy-MM-dd} stand in.");
        }

        return null;
    }
}
