using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Who the members of an index are on a day: by its spans of membership, or else by the nearest monthly list.</summary>
internal sealed class IndexMembers
{
    /// <summary>A monthly list speaks for as many months before and after it.</summary>
    public const int SnapshotMonths = 6;

    private readonly Membership[] _rows;
    private readonly ILookup<string, SnapshotMember> _lists;
    private readonly string[] _months;

    private IndexMembers(InstrumentId index, Membership[] rows, ILookup<string, SnapshotMember> lists)
    {
        (Index, _rows, _lists) = (index, rows, lists);
        _months = [.. lists.Select(list => list.Key).Order(StringComparer.Ordinal)];
    }

    public InstrumentId Index { get; }

    /// <summary>The first day from which the latest rows or list speak.</summary>
    public DateOnly LatestDay
    {
        get
        {
            var latest = _rows.Length > 0 ? _rows.Max(row => row.From) : DateOnly.MinValue;
            return _months.Length > 0 && ExpressionReader.TryDay(_months[^1] + "-01", out var month) && month > latest ? month : latest;
        }
    }

    /// <summary>All that were ever members, in order of their ids.</summary>
    public IEnumerable<InstrumentId> Ever => _rows.Select(row => row.Instrument).Concat(_lists.SelectMany(list => list).Select(row => row.Instrument)).Distinct().Order();

    /// <summary>The members of an index, or the problem that names the roles which would give them.</summary>
    public static Problem? Find(Market market, InstrumentId index, out IndexMembers members)
    {
        members = new IndexMembers(
            index,
            [.. market.Rows.Constituents.Where(row => row.Index == index)],
            market.Rows.Snapshots.Where(row => row.Index == index).ToLookup(row => row.Month));
        return members._rows.Length == 0 && members._months.Length == 0
            ? new Problem(ProblemKind.NoData, $"The package has no members of {index}: rows of the role `constituents` or `constituent-snapshots` would settle it.")
            : null;
    }

    /// <summary>The spans of membership that hold a day.</summary>
    public Membership[] RowsOn(DateOnly day) => [.. _rows.Where(row => row.From <= day && (row.Until is null || row.Until > day))];

    /// <summary>The month of the list nearest to a day, or null when none is near enough.</summary>
    public string? MonthNearest(DateOnly day) =>
        _months.MinBy(month => Math.Abs(MonthsFrom(month, day))) is { } nearest && Math.Abs(MonthsFrom(nearest, day)) <= SnapshotMonths ? nearest : null;

    /// <summary>The list of a month.</summary>
    public IEnumerable<SnapshotMember> ListOf(string month) => _lists[month];

    /// <summary>The members on a day, each once; none when the package does not say.</summary>
    /// <param name="day">The day.</param>
    /// <param name="month">The month of the list used, or null when spans of membership were.</param>
    public InstrumentId[] On(DateOnly day, out string? month)
    {
        month = null;
        var rows = RowsOn(day);
        if (rows.Length > 0)
        {
            return [.. rows.Select(row => row.Instrument).Distinct()];
        }

        month = MonthNearest(day);
        return month is null ? [] : [.. ListOf(month).Select(row => row.Instrument).Distinct()];
    }

    private static int MonthsFrom(string month, DateOnly day) => ExpressionReader.TryDay(month + "-01", out var first)
        ? ((first.Year - day.Year) * 12) + first.Month - day.Month
        : int.MaxValue;
}
