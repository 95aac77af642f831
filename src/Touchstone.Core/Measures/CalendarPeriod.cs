using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>A calendar period whose moves are compared like for like.</summary>
internal enum CalendarPeriod
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>The last closes of the calendar periods of a line, and the moves between them.</summary>
internal sealed class PeriodCloses
{
    private readonly Line _line;
    private readonly CalendarPeriod _period;
    private readonly List<int> _rows = [];

    public PeriodCloses(Line line, CalendarPeriod period)
    {
        (_line, _period) = (line, period);
        for (var row = 0; row < line.Count; row++)
        {
            if (row == line.Count - 1 || Last(line.DateAt(row)) != Last(line.DateAt(row + 1)))
            {
                _rows.Add(row);
            }
        }

        Returns = new double[_rows.Count];
        for (var i = 1; i < _rows.Count; i++)
        {
            Returns[i] = ((line.Values[_rows[i]] / line.Values[_rows[i - 1]]) - 1) * 100;
        }
    }

    /// <summary>The move of each period in percent; that of the first has no base and stays unused.</summary>
    public double[] Returns { get; }

    public int RowAt(int index) => _rows[index];

    public DateOnly DateAt(int index) => _line.DateAt(_rows[index]);

    /// <summary>The first period that ends on or after a day and has a base.</summary>
    public int FirstFrom(DateOnly day)
    {
        var index = 1;
        while (index < _rows.Count && DateAt(index) < day)
        {
            index++;
        }

        return index;
    }

    /// <summary>The period that ends with the as-of session, or the whole one before; a period not yet over is a problem.</summary>
    public Problem? Find(AsOf asOf, bool before, WorkingBuilder? working, out int index)
    {
        index = -1;
        if (_line.Session(asOf, working, out var session) is { } problem)
        {
            return problem;
        }

        var calendar = _line.Subject.Calendar;
        var end = before ? calendar.OnOrBefore(First(session).AddDays(-1)) : session;
        if (!before && calendar.OnOrBefore(Last(session)) is var due && due > session)
        {
            return working?.Problem(ProblemKind.Pending, $"The {Name} of {session:yyyy-MM-dd} ends with the session of {due:yyyy-MM-dd}; only whole {Name}s are compared.") ?? WorkingBuilder.Unspoken;
        }

        if (_line.Row(end, working, out var row) is { } missing)
        {
            return missing;
        }

        index = _rows.BinarySearch(row);
        if (index < 1)
        {
            return working?.Problem(ProblemKind.NoData, $"The {_line.Field} of {_line.Subject.Id} has no {Name} before that of {end:yyyy-MM-dd} to measure from.") ?? WorkingBuilder.Unspoken;
        }

        return null;
    }

    public string Name => _period.ToString().ToLowerInvariant();

    private DateOnly First(DateOnly day) => _period switch
    {
        CalendarPeriod.Day => day,
        CalendarPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        CalendarPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        CalendarPeriod.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private DateOnly Last(DateOnly day) => _period switch
    {
        CalendarPeriod.Day => day,
        CalendarPeriod.Week => First(day).AddDays(6),
        CalendarPeriod.Month => First(day).AddMonths(1).AddDays(-1),
        CalendarPeriod.Quarter => First(day).AddMonths(3).AddDays(-1),
        _ => First(day).AddYears(1).AddDays(-1),
    };
}
