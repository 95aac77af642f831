using System.Collections.Concurrent;
using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>An index by the units and divisors that the package publishes, as measures ask it; what was worked out for a day or span is kept.</summary>
internal sealed class IndexUnits
{
    private readonly ConcurrentDictionary<(DateOnly From, DateOnly To), Answer<Contributions>> _contributions = new();
    private readonly ConcurrentDictionary<DateOnly, Answer<ImmutableArray<MemberWeight>>> _weights = new();
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly bool _isOver;

    private IndexUnits(Subject subject, PublishedIndex index, DateOnly first, DateOnly last, bool isOver) =>
        (Subject, Index, _first, _last, _isOver) = (subject, index, first, last, isOver);

    public Subject Subject { get; }

    public PublishedIndex Index { get; }

    /// <summary>The members period by period, by the currency counted in.</summary>
    public ConcurrentDictionary<string, MemberPeriods> Periods { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the units of an index, or says what is missing.</summary>
    public static Answer<IndexUnits> Of(Market market, Subject subject)
    {
        var index = PublishedIndex.Of(market, subject.Id);
        if (!index.HasValue)
        {
            return index.Problem.Kind == ProblemKind.NoData
                ? new Problem(ProblemKind.NoData, $"The package has no units and divisor of {subject.Id}: `units` in rows of the role `constituents` and rows of the role `divisors` would settle it. {index.Problem.Message}", index.Problem.Source)
                : index.Problem;
        }

        return Of(market, subject, index);
    }

    /// <summary>Reads the units of an index or list that may have no divisor, and members in several currencies, or says what is missing.</summary>
    public static Answer<IndexUnits> OfHoldings(Market market, Subject subject)
    {
        var index = PublishedIndex.HoldingsOf(market, subject.Id);
        return index.HasValue ? Of(market, subject, index)
            : index.Problem.Kind == ProblemKind.NoData ? new Problem(ProblemKind.NoData, $"The package has no units of {subject.Id}: `units` in rows of the role `constituents` would settle it.", index.Problem.Source)
            : index.Problem;
    }

    private static Answer<IndexUnits> Of(Market market, Subject subject, Answer<PublishedIndex> index)
    {
        var members = market.Rows.Constituents.Where(member => member.Index == subject.Id).ToArray();
        var closes = members.Select(member => LastClose(market, member)).OfType<DateOnly>().ToArray();
        if (closes.Length == 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no as-traded close of any member of {subject.Id}: rows of the role `prices` would settle it.");
        }

        var last = subject.Calendar.OnOrBefore(closes.Max());
        var isOver = members.All(member => member.Until is { } until && until <= subject.Calendar.OnOrAfter(last.AddDays(1)));
        return Answer<IndexUnits>.Of(new IndexUnits(subject, index.Value, subject.Calendar.OnOrAfter(members.Min(member => member.From)), last, isOver), index.Working);
    }

    /// <summary>The as-of session: the last one on or before the day asked for, or the last one on which a member has a close.</summary>
    public Problem? Session(AsOf asOf, WorkingBuilder? working, out DateOnly session)
    {
        session = _last;
        if (asOf.For(Subject.Mic) is not { } day)
        {
            working?.Convention($"No day is asked for; {session:yyyy-MM-dd} is the last session with members and closes.");
            return null;
        }

        session = Subject.Calendar.OnOrBefore(day);
        if (session < _first)
        {
            return working?.Problem(ProblemKind.NoData, $"The units of {Subject.Id} begin on {_first:yyyy-MM-dd}; {day:yyyy-MM-dd} is before that.") ?? WorkingBuilder.Unspoken;
        }

        if (session > _last)
        {
            return _isOver
                ? working?.Problem(ProblemKind.NoData, $"The units of {Subject.Id} end with {_last:yyyy-MM-dd}: rows of the role `constituents` for {session:yyyy-MM-dd} would settle it.") ?? WorkingBuilder.Unspoken
                : working?.Problem(ProblemKind.Pending, $"The closes of the members of {Subject.Id} end on {_last:yyyy-MM-dd}; the session of {session:yyyy-MM-dd} is after that.") ?? WorkingBuilder.Unspoken;
        }

        if (session != day)
        {
            working?.Convention($"{day:yyyy-MM-dd} is no session of {Subject.Mic ?? "the weekday calendar"}; {session:yyyy-MM-dd} is the last one before.");
        }

        return null;
    }

    /// <summary>The base and last session of a window.</summary>
    public Problem? Sessions(BoundWindow window, AsOf asOf, WorkingBuilder? working, out DateOnly from, out DateOnly to)
    {
        (from, to) = (default, default);
        if ((Session(asOf, working, out var session) ?? window.Resolve(session, _first, working, out from, out to)) is { } problem)
        {
            return problem;
        }

        if (from == to)
        {
            return working?.Problem(ProblemKind.Undefined, $"The window {window.Window} begins and ends on {from:yyyy-MM-dd}: there is no move to split.") ?? WorkingBuilder.Unspoken;
        }

        working?.Window(from, to);
        working?.Convention($"Window {window.Window}: {window.Rule}; {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.");
        return null;
    }

    /// <summary>Tells the level of a day: the sum, every close, every row of units, the divisor.</summary>
    public void Explain(WorkingBuilder working, DateOnly day, Answer<double> level)
    {
        working.Add(level.Working);
        foreach (var holding in Index.BasketOn(day).Value.Holdings)
        {
            working.Input(Index.UnitsOf(holding.Instrument, day)!);
        }
    }

    /// <summary>The move between two closes, split over the members.</summary>
    public Answer<Contributions> Over(DateOnly from, DateOnly to) => _contributions.GetOrAdd((from, to), static (span, index) => Contributions.Over(index, span.From, span.To), Index);

    /// <summary>The return of the level between two closes in a currency, by published levels where both are quoted, as a fraction; null for a list without a divisor.</summary>
    public Problem? LevelReturn(DateOnly from, DateOnly to, Conversion? conversion, WorkingBuilder? working, out double? value)
    {
        value = null;
        if (!Index.HasDivisor)
        {
            return null;
        }

        var split = Over(from, to);
        if (!split.HasValue)
        {
            return split.Problem;
        }

        var (before, after) = (1.0, 1.0);
        if ((conversion?.Rate(from, working, out before) ?? conversion?.Rate(to, working, out after)) is { } missing)
        {
            return missing;
        }

        value = ((1 + split.Value.Return.Fraction) * after / before) - 1;
        return null;
    }

    /// <summary>The weights at a close.</summary>
    public Answer<ImmutableArray<MemberWeight>> Weights(DateOnly day) => _weights.GetOrAdd(day, static (key, index) => index.WeightsOn(key), Index);

    private static DateOnly? LastClose(Market market, Membership member)
    {
        if (market.AsTraded(member.Instrument) is not { } history)
        {
            return null;
        }

        var row = member.Until is { } until ? history.IndexOnOrBefore(until.AddDays(-1)) : history.Count - 1;
        while (row >= 0 && !history.TryGet(PriceField.Close, row, out _))
        {
            row--;
        }

        return row >= 0 && history.DateAt(row) >= member.From ? history.DateAt(row) : null;
    }
}
