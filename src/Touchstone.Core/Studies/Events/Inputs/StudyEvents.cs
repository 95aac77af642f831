using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>The events that a study names: events of the package, or a file.</summary>
/// <param name="Events">The events, each with its security.</param>
/// <param name="Notes">Where their securities come from, as sentences.</param>
public sealed record StudyEvents(ImmutableArray<StudyEvent> Events, ImmutableArray<string> Notes)
{
    private static readonly PackageRole Columns = new(
        "events", ["event", "security", "date"],
        [new RoleColumn("event", ColumnType.Text, true), new RoleColumn("date", ColumnType.Date, true), new RoleColumn("security", ColumnType.Text, false), new RoleColumn("group", ColumnType.Text, false)]);

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="market">The package.</param>
    /// <param name="text">
    /// Ids of events of the package, separated by commas; or a CSV file with the columns <c>event</c>, <c>date</c>, <c>security</c> and perhaps <c>group</c>.
    /// </param>
    /// <param name="securities">
    /// The securities of events of the package, in place of those that they name, and of rows of a file without one; null to take what events and rows name.
    /// </param>
    /// <param name="mayBeFile">Whether the text may name a file. Where a stranger writes it, it must not.</param>
    /// <returns>The events, or null with every fault by file and line.</returns>
    public static Loaded<StudyEvents?> Read(Market market, string text, StudySecurities? securities, bool mayBeFile = false)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<Problem>();
        IReadOnlyList<Draft> drafts = mayBeFile && InputTable.IsFile(text) ? OfFile(market, text, securities is not null, problems) : OfPackage(market, text, securities is not null, problems);
        var notes = new SortedSet<string>(StringComparer.Ordinal);
        var events = new List<StudyEvent>();
        foreach (var draft in drafts)
        {
            if (draft.Security is { } security)
            {
                events.Add(new StudyEvent(security, draft.Date, draft.Name, draft.Group));
                continue;
            }

            var found = securities!.On(draft.Date);
            if (!found.HasValue)
            {
                problems.Add(found.Problem);
                continue;
            }

            notes.UnionWith(found.Working.Conventions);
            events.AddRange(found.Value.Select(id => new StudyEvent(id, draft.Date, draft.Name, draft.Group)));
        }

        return problems.Count > 0 ? new(null, [.. problems.Distinct()]) : new(new StudyEvents([.. events], [.. notes]), []);
    }

    private static List<Draft> OfPackage(Market market, string text, bool hasSecurities, List<Problem> problems)
    {
        var drafts = new List<Draft>();
        foreach (var id in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            if (market.Event(id) is not { } item)
            {
                var nearest = NearestName.Of(id, market.Rows.Events.Select(other => other.Id));
                problems.Add(new Problem(ProblemKind.NoData, $"The package has no event '{id}': a row of the role `events` with this id would settle it.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}"));
            }
            else if (hasSecurities)
            {
                drafts.Add(new Draft(id, null, item.Date, null));
            }
            else if (item.Instruments.IsEmpty)
            {
                problems.Add(new Problem(ProblemKind.Invalid, $"The event '{id}' names no instruments; expected securities beside it.", item.Source.ToString()));
            }
            else
            {
                drafts.AddRange(item.Instruments.Select(security => new Draft(id, security, item.Date, null)));
            }
        }

        if (drafts.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(ProblemKind.Invalid, "The list of events is empty; expected ids of events separated by commas, or a file."));
        }

        return drafts;
    }

    private static IReadOnlyList<Draft> OfFile(Market market, string path, bool hasSecurities, List<Problem> problems)
    {
        var symbols = new Symbols(market);
        var rows = InputTable.Read(
            path, Columns, row => new Draft(row.Text("event"), hasSecurities && row.TextOrNull("security") is null ? null : StudySecurities.Find(row, market, symbols), row.Date("date"), row.TextOrNull("group")),
            draft => $"{draft.Name} {draft.Security} {draft.Date:yyyy-MM-dd}");
        problems.AddRange(rows.Problems);
        return rows.Problems.IsEmpty ? rows.Value : [];
    }

    private sealed record Draft(string Name, InstrumentId? Security, DateOnly Date, string? Group);
}
