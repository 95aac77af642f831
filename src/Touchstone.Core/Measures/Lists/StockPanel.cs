using System.Collections.Concurrent;
using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The closes of a list of stocks on the sessions that the package has, with the lines they come from.</summary>
internal sealed partial class StockPanel
{
    private readonly int[] _days;
    private readonly Problem?[] _faults;
    private readonly bool[] _hasLimit;
    private readonly Lazy<int> _latest;
    private readonly Lazy<BreadthCount[]> _daily;
    private readonly Lazy<ReturnTable> _returns;
    private readonly ConcurrentDictionary<int, TrailingCount[]> _aboveAverage = new();
    private readonly ConcurrentDictionary<int, TrailingCount[]> _newExtremes = new();

    private StockPanel(StockList list, int[] days, Line?[] lines, Problem?[] faults, bool[] hasLimit, StockTable table)
    {
        (List, _days, Lines, _faults, _hasLimit, Table) = (list, days, lines, faults, hasLimit, table);
        _latest = new Lazy<int>(FindLatest);
        _daily = new Lazy<BreadthCount[]>(() => AdvanceDecline.Daily(Table));
        _returns = new Lazy<ReturnTable>(() => ReturnTable.Of(Table));
    }

    public StockList List { get; }

    /// <summary>The closes of each stock of the list, null where the package has none that can be used.</summary>
    public IReadOnlyList<Line?> Lines { get; }

    public StockTable Table { get; }

    public int Sessions => _days.Length;

    /// <summary>The counts of every session against the one before.</summary>
    public BreadthCount[] Daily => _daily.Value;

    /// <summary>The log returns from session to session.</summary>
    public ReturnTable Returns => _returns.Value;

    /// <summary>Members above the mean of their last sessions, for every session.</summary>
    public TrailingCount[] AboveAverage(int length) => _aboveAverage.GetOrAdd(length, static (key, table) => TrailingCounts.AboveAverage(table, key), Table);

    /// <summary>Members at new highs and lows of a number of sessions, for every session.</summary>
    public TrailingCount[] NewExtremes(int length) => _newExtremes.GetOrAdd(length, static (key, table) => TrailingCounts.NewExtremes(table, key), Table);

    /// <summary>The panel of the list that a question names by <see cref="StockList.First"/> and <see cref="StockList.Others"/>.</summary>
    public static Problem? Find(Call call, out StockPanel panel)
    {
        panel = null!;
        return StockList.Find(call, out var list) ?? Find(call, list, out panel);
    }

    /// <summary>The panel of a list.</summary>
    public static Problem? Find(Call call, StockList list, out StockPanel panel)
    {
        var found = call.Panel(list);
        panel = found.HasValue ? found.Value : null!;
        return found.Problem;
    }

    /// <summary>Reads the closes of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="subject">Finds the subject of an id.</param>
    /// <returns>The panel; <see cref="ProblemKind.NoData"/> when no stock has a close; a problem for a price limit in a wrong unit.</returns>
    public static Answer<StockPanel> Of(StockList list, Func<InstrumentId, Subject> subject)
    {
        var count = list.Stocks.Count;
        var (lines, faults, limits) = (new Line?[count], new Problem?[count], new PriceLimit?[count]);
        for (var stock = 0; stock < count; stock++)
        {
            faults[stock] = PriceLine.Find(list.Stocks[stock], PriceField.Close, out var line);
            lines[stock] = faults[stock] is null ? line : null;
            if (faults[stock] is null && PriceLimit.Find(list.Stocks[stock], line, subject, out limits[stock]) is { } wrong)
            {
                return wrong;
            }
        }

        var days = PanelSessions.Of(list.Head.Calendar, lines);
        if (days.Length == 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no closes of the {count} {list.Name}: rows of the role `prices` with their closes would settle it.");
        }

        var (closes, kinds) = (new double[days.Length * count], new StockDay[days.Length * count]);
        for (var stock = 0; stock < count; stock++)
        {
            if (lines[stock] is { } line)
            {
                Fill(line, limits[stock], days, stock, count, closes, kinds);
            }
        }

        var table = new StockTable(count, closes, kinds, Membership(list, days));
        return Answer<StockPanel>.Of(new StockPanel(list, days, lines, faults, [.. limits.Select(limit => limit is not null)], table), new Working { Formula = "closes of the list on common sessions" });
    }

    public DateOnly DateAt(int session) => DateOnly.FromDayNumber(_days[session]);

    /// <summary>The last session on or before a day that the panel has, or -1.</summary>
    public int IndexOnOrBefore(DateOnly day)
    {
        var found = Array.BinarySearch(_days, day.DayNumber);
        return found >= 0 ? found : ~found - 1;
    }

    private static void Fill(Line line, PriceLimit? limit, int[] days, int stock, int stocks, double[] closes, StockDay[] kinds)
    {
        var volumes = line.Subject.Price(PriceField.Volume);
        var calendar = line.Subject.Calendar;
        var row = -1;
        for (var session = 0; session < days.Length; session++)
        {
            while (row + 1 < line.Count && line.Days[row + 1] <= days[session])
            {
                row++;
            }

            if (row < 0)
            {
                continue;
            }

            var cell = (session * stocks) + stock;
            closes[cell] = line.Values[row];
            kinds[cell] = line.Days[row] == days[session]
                ? IsUntraded(volumes, days[session]) ? StockDay.Idle : limit is not null && row > 0 ? limit.Of(line, row) : StockDay.Traded
                : row < line.Count - 1
                    ? calendar.IsSession(DateOnly.FromDayNumber(days[session])) ? StockDay.Idle : StockDay.Missing
                    : line.Subject.IsSuspended(DateOnly.FromDayNumber(days[session])) ? StockDay.Idle : StockDay.Missing;
        }
    }

    private static bool IsUntraded(Line? volumes, int day) =>
        volumes is not null && volumes.IndexOnOrBefore(DateOnly.FromDayNumber(day)) is >= 0 and var row && volumes.Days[row] == day && volumes.Stored(row) == 0;

    private static bool[]? Membership(StockList list, int[] days)
    {
        if (list.Members is not { } members)
        {
            return null;
        }

        var places = list.Stocks.Select((stock, place) => (stock.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var isMember = new bool[days.Length * places.Count];
        for (var session = 0; session < days.Length; session++)
        {
            foreach (var member in members.On(DateOnly.FromDayNumber(days[session]))?.Members ?? [])
            {
                isMember[(session * places.Count) + places[member.Instrument]] = true;
            }
        }

        return isMember;
    }
}
