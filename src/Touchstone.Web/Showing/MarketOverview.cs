using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>What the page of the market shows on a day: which indices, whose members, which events.</summary>
internal sealed class MarketOverview
{
    /// <summary>The fields by which indices are valued, with their measures.</summary>
    public static readonly ImmutableArray<(string Field, string Measure, string Name)> Multiples =
        [("pe_trailing", "pe", "P/E"), ("price_to_book", "pb", "P/B"), ("dividend_yield", "dividend-yield", "Yield")];

    private const int SparkDays = 365;

    private readonly PackageSnapshot _snapshot;
    private readonly DateOnly _day;
    private readonly List<(Instrument Index, MemberList Members)> _withMembers;

    /// <summary>Looks at a package.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="day">The day.</param>
    /// <param name="chosen">The index whose members are ranked, as people write it, or null.</param>
    public MarketOverview(PackageSnapshot snapshot, DateOnly day, string? chosen)
    {
        (_snapshot, _day) = (snapshot, day);
        var market = snapshot.Market;
        Indices = [.. market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Index && market.Prices(instrument.Id) is { Count: > 0 } history && history.First <= day)];
        _withMembers = [.. market.Rows.Instruments.Where(instrument => instrument.Kind is InstrumentKind.Index or InstrumentKind.Basket)
            .Select(index => (Index: index, Members: market.Members(index.Id).On(day))).Where(item => item.Members is not null).Select(item => (item.Index, item.Members!))];
        var asked = string.IsNullOrWhiteSpace(chosen) ? null : snapshot.Symbols.Find(chosen).Instrument;
        Chosen = _withMembers.FirstOrDefault(item => item.Index.Id == asked?.Id).Index ?? _withMembers.OrderByDescending(item => item.Members.Members.Count(IsPriced)).FirstOrDefault().Index;
        if (!string.IsNullOrWhiteSpace(chosen) && (asked is null || Chosen?.Id != asked.Id))
        {
            Remark = $"The package has no members of '{chosen}' on {ShownDay.Write(day)}.";
        }

        Valued = [.. market.Rows.Instruments.Where(instrument => instrument.Kind is InstrumentKind.Index or InstrumentKind.Market && Multiples.Any(multiple => market.Observations(instrument.Id, multiple.Field) is not null))];
        Events = [.. market.Rows.Events.Where(item => item.Date <= day && item.Date > day.AddYears(-1)).OrderByDescending(item => item.Date).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    /// <summary>The indices with levels by the day, in the package's order.</summary>
    public ImmutableArray<Instrument> Indices { get; }

    /// <summary>The indices and baskets whose members are known on the day.</summary>
    public IEnumerable<Instrument> WithMembers => _withMembers.Select(item => item.Index);

    /// <summary>The one whose members are ranked: the one asked for, else the one with most members that have a close on the day; null when there is none.</summary>
    public Instrument? Chosen { get; }

    /// <summary>Why it is not the one that was asked for, or null.</summary>
    public string? Remark { get; }

    /// <summary>The indices and markets with a multiple or yield.</summary>
    public ImmutableArray<Instrument> Valued { get; }

    /// <summary>The events of the year up to the day, latest first.</summary>
    public ImmutableArray<MarketEvent> Events { get; }

    /// <summary>The closes of an index once a week over the past year.</summary>
    /// <param name="id">The index.</param>
    public ImmutableArray<double?> Spark(InstrumentId id)
    {
        var weeks = Enumerable.Range(0, (SparkDays / 7) + 1).Select(week => _day.AddDays(-7 * week)).Reverse();
        return _snapshot.Values(Questions.For("level", id.Value), weeks);
    }

    /// <summary>The members of the chosen index by return over a window, highest first; only those with a close on the day.</summary>
    /// <param name="window">The window.</param>
    public ImmutableArray<(InstrumentId Member, double Return)> Ranked(string window)
    {
        return Chosen is null ? [] : [.. _withMembers.First(item => item.Index.Id == Chosen.Id).Members.Members
            .Where(IsPriced)
            .Select(member => (member.Instrument, Return: _snapshot.Value(Questions.For("return", member.Instrument.Value, window), _day)))
            .Where(member => member.Return is not null)
            .Select(member => (member.Instrument, member.Return!.Value))
            .OrderByDescending(member => member.Value).ThenBy(member => member.Instrument)];
    }

    /// <summary>How many members an index has on the day.</summary>
    /// <param name="id">The index.</param>
    public int Members(InstrumentId id) => _withMembers.First(item => item.Index.Id == id).Members.Members.Length;

    private bool IsPriced(IndexMember member) => _snapshot.Market.Prices(member.Instrument) is { Count: > 0 } history && history.IndexOn(_day) >= 0;
}
