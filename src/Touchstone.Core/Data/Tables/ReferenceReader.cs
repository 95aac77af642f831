using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Reads the small tables of a package. Tables of one role may be spread over several files.</summary>
internal sealed class ReferenceReader
{
    private readonly Dictionary<InstrumentId, RowSource> _instrumentKeys = [];
    private readonly Dictionary<string, RowSource> _exchangeKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, DateOnly), RowSource> _calendarKeys = [];
    private readonly Dictionary<(InstrumentId, InstrumentId, DateOnly), RowSource> _constituentKeys = [];
    private readonly Dictionary<(InstrumentId, string, InstrumentId), RowSource> _snapshotKeys = [];
    private readonly Dictionary<(InstrumentId, DateOnly), RowSource> _divisorKeys = [];
    private readonly Dictionary<(InstrumentId, DateOnly), RowSource> _shareKeys = [];
    private readonly Dictionary<(InstrumentId, DateOnly, string), RowSource> _actionKeys = [];
    private readonly Dictionary<string, RowSource> _eventKeys = new(StringComparer.Ordinal);

    public List<Instrument> Instruments { get; } = [];

    public List<Exchange> Exchanges { get; } = [];

    public List<(string Mic, CalendarEntry Entry)> CalendarEntries { get; } = [];

    public List<Membership> Constituents { get; } = [];

    public List<SnapshotMember> Snapshots { get; } = [];

    public List<Divisor> Divisors { get; } = [];

    public List<ShareCount> Shares { get; } = [];

    public List<CorporateAction> Actions { get; } = [];

    public List<MarketEvent> Events { get; } = [];

    /// <summary>Reads one table.</summary>
    /// <param name="role">Its role, one that is not columnar.</param>
    /// <param name="file">The file.</param>
    /// <param name="header">Its header.</param>
    /// <returns>The problems of its rows, in line order.</returns>
    public IEnumerable<Problem> Read(PackageRole role, PackageFile file, CsvHeader header)
    {
        var problems = new RowProblems();
        switch (role.Name)
        {
            case "instruments":
                Instruments.AddRange(CsvTable.Read(file, header, problems, RowReaders.Instrument, item => item.Id, _instrumentKeys));
                break;
            case "exchanges":
                Exchanges.AddRange(CsvTable.Read(file, header, problems, RowReaders.Exchange, item => item.Mic, _exchangeKeys));
                break;
            case "calendars":
                CalendarEntries.AddRange(CsvTable.Read(file, header, problems, RowReaders.CalendarEntry, item => (item.Mic, item.Entry.Date), _calendarKeys));
                break;
            case "constituents":
                Constituents.AddRange(CsvTable.Read(file, header, problems, RowReaders.Membership, item => (item.Index, item.Instrument, item.From), _constituentKeys));
                break;
            case "constituent-snapshots":
                Snapshots.AddRange(CsvTable.Read(file, header, problems, RowReaders.SnapshotMember, item => (item.Index, item.Month, item.Instrument), _snapshotKeys));
                break;
            case "divisors":
                Divisors.AddRange(CsvTable.Read(file, header, problems, RowReaders.Divisor, item => (item.Index, item.From), _divisorKeys));
                break;
            case "shares":
                Shares.AddRange(CsvTable.Read(file, header, problems, RowReaders.ShareCount, item => (item.Instrument, item.From), _shareKeys));
                break;
            case "actions":
                Actions.AddRange(CsvTable.Read(file, header, problems, RowReaders.Action, item => (item.Instrument, item.ExDate, item.Kind), _actionKeys));
                break;
            case "events":
                Events.AddRange(CsvTable.Read(file, header, problems, RowReaders.Event, item => item.Id, _eventKeys));
                break;
            default:
                throw new ArgumentException($"The role '{role.Name}' has no small table.", nameof(role));
        }

        return problems.All(file.Source.Name);
    }

    /// <summary>The calendars, one for each exchange that lists days.</summary>
    public ImmutableArray<ExchangeCalendar> Calendars() =>
        [.. CalendarEntries.GroupBy(item => item.Mic, StringComparer.Ordinal).Select(group => new ExchangeCalendar(group.Key, group.Select(item => item.Entry)))];
}
