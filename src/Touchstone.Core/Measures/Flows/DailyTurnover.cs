using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>
/// What changes hands on a day, in money: the observed <c>turnover</c>, or the turnover of the bars, or close times volume as an estimate; for a
/// month also the published average.
/// </summary>
internal sealed class DailyTurnover
{
    private const string Monthly = "average_daily_turnover";

    /// <summary>Whether there is one average a month, not one figure a day.</summary>
    public bool IsMonthly { get; }
    private readonly string? _remark;

    private DailyTurnover(Line line, bool isMonthly = false, string? remark = null) => (Line, IsMonthly, _remark) = (line, isMonthly, remark);

    /// <summary>The figures: one a day, or one a month.</summary>
    public Line Line { get; }

    public static Problem? Find(Subject subject, out DailyTurnover turnover)
    {
        turnover = (Daily(subject) ?? (subject.Observed(Monthly) is { } monthly ? new DailyTurnover(monthly, true) : null))!;
        return turnover is null
            ? new Problem(ProblemKind.NoData, $"The package has no turnover of {subject.Id}: observations `turnover` by day or `{Monthly}` by month, or `turnover`, or `close` and `volume`, in its prices would settle it.")
            : null;
    }

    /// <summary>The mean of a day over a window, and over how many sessions.</summary>
    public Problem? Mean(BoundWindow window, AsOf asOf, WorkingBuilder? working, out double mean, out int sessions)
    {
        (mean, sessions) = (0, 0);
        if (DatedSpan.Rows(Line, window, asOf, working, out var first, out var last) is { } problem)
        {
            return problem;
        }

        if (IsMonthly && Months(window, asOf, first, last, working) is { } incomplete)
        {
            return incomplete;
        }

        var sum = 0.0;
        for (var row = first; row <= last; row++)
        {
            var weight = IsMonthly ? Sessions(Line.DateAt(row)) : 1;
            sum += weight * Line.Values[row];
            sessions += weight;
        }

        mean = sum / sessions;
        Line.Explain(working, first, last);
        if (_remark is not null)
        {
            working?.Convention(_remark);
        }

        working?.Convention(IsMonthly
            ? $"{window.Window}: averages of {last - first + 1} month{(first == last ? "" : "s")}, each weighted by its sessions."
            : $"{window.Window}: {sessions} day{(sessions == 1 ? "" : "s")} with a {Line.Field} from {Line.DateAt(first):yyyy-MM-dd} to {Line.DateAt(last):yyyy-MM-dd}.");
        working?.Step($"average daily turnover over {window.Window}", $"{WorkingBuilder.Text(sum)} / {sessions}", mean, Line.Unit);
        return null;
    }

    private static DailyTurnover? Daily(Subject subject)
    {
        if (subject.Stored("turnover") is { } observed)
        {
            return new DailyTurnover(observed);
        }

        if (subject.Price(PriceField.Turnover) is { } bars)
        {
            return new DailyTurnover(bars);
        }

        return subject.Instrument?.Kind is InstrumentKind.Equity or InstrumentKind.Fund
            && subject.History?.Basis.Close is CloseBasis.AsTraded or CloseBasis.SplitAdjusted
            && subject.Price(PriceField.Close) is { } close && subject.Price(PriceField.Volume) is { } volume
            && Line.Of("close times volume", close, volume, subject.Money, (price, shares) => price * shares) is { } estimate
            ? new DailyTurnover(estimate, remark: $"The package has no turnover of {subject.Id}; close times volume stands for it, an estimate that takes every share at the last price.")
            : null;
    }

    /// <summary>Why averages of months do not answer for a window: it does not begin and end with a month, or a month has none.</summary>
    private Problem? Months(BoundWindow window, AsOf asOf, int first, int last, WorkingBuilder? working)
    {
        var calendar = Line.Subject.Calendar;
        DatedSpan.Of(window, asOf.For(Line.Subject.Mic) ?? Line.Last, Line.First, null, out var from, out var to);
        var (opens, closes) = (MonthOf(calendar.OnOrAfter(from)), MonthOf(calendar.OnOrBefore(to)).AddMonths(1).AddDays(-1));
        if (window.Window.Kind != WindowKind.All && (calendar.OnOrAfter(opens) < from || calendar.OnOrBefore(closes) > to))
        {
            return working?.Problem(ProblemKind.NoData, $"The package has the turnover of {Line.Subject.Id} as averages of months, which say nothing of {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; observations `turnover` by day would settle it.") ?? WorkingBuilder.Unspoken;
        }

        for (var row = first; row < last; row++)
        {
            if (MonthOf(Line.DateAt(row)).AddMonths(1) != MonthOf(Line.DateAt(row + 1)))
            {
                return Gap(MonthOf(Line.DateAt(row)).AddMonths(1));
            }
        }

        return window.Window.Kind == WindowKind.All || MonthOf(Line.DateAt(first)) == opens && MonthOf(Line.DateAt(last)) == MonthOf(closes) ? null : Gap(MonthOf(Line.DateAt(first)) == opens ? MonthOf(closes) : opens);

        Problem Gap(DateOnly month) => working?.Problem(ProblemKind.NoData, $"The {Line.Field} of {Line.Subject.Id} has not one figure for each month; that of {month:yyyy-MM} would settle it.") ?? WorkingBuilder.Unspoken;
    }

    private int Sessions(DateOnly day)
    {
        var count = 0;
        for (var at = MonthOf(day); at.Month == day.Month; at = at.AddDays(1))
        {
            count += Line.Subject.Calendar.IsSession(at) ? 1 : 0;
        }

        return count;
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
