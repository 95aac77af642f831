using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Reads the small tables of a package. Tables of one role may be spread over several files.</summary>
internal sealed class ReferenceReader
{
    private readonly Dictionary<string, Dictionary<string, CsvRow>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowProblems> _problems = new(StringComparer.Ordinal);

    public List<Instrument> Instruments { get; } = [];

    public List<Exchange> Exchanges { get; } = [];

    public List<CalendarRow> CalendarEntries { get; } = [];

    public List<Membership> Constituents { get; } = [];

    public List<SnapshotMember> Snapshots { get; } = [];

    public List<Divisor> Divisors { get; } = [];

    public List<ShareCount> Shares { get; } = [];

    public List<CorporateAction> Actions { get; } = [];

    public List<Classification> Classifications { get; } = [];

    public List<DisclosureBreak> Disclosures { get; } = [];

    public List<MarketEvent> Events { get; } = [];

    /// <summary>Reads one table.</summary>
    /// <param name="role">Its role, one that is not columnar.</param>
    /// <param name="file">The file.</param>
    /// <param name="header">Its header.</param>
    public void Read(PackageRole role, PackageFile file, CsvHeader header)
    {
        var problems = new RowProblems();
        if (!_keys.TryGetValue(role.Name, out var keys))
        {
            _keys.Add(role.Name, keys = new Dictionary<string, CsvRow>(StringComparer.Ordinal));
        }

        switch (role.Name)
        {
            case "instruments":
                Instruments.AddRange(CsvTable.Read(file, header, problems, RowReaders.Instrument, item => item.Id.Value, keys));
                break;
            case "exchanges":
                Exchanges.AddRange(CsvTable.Read(file, header, problems, RowReaders.Exchange, item => item.Mic, keys));
                break;
            case "calendars":
                CalendarEntries.AddRange(CsvTable.Read(file, header, problems, RowReaders.CalendarEntry, item => $"{item.Mic} {item.Entry.Date:yyyy-MM-dd}", keys));
                break;
            case "constituents":
                Constituents.AddRange(CsvTable.Read(file, header, problems, RowReaders.Membership, item => $"{item.Index} {item.Instrument} {item.From:yyyy-MM-dd}", keys));
                break;
            case "constituent-snapshots":
                Snapshots.AddRange(CsvTable.Read(file, header, problems, RowReaders.SnapshotMember, item => $"{item.Index} {item.Month} {item.Instrument}", keys));
                break;
            case "divisors":
                Divisors.AddRange(CsvTable.Read(file, header, problems, RowReaders.Divisor, item => $"{item.Index} {item.From:yyyy-MM-dd}", keys));
                break;
            case "shares":
                Shares.AddRange(CsvTable.Read(file, header, problems, RowReaders.ShareCount, item => $"{item.Instrument} {item.From:yyyy-MM-dd}", keys));
                break;
            case "actions":
                Actions.AddRange(CsvTable.Read(file, header, problems, RowReaders.Action, item => $"{item.Instrument} {item.ExDate:yyyy-MM-dd} {item.Kind}", keys));
                break;
            case "classifications":
                Classifications.AddRange(CsvTable.Read(file, header, problems, RowReaders.Classification, item => $"{item.Instrument} {item.Scheme} {item.Value} {item.From:yyyy-MM-dd}", keys));
                break;
            case "disclosures":
                Disclosures.AddRange(CsvTable.Read(file, header, problems, RowReaders.Disclosure, item => $"{item.Subject} {item.Field} {item.From:yyyy-MM-dd}", keys));
                break;
            case "events":
                Events.AddRange(CsvTable.Read(file, header, problems, RowReaders.Event, item => item.Id, keys));
                break;
            default:
                throw new ArgumentException($"The role '{role.Name}' has no small table.", nameof(role));
        }

        _problems.Add(file.Source.Name, problems);
    }

    /// <summary>The problems of a file's rows, in line order.</summary>
    /// <param name="file">The file's name.</param>
    public IEnumerable<Problem> ProblemsOf(string file) => _problems[file].All(file);

    /// <summary>The calendars, one for each exchange that lists days.</summary>
    public ImmutableArray<ExchangeCalendar> Calendars() =>
        [.. CalendarEntries.GroupBy(item => item.Mic, StringComparer.Ordinal).Select(group => new ExchangeCalendar(group.Key, group.Select(item => item.Entry)))];
}

/// <summary>A listed day and the exchange it belongs to.</summary>
/// <param name="Mic">The market identifier code.</param>
/// <param name="Entry">The day.</param>
internal sealed record CalendarRow(string Mic, CalendarEntry Entry);
