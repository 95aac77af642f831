using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>The Harbour Growth Index, worked out in decimals: level = sum of shares × banded float × factor × close / divisor.</summary>
internal sealed class GrowthIndex
{
    private readonly GrowthBoard _board;
    private readonly SortedDictionary<string, GrowthHolding> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<GrowthLine, decimal> _last = [];
    private readonly List<GrowthLevel> _levels = [];
    private readonly List<GrowthMembership> _members = [];
    private readonly List<(DateOnly Effective, ImmutableArray<GrowthLine> Members)> _reviewed = [];
    private decimal _divisor;
    private (decimal Gross, decimal Net) _paid;

    private GrowthIndex(GrowthBoard board) => _board = board;

    /// <summary>One level for each session from the base date on.</summary>
    public IReadOnlyList<GrowthLevel> Levels => _levels;

    /// <summary>Who was a member from when until when.</summary>
    public IEnumerable<GrowthMembership> Members => _members.OrderBy(member => member.Line.Company.Id, StringComparer.Ordinal).ThenBy(member => member.From);

    /// <summary>The members after each review.</summary>
    public IReadOnlyList<(DateOnly Effective, ImmutableArray<GrowthLine> Members)> Reviewed => _reviewed;

    /// <summary>Calculates the index.</summary>
    /// <param name="board">The board.</param>
    /// <param name="krone">Krone for one dollar, one rate for each session.</param>
    public static GrowthIndex Calculate(GrowthBoard board, ImmutableArray<decimal> krone)
    {
        var index = new GrowthIndex(board);
        var first = SampleCalendar.IndexOnOrBefore(GrowthRules.BaseDate);
        index.Hold(index.ReviewOf(GrowthRules.Reviews[0]));
        for (var session = first; session < SampleCalendar.Sessions.Length; session++)
        {
            var day = SampleCalendar.Sessions[session];
            if (session > first)
            {
                index._paid = default;
                index.Open(day, session);
            }

            index.Close(session);
            if (session == first)
            {
                index._divisor = index.Value() / GrowthRules.BaseLevel;
            }

            index.Publish(day, krone[session] / krone[first]);
        }

        return index;
    }

    /// <summary>What happens before the open; the divisor keeps the level of the last closes.</summary>
    private void Open(DateOnly day, int session)
    {
        foreach (var action in _board.Actions.Where(action => action.ExDate == day && _held.ContainsKey(action.Company.Id)))
        {
            Keep(() => Follow(action, _held[action.Company.Id], day));
        }

        foreach (var child in _held.Values.Where(holding => holding.Line.Company.Millions == 0 && holding.Line.Company.Listed < day).ToList())
        {
            Keep(() => Drop(child.Line, day));
        }

        foreach (var holding in _held.Values.Where(holding => holding.Line.Shares.Any(row => row.From == day)).ToList())
        {
            var row = holding.Line.SharesOn(day);
            var (before, after) = (holding.Shares * holding.Banded, row.Count * GrowthRules.Banded(row.Float));
            if (Math.Abs((after / before) - 1) >= GrowthRules.AtOnceFrom)
            {
                Keep(() => _held[holding.Line.Company.Id] = holding with { Shares = row.Count, Banded = GrowthRules.Banded(row.Float) });
            }
        }

        foreach (var line in _board.Lines.Where(line => line.Company.Millions > 0 && line.Company.Listed > GrowthRules.BaseDate && SampleCalendar.IndexOnOrBefore(line.Company.Listed) + GrowthRules.FastJoinsAfter == session))
        {
            var ranked = SampleCalendar.Sessions[SampleCalendar.IndexOnOrBefore(line.Company.Listed) + GrowthRules.FastSession - 1];
            if (GrowthReview.JoinsFast(line, ranked, _held.Values.Select(holding => holding.Line)))
            {
                var row = line.SharesOn(day);
                _last[line] = line.LastClose(session - 1);
                Keep(() => Take(new GrowthHolding(line, row.Count, GrowthRules.Banded(row.Float), 1), day));
            }
        }

        if (GrowthRules.Reviews.FirstOrDefault(review => review.Effective == day) is { } dates)
        {
            var holdings = ReviewOf(dates);
            foreach (var holding in holdings)
            {
                _last[holding.Line] = holding.Line.LastClose(session - 1);
            }

            Keep(() => Hold(holdings));
        }
    }

    /// <summary>One action: what is held, and the last closes from which the day is measured.</summary>
    private void Follow(GrowthAction action, GrowthHolding holding, DateOnly day)
    {
        var line = holding.Line;
        var close = _last[line];
        switch (action.Kind)
        {
            case "cash":
                var cash = action.Cash!.Value * holding.Units;
                _paid = (_paid.Gross + cash, _paid.Net + (cash * (1 - GrowthRules.Withholding)));
                break;
            case "special":
                // The price index takes no loss; the net return pays the tax on it.
                _last[line] = close - action.Cash!.Value;
                _paid.Net -= action.Cash.Value * holding.Units * GrowthRules.Withholding;
                break;
            case "split" or "consolidation" or "bonus":
                Set(action.Ratio!.Value, close / action.Ratio.Value);
                break;
            case "rights" when action.Subscription < close:
                Set(action.Ratio!.Value, (close + ((action.Ratio.Value - 1) * action.Subscription!.Value)) / action.Ratio.Value);
                break;
            case "spin-off":
                var child = _board.LineOf(action.Other!);
                var price = day >= GrowthRules.SecondVersion ? action.Cash!.Value : 0;
                _last[line] = close - (action.Ratio!.Value * price);
                _last[child] = price;
                Take(holding with { Line = child, Shares = holding.Shares * action.Ratio.Value }, day);
                break;
            case "merger-stock":
                Drop(line, day);
                var buyer = _held[action.Other!.Id];
                _held[action.Other.Id] = buyer with { Shares = buyer.Shares + (action.Ratio!.Value * holding.Shares) };
                break;
            case "merger-cash" or "delist":
                Drop(line, day);
                break;
        }

        void Set(decimal ratio, decimal price)
        {
            _last[line] = price;
            _held[action.Company.Id] = holding with { Shares = holding.Shares * ratio };
        }
    }

    /// <summary>The closes of a session: the last price without trading; the price that is paid for a company that is gone tomorrow.</summary>
    private void Close(int session)
    {
        var tomorrow = session + 1 < SampleCalendar.Sessions.Length ? SampleCalendar.Sessions[session + 1] : DateOnly.MaxValue;
        foreach (var line in _held.Values.Select(holding => holding.Line).ToList())
        {
            if (line[session] is { } bar)
            {
                _last[line] = bar.Close;
            }

            if (_board.Actions.FirstOrDefault(action => action.Company == line.Company && action.Kind is "merger-cash" or "delist" && action.ExDate == tomorrow) is { } end)
            {
                _last[line] = end.Cash!.Value;
            }
        }
    }

    /// <param name="day">The session.</param>
    /// <param name="dearer">Krone for one dollar over the same on the base date: all members trade in dollars, so that the level in krone is this times the level.</param>
    private void Publish(DateOnly day, decimal dearer)
    {
        var price = Value() / _divisor;
        if (_levels.Count == 0)
        {
            _levels.Add(new GrowthLevel(day, price, price, price, price));
            return;
        }

        var before = _levels[^1];
        _levels.Add(new GrowthLevel(
            day,
            price,
            before.Gross * (price + (_paid.Gross / _divisor)) / before.Price,
            before.Net * (price + (_paid.Net / _divisor)) / before.Price,
            price * dearer));
    }

    private ImmutableArray<GrowthHolding> ReviewOf(GrowthReviewDates dates)
    {
        var members = _held.Values.Select(holding => holding.Line).ToArray();
        ImmutableArray<GrowthLine> chosen = dates.Chooses ? GrowthReview.Choose(GrowthReview.Rank(_board, dates.CutOff), members) : [.. members];
        _reviewed.Add((dates.Effective, chosen));
        return GrowthReview.Weigh(chosen, dates.Prices);
    }

    private void Hold(ImmutableArray<GrowthHolding> holdings)
    {
        var day = _reviewed[^1].Effective;
        foreach (var gone in _held.Values.Where(old => !holdings.Any(holding => holding.Line == old.Line)).ToList())
        {
            Drop(gone.Line, day);
        }

        foreach (var holding in holdings)
        {
            Take(holding, day);
        }
    }

    private void Take(GrowthHolding holding, DateOnly day)
    {
        if (!_held.ContainsKey(holding.Line.Company.Id))
        {
            _members.Add(new GrowthMembership(holding.Line, day, null));
        }

        _held[holding.Line.Company.Id] = holding;
    }

    private void Drop(GrowthLine line, DateOnly day)
    {
        _held.Remove(line.Company.Id);
        var open = _members.FindIndex(member => member.Line == line && member.Until is null);
        _members[open] = _members[open] with { Until = day };
    }

    private void Keep(Action change)
    {
        var before = Value();
        change();
        _divisor *= Value() / before;
    }

    private decimal Value() => _held.Values.Sum(holding => holding.Units * _last[holding.Line]);
}
