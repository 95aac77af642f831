namespace Touchstone.Indices;

/// <summary>One index of a batch on its way through the sessions: what it holds, and the levels so far.</summary>
internal sealed class BatchIndex
{
    private readonly BatchPlan _plan;
    private readonly BatchWork _work;
    private readonly Memory<double> _levels;
    private readonly int[] _rows;
    private readonly double[] _units;
    private readonly ulong[] _members;
    private readonly List<BatchedDivisor> _divisors = [];
    private readonly List<BatchedReview> _reviews;
    private readonly List<(int Row, double Price)> _finals = [];
    private double _divisor;
    private int _count;
    private int _review;
    private int _event;

    /// <summary>Makes an index that has not begun.</summary>
    /// <param name="plan">The index.</param>
    /// <param name="work">What all indices share.</param>
    /// <param name="levels">Takes the levels, one for each session.</param>
    public BatchIndex(BatchPlan plan, BatchWork work, Memory<double> levels)
    {
        (_plan, _work, _levels) = (plan, work, levels);
        (_rows, _units, _members) = (new int[plan.Most], new double[plan.Most], new ulong[work.Stocks.Words]);
        _reviews = new List<BatchedReview>(plan.Reviews.Length);
    }

    /// <summary>Why the index cannot be calculated in a batch, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The result, when there was no trouble.</summary>
    public BatchedIndex Result => new(_plan.Rulebook, _work.Panel.Days, _levels, [.. _divisors], [.. _reviews]);

    /// <summary>Takes the index through one block of sessions.</summary>
    /// <param name="block">The block; the next one.</param>
    /// <param name="desk">Memory to work in.</param>
    public void Advance(int block, BatchDesk desk)
    {
        var start = block * PricePanel.BlockDays;
        var end = Math.Min(start + PricePanel.BlockDays, _work.Panel.Days.Length);
        Span<double> sums = stackalloc double[PricePanel.BlockDays];
        for (var session = start; session < end && Trouble is null;)
        {
            if (session == 0)
            {
                Start(desk);
            }
            else
            {
                Happen(session, desk);
            }

            if (Trouble is not null)
            {
                return;
            }

            var next = NextChange(session + 1, end);
            WeightedSum.Of(_work.Panel.Block(block), _rows.AsSpan(0, _count), _units.AsSpan(0, _count), session - start, next - start, sums);
            var levels = _levels.Span[session..next];
            Division.Of(sums[(session - start)..(next - start)], _divisor, levels);
            if (MissingCloses.FirstFault(levels) is >= 0 and var fault)
            {
                Trouble = $"a member has no close on {_work.Panel.Days[session + fault]:yyyy-MM-dd}, or the level is too large";
            }

            session = next;
        }

        if (start == 0 && Trouble is null)
        {
            _levels.Span[0] = _plan.BaseLevel;
        }
    }

    private void Start(BatchDesk desk)
    {
        Review(desk, -1);
        if (Trouble is null)
        {
            ListFinals(1);
            SetDivisor(0, ValueAt(0) / _plan.BaseLevel);
        }
    }

    /// <summary>The first session before which something happens to the index, or the end.</summary>
    private int NextChange(int session, int end)
    {
        if (_review < _plan.Reviews.Length)
        {
            end = Math.Min(end, _plan.Reviews[_review].Session);
        }

        for (var i = _event; i < _work.Events.Length && _work.Events[i].Session < end; i++)
        {
            if (_work.Events[i].Session >= session && Holds(_work.Events[i].Action.Row))
            {
                return _work.Events[i].Session;
            }
        }

        return Math.Max(end, session);
    }

    /// <summary>What happens between the session before and this one.</summary>
    private void Happen(int session, BatchDesk desk)
    {
        while (_event < _work.Events.Length && _work.Events[_event].Session < session)
        {
            _event++;
        }

        Settle(session);
        while (Trouble is null)
        {
            var hasReview = _review < _plan.Reviews.Length && _plan.Reviews[_review].Session == session;
            var hasEvent = _event < _work.Events.Length && _work.Events[_event].Session == session;
            if (hasEvent && (!hasReview || _work.Events[_event].IsBefore(_plan.Reviews[_review].Dates.Effective.DayNumber)))
            {
                var action = _work.Events[_event++].Action;
                if (Holds(action.Row))
                {
                    Act(action, session);
                }
            }
            else if (hasReview)
            {
                Review(desk, session - 1);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>An action of a member: D' = D × M' / M.</summary>
    private void Act(StockAction action, int session)
    {
        var place = Array.BinarySearch(_rows, 0, _count, action.Row);
        var close = CloseOf(action.Row, session - 1);
        var (units, rule) = (_units[place], _plan.Holding);
        double from, to;
        switch (action.Kind)
        {
            case StockActionKind.Shares when close > 0:
                (from, to) = (close * units, close * units);
                if (rule == HoldingRule.KeepUnits)
                {
                    to = close / action.Amount * units;
                }
                else
                {
                    _units[place] = units * action.Amount;
                }

                break;
            case StockActionKind.Special when _plan.Rulebook.VersionOn(DateOnly.FromDayNumber(action.Day)) is { Actions.SpecialDividend: SpecialDividendTreatment.AsOrdinary }:
                return;
            case StockActionKind.Special when close > action.Amount && !_work.Stocks.Actions.IsSuspended(action.Row, DateOnly.FromDayNumber(action.Day)):
                (from, to) = (close * units, (close - action.Amount) * units);
                if (rule == HoldingRule.KeepWeight)
                {
                    to = from;
                    _units[place] = units * (close / (close - action.Amount));
                }

                break;
            case StockActionKind.Leaves when _count > 1:
                (from, to) = (close * units, 0);
                Remove(place);
                break;
            default:
                Trouble = $"{_work.Stocks.All[action.Row].Id}, a member, has an action on {DateOnly.FromDayNumber(action.Day):yyyy-MM-dd} that is more than a batch knows";
                return;
        }

        if (from != to)
        {
            var value = _levels.Span[session - 1] * _divisor;
            SetDivisor(session, _divisor * ((value - from + to) / value));
        }
    }

    /// <summary>Puts the prices at which members leave before a session into the last level.</summary>
    private void Settle(int session)
    {
        ListFinals(session);
        foreach (var (row, _) in _finals)
        {
            if (Holds(row))
            {
                _levels.Span[session - 1] = ValueAt(session - 1) / _divisor;
                return;
            }
        }
    }

    private void ListFinals(int session)
    {
        _finals.Clear();
        for (var i = _event; i < _work.Events.Length && _work.Events[i].Session <= session; i++)
        {
            var action = _work.Events[i].Action;
            if (_work.Events[i].Session == session && action.Kind == StockActionKind.Leaves && !double.IsNaN(action.Amount))
            {
                _finals.Add((action.Row, action.Amount));
            }
        }
    }

    private void Review(BatchDesk desk, int last)
    {
        var review = _plan.Reviews[_review++];
        Trouble = desk.Review(review, _work, _members, _rows, _units, ref _count);
        if (Trouble is not null)
        {
            return;
        }

        if (last < 0)
        {
            Trouble = OpenOnBaseDay(review);
        }
        else
        {
            SetDivisor(last + 1, ValueAt(last) / _levels.Span[last]);
        }

        _reviews.Add(desk.Record(review, _work, _rows.AsSpan(0, _count), _units.AsSpan(0, _count)));
    }

    /// <summary>The actions of the base day itself, which its closes have taken.</summary>
    private string? OpenOnBaseDay(BatchReview review)
    {
        var day = _work.Panel.Days[0];
        foreach (var action in _work.Stocks.Actions.ByDay)
        {
            if (action.Day >= review.Dates.Effective.DayNumber && action.Day <= day.DayNumber && Holds(action.Row) && _plan.Holding != HoldingRule.KeepUnits)
            {
                if (action.Kind == StockActionKind.Shares)
                {
                    _units[Array.BinarySearch(_rows, 0, _count, action.Row)] *= action.Amount;
                }
                else if (action.Kind != StockActionKind.Special || _plan.Holding == HoldingRule.KeepWeight)
                {
                    return $"{_work.Stocks.All[action.Row].Id}, a member, has an action on the base day, {day:yyyy-MM-dd}, that is more than a batch knows";
                }
            }
        }

        return null;
    }

    private double ValueAt(int session)
    {
        var sum = 0.0;
        for (var i = 0; i < _count; i++)
        {
            sum = Math.FusedMultiplyAdd(CloseOf(_rows[i], session), _units[i], sum);
        }

        return sum;
    }

    private double CloseOf(int row, int session)
    {
        foreach (var (leaving, price) in _finals)
        {
            if (leaving == row)
            {
                return price;
            }
        }

        return _work.Panel.At(row, session);
    }

    private void SetDivisor(int session, double divisor)
    {
        if (!double.IsFinite(divisor) || divisor <= 0)
        {
            Trouble = $"the divisor of {_work.Panel.Days[session]:yyyy-MM-dd} would be no number above zero";
            return;
        }

        _divisor = divisor;
        if (_divisors.Count > 0 && _divisors[^1].From == _work.Panel.Days[session])
        {
            _divisors.RemoveAt(_divisors.Count - 1);
        }

        _divisors.Add(new BatchedDivisor(_work.Panel.Days[session], divisor));
    }

    private bool Holds(int row) => (_members[row >> 6] & (1UL << (row & 63))) != 0;

    private void Remove(int place)
    {
        var row = _rows[place];
        _members[row >> 6] &= ~(1UL << (row & 63));
        _count--;
        Array.Copy(_rows, place + 1, _rows, place, _count - place);
        Array.Copy(_units, place + 1, _units, place, _count - place);
    }
}
