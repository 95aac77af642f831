using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>A member of an index on a day, and the row that says so.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="From">The first day of its membership, included; null by a monthly list.</param>
/// <param name="Until">The first day it is no longer a member; null while it still is, and by a monthly list.</param>
/// <param name="Source">The row.</param>
public sealed record IndexMember(InstrumentId Instrument, DateOnly? From, DateOnly? Until, RowSource Source);

/// <summary>The members of an index on one day, by id.</summary>
/// <param name="Members">The members; at least one.</param>
/// <param name="Month">The month of the list they were taken from, or null for published memberships.</param>
public sealed record MemberList(ImmutableArray<IndexMember> Members, string? Month);

/// <summary>Who was a member of an index and when: published memberships, else monthly lists. Immutable.</summary>
public sealed class IndexMembers
{
    /// <summary>How many months the nearest list may be away.</summary>
    public const int MostMonths = 6;

    private readonly Membership[] _rows;
    private readonly ILookup<string, SnapshotMember> _lists;
    private readonly string[] _months;
    private readonly DateOnly[] _changes;
    private readonly InstrumentId[] _ever;
    private readonly ConcurrentDictionary<int, MemberList?> _known = new();
    private readonly ConcurrentDictionary<int, MemberList?> _nearest = new();

    /// <summary>Collects what a package says of an index.</summary>
    /// <param name="market">The package.</param>
    /// <param name="index">The index.</param>
    public IndexMembers(Market market, InstrumentId index)
    {
        ArgumentNullException.ThrowIfNull(market);
        Index = index;
        _rows = [.. market.Rows.Constituents.Where(row => row.Index == index)];
        _lists = market.Rows.Snapshots.Where(row => row.Index == index).ToLookup(row => row.Month);
        _months = [.. _lists.Select(list => list.Key).Order(StringComparer.Ordinal)];
        _changes = [.. _rows.Select(row => row.From).Concat(_rows.Where(row => row.Until is not null).Select(row => row.Until!.Value)).Distinct().Order()];
        _ever = [.. _rows.Select(row => row.Instrument).Concat(_lists.SelectMany(list => list).Select(row => row.Instrument)).Distinct().Order()];
    }

    /// <summary>The index.</summary>
    public InstrumentId Index { get; }

    /// <summary>All that were ever members, in order of their ids.</summary>
    public IReadOnlyList<InstrumentId> Ever => _ever;

    /// <summary>Why nothing is known on any day, or null.</summary>
    public Problem? Absence => _rows.Length == 0 && _months.Length == 0
        ? new Problem(ProblemKind.NoData, $"The package has no members of {Index}: rows of the role `constituents` or `constituent-snapshots` would settle it.")
        : null;

    /// <summary>The last day on which something is known to begin.</summary>
    public DateOnly LatestDay
    {
        get
        {
            var latest = _rows.Length > 0 ? _rows.Max(row => row.From) : DateOnly.MinValue;
            return _months.Length > 0 && FirstDay(_months[^1]) is { } month && month > latest ? month : latest;
        }
    }

    /// <summary>The members on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Published members, else those of the nearest monthly list; null when neither is known within <see cref="MostMonths"/> months.</returns>
    public MemberList? On(DateOnly day)
    {
        // Members stay the same between two changes, and the nearest list does in a month.
        var change = Array.BinarySearch(_changes, day);
        return _known.GetOrAdd(change >= 0 ? change : ~change - 1, Published, day) ?? _nearest.GetOrAdd((day.Year * 12) + day.Month, Nearest, day);
    }

    /// <summary>Why there are no members on a day.</summary>
    /// <param name="day">The day.</param>
    public Problem AbsenceOn(DateOnly day) => new(ProblemKind.NoData, $"The package has no members of {Index} on {day:yyyy-MM-dd}, nor a list within {MostMonths} months: rows of the role `constituents` or `constituent-snapshots` would settle it.");

    private MemberList? Published(int change, DateOnly day)
    {
        var current = _rows.Where(row => row.From <= day && (row.Until is null || row.Until > day)).Select(row => new IndexMember(row.Instrument, row.From, row.Until, row.Source)).ToArray();
        return current.Length > 0 ? Sorted(current, null) : null;
    }

    private MemberList? Nearest(int month, DateOnly day)
    {
        var nearest = _months.OrderBy(list => Math.Abs(MonthsFrom(list, day))).FirstOrDefault();
        return nearest is null || Math.Abs(MonthsFrom(nearest, day)) > MostMonths
            ? null
            : Sorted(_lists[nearest].Select(row => new IndexMember(row.Instrument, null, null, row.Source)), nearest);
    }

    private static MemberList Sorted(IEnumerable<IndexMember> members, string? month) => new([.. members.DistinctBy(member => member.Instrument).OrderBy(member => member.Instrument)], month);

    private static int MonthsFrom(string month, DateOnly day) => FirstDay(month) is { } first ? ((first.Year - day.Year) * 12) + first.Month - day.Month : int.MaxValue;

    private static DateOnly? FirstDay(string month) => DateOnly.TryParseExact(month, "yyyy-MM", out var first) ? first : null;
}
