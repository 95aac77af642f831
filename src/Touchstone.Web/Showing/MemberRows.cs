using System.Collections.Immutable;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Indices;
using Touchstone.Measures;
using Touchstone.Views;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>A member of an index as the page shows it.</summary>
/// <param name="Id">The member.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsKnown">Whether the package has it among its instruments or prices; of what it only lists nothing can be asked.</param>
/// <param name="IsMember">Whether it is one on the day; otherwise it was one inside the window.</param>
/// <param name="Weight">Its weight on the day in percent, or null.</param>
/// <param name="Move">Its return over the window in percent, or null.</param>
/// <param name="Points">The points it added over the window, or null.</param>
internal sealed record MemberRow(InstrumentId Id, string Name, bool IsKnown, bool IsMember, double? Weight, double? Move, double? Points);

/// <summary>The members of an index on a day, with what each did over a window and what it added.</summary>
internal sealed class MemberRows
{
    // More bars than these tell nothing; those between are one bar.
    private const int MostBars = 40;

    private const int BaseSessions = 5;

    private readonly Instrument _index;
    private readonly string _window;

    private MemberRows(Instrument index, string window, DateOnly day, ImmutableArray<MemberRow> rows, string? month) => (_index, _window, Day, Rows, Month) = (index, window, day, rows, month);

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The rows: by points, else by weight, else by move, the largest first.</summary>
    public ImmutableArray<MemberRow> Rows { get; }

    /// <summary>The month of the list that the members are taken from; null when they are those of the day.</summary>
    public string? Month { get; }

    /// <summary>How the move splits over the members; null when it does not.</summary>
    public Contributions? Split { get; private init; }

    /// <summary>Why it does not, or null.</summary>
    public Problem? NoSplit { get; private init; }

    /// <summary>A window that begins a little earlier and does split, or null.</summary>
    public string? Nearest { get; private init; }

    /// <summary>Collects them.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="index">The index or basket.</param>
    /// <param name="window">The window.</param>
    /// <param name="day">The day.</param>
    /// <returns>The rows, or why there are none.</returns>
    public static (MemberRows? Rows, Problem? Problem) Of(PackageSnapshot snapshot, Instrument index, string window, DateOnly day)
    {
        var members = snapshot.Market.Members(index.Id);
        if (members.On(day) is not { } list)
        {
            return (null, members.Absence ?? members.AbsenceOn(day));
        }

        var current = list.Members.Select(member => member.Instrument).ToHashSet();
        var (split, problem) = SplitOf(snapshot, index.Id, current.Order(), window, day);
        var points = split is null ? [] : split.Members.ToDictionary(member => member.Instrument, member => member.Points);
        var rows = current.Union(points.Keys).Select(id =>
        {
            var instrument = snapshot.Market.Instrument(id);
            var isKnown = instrument is not null || snapshot.Market.Prices(id) is not null;
            return new MemberRow(
                id,
                instrument?.Name ?? id.Value,
                isKnown,
                current.Contains(id),
                !isKnown ? null : snapshot.Value(Questions.For("weight", index.Id.Value, id.Value), day),
                !isKnown ? null : snapshot.Value(Questions.For("return", id.Value, window), day),
                points.TryGetValue(id, out var added) ? added : null);
        }).ToArray();
        return (new MemberRows(index, window, day, [.. rows.OrderByDescending(row => row.Points ?? double.MinValue).ThenByDescending(row => row.Weight ?? -1).ThenByDescending(row => row.Move ?? double.MinValue).ThenBy(row => row.Id)], list.Month)
        {
            Split = split,
            NoSplit = problem,
            Nearest = problem is null ? null : NearestOf(snapshot, index.Id, current.Min(), window, day),
        }, null);
    }

    /// <summary>Every member by weight, coloured by move; null without weights.</summary>
    public Treemap? Map()
    {
        var tiles = Rows.Where(row => row is { Weight: > 0, Move: not null }).OrderByDescending(row => row.Weight).ThenBy(row => row.Id).Select(row => new ChartTile(row.Name, row.Weight!.Value, row.Move!.Value)).ToImmutableArray();
        return tiles.IsEmpty ? null : new Treemap(
            $"Weights, and moves over {_window}",
            $"Members of {_index.Name} by weight on {ShownDay.Write(Day)}, and how much each rose or fell over {_window}.",
            tiles,
            new ChartTable("Weights and moves", [new ChartColumn("member"), new ChartColumn("weight, %", true), new ChartColumn("move, %", true)],
                [.. tiles.Select(tile => ImmutableArray.Create(tile.Name, Figure.Fixed(tile.Weight, 2), Figure.Fixed(tile.Move, 2)))]));
    }

    /// <summary>The points of every member and what they leave unexplained, which add up to the move; without units, the moves.</summary>
    public BarChart? Bars()
    {
        if (Split is null)
        {
            var moves = Rows.Where(row => row is { IsMember: true, Move: not null }).OrderByDescending(row => row.Move).ThenBy(row => row.Id).Select(row => Bar(row.Name, row.Move!.Value)).ToImmutableArray();
            return moves.IsEmpty ? null : Bars($"Moves of the members over {_window}", $"How much each member of {_index.Name} rose or fell over {_window}, in percent.", "percent", Cut(moves, false), moves);
        }

        ImmutableArray<ChartBar> bars = [.. Rows.Where(row => row.Points is not null).Select(row => Bar(row.Name, row.Points!.Value))];
        var residual = Bar("not explained by the units", Split.Residual);
        return Bars(
            $"Contributions over {_window}: {Figure.Cell(Split.Move, "points", true)} points",
            $"Points that each member added to {_index.Name} or took off over {_window}. Together with {residual.Label} that the units do not explain they are the move of {Figure.Cell(Split.Move, "points", true)} points.",
            "points",
            Cut(bars, true).Add(residual),
            [.. bars, residual, Bar($"{_index.Name}: the move", Split.Move)]);
    }

    private static ChartBar Bar(string name, double value) => new(name, value, Figure.Cell(value, "points", true));

    private static BarChart Bars(string title, string summary, string axis, ImmutableArray<ChartBar> bars, ImmutableArray<ChartBar> rows) => new(
        title, summary, axis, bars, new ChartTable(title, [new ChartColumn("member"), new ChartColumn(axis, true)], [.. rows.Select(row => ImmutableArray.Create(row.Name, row.Label))]));

    private static ImmutableArray<ChartBar> Cut(ImmutableArray<ChartBar> bars, bool addsUp)
    {
        if (bars.Length <= MostBars)
        {
            return bars;
        }

        var between = bars[(MostBars / 2)..^(MostBars / 2)];
        ImmutableArray<ChartBar> rest = addsUp ? [Bar($"the other {between.Length} members", between.Sum(bar => bar.Value))] : [];
        return [.. bars[..(MostBars / 2)], .. rest, .. bars[^(MostBars / 2)..]];
    }

    // A hole in the closes of the base day is often one of a single session.
    private static string? NearestOf(PackageSnapshot snapshot, InstrumentId index, InstrumentId anyone, string window, DateOnly day)
    {
        var resolved = snapshot.Resolve(index, Window.Parse(window).Value!, day);
        if (!resolved.HasValue)
        {
            return null;
        }

        var calendar = snapshot.Market.CalendarOf(index);
        return Enumerable.Range(1, BaseSessions).Select(back => calendar.Back(resolved.Value.From, back))
            .Where(from => from < resolved.Value.To)
            .Select(from => $"{ShownDay.Write(from)}..{ShownDay.Write(resolved.Value.To)}")
            .FirstOrDefault(span => snapshot.Value(Questions.For("contribution", index.Value, anyone.Value, span), day) is not null);
    }

    // The same sessions as the measure took, so that what is left over is that of the same sum.
    private static (Contributions? Split, Problem? Problem) SplitOf(PackageSnapshot snapshot, InstrumentId index, IEnumerable<InstrumentId> members, string window, DateOnly day)
    {
        var units = PublishedIndex.Of(snapshot.Market, index);
        var answers = members.Select(member => snapshot.Evaluate(Questions.On(day, "contribution", index.Value, member.Value, window)));
        if (!units.HasValue)
        {
            // The measure says what would settle it.
            return (null, answers.First().Problem ?? units.Problem);
        }

        var asked = answers.FirstOrDefault(answer => answer.HasValue, answers.First());
        if (!asked.HasValue)
        {
            return (null, asked.Problem);
        }

        var split = Contributions.Over(units.Value, asked.Working.Window!.First, asked.Working.Window.Last);
        return split.HasValue ? (split.Value, null) : (null, split.Problem);
    }
}
