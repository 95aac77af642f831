using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The whole that a list is a part of: the members of an index, or the published figures of a market.</summary>
internal sealed class MarketTotal
{
    private const string DailyField = "turnover";

    private const string MonthlyField = "average_daily_turnover";

    private const string ValueField = "market_cap";

    private readonly Subject _market;
    private readonly StockPanel _list;
    private readonly StockPanel? _members;
    private readonly StockAmounts? _amounts;
    private readonly Func<string, Conversion?> _toList;

    private MarketTotal(Subject market, StockPanel list, StockPanel? members, StockAmounts? amounts, Func<string, Conversion?> toList) =>
        (_market, _list, _members, _amounts, _toList) = (market, list, members, amounts, toList);

    public static Parameter Market { get; } = new("market", ParameterKind.Subject, "The whole: an index whose members are summed, or a market with published figures.");

    /// <summary>The whole that a question names.</summary>
    /// <param name="call">The question.</param>
    /// <param name="list">The part; its currency is that of all amounts.</param>
    /// <param name="total">The whole.</param>
    public static Problem? Find(Call call, StockPanel list, out MarketTotal total)
    {
        total = null!;
        var market = call.Subject(Market);
        Conversion? ToList(string currency) => list.List.Head.Instrument?.Currency is { } own ? call.Conversion(currency, own) : null;
        if (market.Members.Absence is not null)
        {
            total = new MarketTotal(market, list, null, null, ToList);
            return null;
        }

        StockPanel panel = null!;
        StockAmounts amounts = null!;
        if ((StockList.Find(call, market, [], out var members) ?? StockPanel.Find(call, members, out panel) ?? StockAmounts.Find(call, panel, out amounts)) is { } problem)
        {
            return problem;
        }

        total = new MarketTotal(market, list, panel, amounts, ToList);
        return null;
    }

    /// <summary>The mean turnover of a session over the sessions after one, up to another, of the list's panel.</summary>
    /// <param name="from">The session before the first one.</param>
    /// <param name="to">The last session.</param>
    /// <param name="nominal">The days that the window means, of which a published month must be made up.</param>
    /// <param name="part">The stocks of the list, each of which must belong to the whole.</param>
    /// <param name="working">Where to tell, or null.</param>
    /// <param name="perSession">The mean, in the currency of the list.</param>
    public Problem? Turnover(int from, int to, (DateOnly From, DateOnly To) nominal, int[] part, WorkingBuilder? working, out double perSession)
    {
        perSession = 0;
        if (_members is not null)
        {
            return OfMembers(_list.DateAt(from), _list.DateAt(to), part, working, out perSession);
        }

        if (Strangers(part, stock => _market.Mic is { } mic && stock.Mic != mic, working) is { } stranger)
        {
            return stranger;
        }

        var daily = _market.Observed(DailyField) ?? _market.Price(PriceField.Turnover);
        if (daily is null && _market.Observed(MonthlyField) is null)
        {
            return new Problem(ProblemKind.NoData, $"The package has no turnover of {_market.Id}: observations `{DailyField}` or `{MonthlyField}` of it, or its members in the role `constituents`, would settle it.");
        }

        return daily is not null
            ? Daily(daily, from, to, working, out perSession)
            : Monthly(_market.Observed(MonthlyField)!, nominal.From, nominal.To, working, out perSession);
    }

    /// <summary>The market value on a session of the list's panel.</summary>
    public Problem? Value(int session, int[] part, WorkingBuilder? working, out double value)
    {
        value = 0;
        var day = _list.DateAt(session);
        if (_members is not null)
        {
            int[] members = [];
            double[] values = [];
            if ((Session(day, working, out var own) ?? Members(own, part, working, out members) ?? _amounts!.Values(own, members, working, out values)) is { } problem)
            {
                return problem;
            }

            return InListMoney(_amounts!.Money, day, StockAmounts.Sum(values), working, out value);
        }

        if (Strangers(part, stock => _market.Mic is { } mic && stock.Mic != mic, working) is { } stranger)
        {
            return stranger;
        }

        if (Observation.Find(_market, ValueField, out var line) is { } none)
        {
            return none;
        }

        var figure = Observation.Of(line).Calculate(AsOf.On(day), working);
        return figure.Problem ?? InListMoney(line.Unit, day, figure.Value, working, out value);
    }

    private Problem? OfMembers(DateOnly from, DateOnly to, int[] part, WorkingBuilder? working, out double perSession)
    {
        perSession = 0;
        var last = 0;
        int[] members = [];
        double[] turnovers = [];
        if ((Session(from, working, out var first) ?? Session(to, working, out last) ?? Members(last, part, working, out members) ?? _amounts!.Turnovers(first, last, members, working, out turnovers)) is { } problem)
        {
            return problem;
        }

        return InListMoney(_amounts!.Money, to, StockAmounts.Sum(turnovers) / (last - first), working, out perSession);
    }

    private Problem? Daily(Line line, int from, int to, WorkingBuilder? working, out double perSession)
    {
        perSession = 0;
        var sum = 0.0;
        for (var session = from + 1; session <= to; session++)
        {
            var day = _list.DateAt(session);
            var row = line.IndexOnOrBefore(day);
            if (row < 0 || line.DateAt(row) != day)
            {
                return working?.Problem(ProblemKind.NoData, $"No {line.Field} of {_market.Id} on {day:yyyy-MM-dd}: a row of that day would settle it.") ?? WorkingBuilder.Unspoken;
            }

            if (session == from + 1 || session == to)
            {
                working?.Input(line.InputAt(row));
            }

            sum += line.Stored(row);
        }

        return InListMoney(line.Unit, _list.DateAt(to), sum / (to - from), working, out perSession);
    }

    private Problem? Monthly(Line line, DateOnly from, DateOnly to, WorkingBuilder? working, out double perSession)
    {
        perSession = 0;
        var calendar = _market.Calendar;
        var (first, next) = (calendar.OnOrAfter(from.AddDays(1)), calendar.OnOrAfter(to.AddDays(1)));
        if ((first.Year, first.Month) == (from.Year, from.Month) || (next.Year, next.Month) == (to.Year, to.Month))
        {
            return working?.Problem(ProblemKind.NoData, $"The turnover of {_market.Id} is published by the month; {first:yyyy-MM-dd} to {to:yyyy-MM-dd} are not whole months. A window such as {to:yyyy-MM} or last-month can be asked; daily observations `{DailyField}` would settle this one.") ?? WorkingBuilder.Unspoken;
        }

        var (sum, sessions) = (0.0, 0);
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var row = line.IndexOnOrBefore(month.AddMonths(1).AddDays(-1));
            if (row < 0 || line.DateAt(row) < month)
            {
                return working?.Problem(ProblemKind.NoData, $"No {line.Field} of {_market.Id} for {month:yyyy-MM}: an observation of that month would settle it.") ?? WorkingBuilder.Unspoken;
            }

            var count = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Count(day => calendar.IsSession(month.AddDays(day)));
            working?.Input(line.InputAt(row));
            sum += count * line.Stored(row);
            sessions += count;
        }

        working?.Convention($"The turnover of {_market.Id} is the published mean of a day of each month, weighted by its sessions.");
        return InListMoney(line.Unit, to, sum / sessions, working, out perSession);
    }

    private Problem? Session(DateOnly day, WorkingBuilder? working, out int session)
    {
        session = _members!.IndexOnOrBefore(day);
        return session >= 0 && _members.DateAt(session) == day
            ? null
            : working?.Problem(ProblemKind.NoData, $"Fewer than half of the {_members.List.Name} have a close on {day:yyyy-MM-dd}, for which the list has closes; those would settle it.") ?? WorkingBuilder.Unspoken;
    }

    private Problem? Members(int session, int[] part, WorkingBuilder? working, out int[] members)
    {
        if (_members!.MembersOn(session, working, out members) is { } problem)
        {
            return problem;
        }

        var ids = members.Select(stock => _members.List.Stocks[stock].Id).ToHashSet();
        return Strangers(part, stock => !ids.Contains(stock.Id), working);
    }

    private Problem? Strangers(int[] part, Func<Subject, bool> isStranger, WorkingBuilder? working)
    {
        var strangers = part.Where(stock => isStranger(_list.List.Stocks[stock])).ToArray();
        return strangers.Length == 0
            ? null
            : working?.Problem(ProblemKind.Undefined, $"{strangers.Length} of {part.Length} {_list.List.Name} are no part of {_market.Id}: {_list.Names(strangers)}. A share needs a list inside the whole.") ?? WorkingBuilder.Unspoken;
    }

    private Problem? InListMoney(Unit unit, DateOnly day, double amount, WorkingBuilder? working, out double converted)
    {
        converted = amount;
        if (_list.List.Head.Instrument?.Currency is not { } own || unit.Currency is not { Length: > 0 } currency || currency == own)
        {
            return null;
        }

        if (_toList(currency) is not { } conversion)
        {
            return new Problem(ProblemKind.NoData, $"The figures of {_market.Id} are in {currency} and those of {_list.List.Head.Id} in {own}; the package has no rates between them: rows of the role `fx` would settle it.");
        }

        var problem = conversion.Rate(day, working, out var rate);
        converted = amount * rate;
        return problem;
    }
}
