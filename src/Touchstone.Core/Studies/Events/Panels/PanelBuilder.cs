using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>Puts the events of a design on one grid: sessions of each security's exchange, the benchmark by the same days.</summary>
internal sealed class PanelBuilder
{
    /// <summary>A benchmark's close that is older than this many calendar days does not stand for the day: longer than any holiday, shorter than a suspension.</summary>
    private const int OldestClose = 12;

    private readonly Market _market;
    private readonly EventStudyDesign _design;
    private readonly StudyColumn[] _markets;
    private readonly Dictionary<string, SessionDays> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answer<StudyColumn>> _columns = new(StringComparer.Ordinal);
    private readonly List<EventProblem> _problems = [];
    private readonly SortedSet<string> _conventions = new(StringComparer.Ordinal);
    private readonly HashSet<(InstrumentId Market, int Day)> _noted = [];
    private readonly ImmutableArray<Input>.Builder _inputs = ImmutableArray.CreateBuilder<Input>();
    private readonly int _firstDay;
    private readonly int _lastDay;

    private PanelBuilder(Market market, EventStudyDesign design, StudyColumn[] markets)
    {
        (_market, _design, _markets) = (market, design, markets);
        var columns = design.Events.Select(item => Column(item.Security)).Where(answer => answer.HasValue).Select(answer => answer.Value).ToArray();
        (_firstDay, _lastDay) = columns.Length == 0 ? (0, -1) : (columns.Min(column => column.FirstDay), columns.Max(column => column.LastDay));
    }

    /// <summary>The panel of a design, with the inputs and conventions as working; a problem when its benchmark cannot be read.</summary>
    public static Answer<EventPanel> Build(Market market, EventStudyDesign design)
    {
        var markets = new List<StudyColumn>();
        foreach (var id in design.Benchmark is { } benchmark ? design.FactorInstruments.Insert(0, benchmark) : design.FactorInstruments)
        {
            var found = StudyColumn.Of(market, id, design.Variable);
            if (!found.HasValue)
            {
                return found.Problem;
            }

            markets.Add(found.Value);
        }

        return new PanelBuilder(market, design, [.. markets]).Build();
    }

    private int Days => _design.EstimationDays + _design.Window.Days;

    private Answer<EventPanel> Build()
    {
        var built = new List<(EventReturns Returns, int Start)>();
        foreach (var item in _design.Events.OrderBy(item => item.Security).ThenBy(item => item.Date).ThenBy(item => item.Name, StringComparer.Ordinal))
        {
            var answer = Place(item);
            if (answer.HasValue)
            {
                built.Add(answer.Value);
            }
            else
            {
                _problems.Add(new EventProblem(Key(item), answer.Problem, true));
            }
        }

        var kept = new OverlapCheck(_design, built, _problems).Kept().ToList();
        var panel = EventPanel.Of(_design.EstimationDays, _design.Window, kept, _design.Gap, _problems);
        foreach (var column in _markets)
        {
            _conventions.Add(column.Convention);
        }

        return Answer<EventPanel>.Of(panel, new Working { Formula = "one return for each session of the security's exchange", Inputs = _inputs.ToImmutable(), Conventions = [.. _conventions] });
    }

    private static EventKey Key(StudyEvent item) => new(item.Security.Value, item.Date, item.Name);

    private Answer<StudyColumn> Column(InstrumentId id)
    {
        if (!_columns.TryGetValue(id.Value, out var column))
        {
            _columns.Add(id.Value, column = StudyColumn.Of(_market, id, _design.Variable));
        }

        return column;
    }

    private SessionDays Sessions(InstrumentId id)
    {
        var calendar = _market.CalendarOf(id);
        if (!_sessions.TryGetValue(calendar.Mic, out var sessions))
        {
            _sessions.Add(calendar.Mic, sessions = new SessionDays(calendar, _firstDay, _lastDay));
        }

        return sessions;
    }

    private Answer<(EventReturns Returns, int Start)> Place(StudyEvent item)
    {
        var column = Column(item.Security);
        if (!column.HasValue)
        {
            return column.Problem;
        }

        var sessions = Sessions(item.Security);
        var zero = sessions.OnOrAfter(item.Date.DayNumber);
        var last = zero + _design.Window.Last;
        var start = zero + _design.Window.First - _design.Gap - _design.EstimationDays;
        if (zero >= sessions.Count || last >= sessions.Count || sessions[last] > column.Value.LastDay)
        {
            var end = DateOnly.FromDayNumber(column.Value.LastDay);
            return new Problem(ProblemKind.Pending, $"The event window {_design.Window} of {Key(item)} ends after the last day with data of {item.Security}, {end:yyyy-MM-dd}.");
        }

        if (zero + _design.Window.First < 1 || item.Date.DayNumber < _firstDay)
        {
            return new Problem(ProblemKind.NoData, $"The event window {_design.Window} of {Key(item)} begins before the first day with data, {DateOnly.FromDayNumber(_firstDay):yyyy-MM-dd}.");
        }

        if (sessions[zero] != item.Date.DayNumber)
        {
            Remark(item, $"{item.Security} did not trade on {item.Date:yyyy-MM-dd}; day 0 is its next session, {DateOnly.FromDayNumber(sessions[zero]):yyyy-MM-dd}.");
        }

        _conventions.Add(column.Value.Convention);
        return Answer<(EventReturns Returns, int Start)>.Of((Fill(item, column.Value, sessions, start), start), column.Working);
    }

    private EventReturns Fill(StudyEvent item, StudyColumn column, SessionDays sessions, int start)
    {
        var returns = new double[Days];
        var factors = new double[_markets.Length + _design.Factors.Length][];
        for (var k = 0; k < factors.Length; k++)
        {
            factors[k] = new double[Days];
        }

        var (spans, days) = (new int[Days], new int[Days]);
        var stale = new int[_markets.Length];
        for (var position = 0; position < Days; position++)
        {
            // The gap lies between the two windows.
            var session = start + position + (position >= _design.EstimationDays ? _design.Gap : 0);
            days[position] = session < 0 ? sessions[0] + session : sessions[session];
            var before = Before(column, sessions, session);
            spans[position] = before < 0 ? 1 : session - before;
            returns[position] = session < 0 ? double.NaN : Move(column.On(days[position]), before < 0 ? double.NaN : column.On(sessions[before])) - Sum(_design.Riskless, sessions, before, session);
            for (var k = 0; k < factors.Length; k++)
            {
                factors[k][position] = k < _markets.Length
                    ? Benchmark(_markets[k], sessions, before, session, ref stale[k])
                    : Sum(_design.Factors[k - _markets.Length], sessions, before, session);
            }
        }

        for (var k = 0; k < stale.Length; k++)
        {
            if (stale[k] > 0)
            {
                Remark(item, $"{_markets[k].Instrument} has no close on {stale[k]} of the sessions of {item.Security}; what it did then falls on its next close.");
            }
        }

        Note(column, sessions, start);
        return new EventReturns
        {
            Event = Key(item),
            Group = item.Group,
            Returns = returns,
            Factors = [.. factors.Select(factor => (ReadOnlyMemory<double>)factor)],
            Spans = _design.TradeToTrade && _design.Variable is (StudyVariable.LogReturn or StudyVariable.SimpleReturn) ? spans : default(ReadOnlyMemory<int>),
            DayNumbers = days,
        };
    }

    /// <summary>The session a return runs from: the one before or, from trade to trade, the last one with a price; -1 when there is none.</summary>
    private int Before(StudyColumn column, SessionDays sessions, int session)
    {
        var before = session - 1;
        while (_design.TradeToTrade && before >= 0 && double.IsNaN(column.On(sessions[before])))
        {
            before--;
        }

        return Math.Max(before, -1);
    }

    private double Move(double now, double before) => _design.Variable switch
    {
        StudyVariable.LogReturn => Math.Log(now / before),
        StudyVariable.SimpleReturn => (now / before) - 1,
        _ => Math.Log(1 + now),
    };

    private double Benchmark(StudyColumn column, SessionDays sessions, int before, int session, ref int stale)
    {
        if (session < 0)
        {
            return double.NaN;
        }

        var isLevel = _design.Variable is StudyVariable.Volume or StudyVariable.Turnover;
        if (isLevel)
        {
            return Move(column.On(sessions[session]), 0);
        }

        if (before < 0)
        {
            return double.NaN;
        }

        var (now, day) = column.OnOrBefore(sessions[session]);
        var (then, dayBefore) = column.OnOrBefore(sessions[before]);
        stale += day < sessions[session] && !double.IsNaN(now) ? 1 : 0;
        return sessions[session] - day > OldestClose || sessions[before] - dayBefore > OldestClose
            ? double.NaN
            : Move(now, then) - Sum(_design.Riskless, sessions, before, session);
    }

    /// <summary>A daily return added up over the sessions after one and up to another; zero without a series, NaN where a day is missing.</summary>
    private double Sum(DailySeries? series, SessionDays sessions, int before, int session)
    {
        if (series is null || _design.Variable is StudyVariable.Volume or StudyVariable.Turnover)
        {
            return series is null ? 0 : session < 0 ? double.NaN : On(series, sessions[session]);
        }

        if (before < 0)
        {
            return double.NaN;
        }

        var sum = 0.0;
        for (var at = before + 1; at <= session; at++)
        {
            sum += On(series, sessions[at]);
        }

        return sum;
    }

    private static double On(DailySeries series, int day) => series.Days.BinarySearch(DateOnly.FromDayNumber(day)) is >= 0 and var at ? series.Values[at] : double.NaN;

    /// <summary>The numbers at the event window's ends, as inputs.</summary>
    private void Note(StudyColumn column, SessionDays sessions, int start)
    {
        var first = start + _design.EstimationDays + _design.Gap;
        foreach (var session in new[] { first - 1, first + _design.Window.Days - 1 })
        {
            if (session >= 0 && !double.IsNaN(column.On(sessions[session])))
            {
                _inputs.Add(column.InputOn(sessions[session], _market));
                foreach (var market in _markets)
                {
                    if (market.OnOrBefore(sessions[session]) is (not double.NaN, var day) && _noted.Add((market.Instrument, day)))
                    {
                        _inputs.Add(market.InputOn(day, _market));
                    }
                }
            }
        }
    }

    private void Remark(StudyEvent item, string message) => _problems.Add(new EventProblem(Key(item), new Problem(ProblemKind.Quality, message), false));
}
