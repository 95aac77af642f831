using System.Collections.Concurrent;
using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>Weights and returns of the members of an index or list over single periods, in one currency; what was worked out for a period is kept.</summary>
internal sealed class MemberPeriods
{
    private readonly Market _market;
    private readonly IndexUnits _units;
    private readonly Dictionary<string, Conversion> _conversions;
    private readonly ConcurrentDictionary<(DateOnly From, DateOnly To, (DateOnly, DateOnly) Rates), Answer<MemberPeriod>> _periods = new();

    private MemberPeriods(Market market, IndexUnits units, ImmutableArray<string> currencies, Dictionary<string, Conversion> conversions) =>
        (_market, _units, Currencies, _conversions) = (market, units, currencies, conversions);

    /// <summary>How the span is cut.</summary>
    public static Parameter Periods { get; } = Parameter.Choice(
        "periods", "change: cut only where units change. month, session: also at the end of each month, at each session.", "change", "month", "session");

    /// <summary>The currency reported in.</summary>
    public static Parameter Currency { get; } = new("currency", ParameterKind.Currency, "Count values in this currency; needed where members are priced in several.", Required: false);

    /// <summary>The members of an index as they were readied before for the same currency, or readied now, or what is missing.</summary>
    public static Problem? Of(Call call, IndexUnits units, string? currency, out MemberPeriods periods)
    {
        if (units.Periods.TryGetValue(currency ?? "", out periods!))
        {
            return null;
        }

        if (Ready(call, units, currency, out periods) is { } problem)
        {
            return problem;
        }

        periods = units.Periods.GetOrAdd(currency ?? "", periods);
        return null;
    }

    /// <summary>Readies the members of an index, or says what is missing.</summary>
    /// <param name="call">The call.</param>
    /// <param name="units">The index or list.</param>
    /// <param name="currency">The currency reported in, or null for the members' own when there is only one.</param>
    /// <param name="periods">The periods.</param>
    private static Problem? Ready(Call call, IndexUnits units, string? currency, out MemberPeriods periods)
    {
        periods = null!;
        var own = call.Market.Rows.Constituents.Where(member => member.Index == units.Subject.Id).Select(member => CurrencyOf(call.Market, member.Instrument)).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var conversions = new Dictionary<string, Conversion>(StringComparer.Ordinal);
        if (currency is null)
        {
            periods = new MemberPeriods(call.Market, units, own, conversions);
            return own.Length == 1 ? null : new Problem(ProblemKind.Basis, $"The members of {units.Subject.Id} are priced in {string.Join(", ", own)}: a currency to count them in is needed, as in currency={own[^1]}.");
        }

        foreach (var from in own)
        {
            if (from.Length == 0)
            {
                return new Problem(ProblemKind.NoData, $"The package does not say in which currency the members of {units.Subject.Id} are priced: `currency` in rows of the role `instruments` would settle it.");
            }

            if (call.Conversion(from, currency) is not { } conversion)
            {
                return new Problem(ProblemKind.NoData, $"The package has no rates from {from} to {currency}, direct, inverse or through one other currency: rows of the role `fx` would settle it.");
            }

            conversions.Add(from, conversion);
        }

        periods = new MemberPeriods(call.Market, units, own, conversions);
        return null;
    }

    /// <summary>The index or list.</summary>
    public IndexUnits Units => _units;

    /// <summary>All members at any time.</summary>
    public IEnumerable<InstrumentId> Members => _market.Rows.Constituents.Where(member => member.Index == _units.Subject.Id).Select(member => member.Instrument).Distinct();

    /// <summary>The currencies of the members, ordinal; one is empty where the package names none.</summary>
    public ImmutableArray<string> Currencies { get; }

    /// <summary>The sessions at which units change between two sessions, the last one before each change; not the base, nor the end.</summary>
    public IEnumerable<DateOnly> Cuts(DateOnly from, DateOnly to) => _units.Index.ChangeDays.Where(day => day > from && day <= to).Select(_units.Index.SessionBefore).Where(day => day > from && day < to);

    /// <summary>One period, without a change of units inside.</summary>
    /// <param name="from">The base session.</param>
    /// <param name="to">The last session.</param>
    /// <param name="rates">The days of the rates, so that both sides of a comparison count with the same ones.</param>
    public Answer<MemberPeriod> Over(DateOnly from, DateOnly to, (DateOnly From, DateOnly To) rates) =>
        _periods.GetOrAdd((from, to, rates), static (key, members) => members.New(key.From, key.To, key.Rates), this);

    private Answer<MemberPeriod> New(DateOnly from, DateOnly to, (DateOnly From, DateOnly To) rates)
    {
        var unread = new WorkingBuilder();
        var index = _units.Index;
        var held = index.BasketOn(to);
        if (!held.HasValue)
        {
            return held.Problem;
        }

        var basket = held.Value;
        var (before, after) = (index.ClosesBefore(from, basket), index.ClosesOn(to));
        if ((basket.Missing(before) ?? basket.Missing(after)) is { } missing)
        {
            return missing;
        }

        var values = new double[basket.Holdings.Length];
        var total = default(CompensatedSum);
        var members = ImmutableArray.CreateBuilder<MemberReturn>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var holding = basket.Holdings[i];
            before.TryGetPrice(holding.Instrument, out var start);
            after.TryGetPrice(holding.Instrument, out var end);
            if (start <= 0)
            {
                return new Problem(ProblemKind.Undefined, $"The close of {holding.Instrument} on {from:yyyy-MM-dd} is {start:R}; a return needs one above zero.");
            }

            var currency = CurrencyOf(_market, holding.Instrument);
            if (Rates(currency, rates.From, rates.To, unread, out var rate, out var change) is { } unknown)
            {
                return unknown;
            }

            values[i] = holding.Units * start * rate;
            total.Add(values[i]);
            members.Add(new MemberReturn(holding.Instrument, currency, values[i], (end / start) - 1, change));
        }

        return Answer<MemberPeriod>.Of(
            new MemberPeriod(from, to, [.. members.Select(member => member with { Weight = member.Weight / total.Value })]), new Working { Formula = "units * close * rate / sum" });
    }

    /// <summary>Tells the closes and units of the members of a period, and the rates.</summary>
    public void Explain(WorkingBuilder working, MemberPeriod period, (DateOnly From, DateOnly To) rates, Func<InstrumentId, bool> isAsked)
    {
        foreach (var currency in Currencies)
        {
            Rates(currency, rates.From, rates.To, working, out _, out _);
        }

        foreach (var member in period.Members.Where(member => isAsked(member.Instrument)))
        {
            working.Input(_units.Index.UnitsOf(member.Instrument, period.To)!);
            working.Input(_units.Index.CloseOf(member.Instrument, period.From)!);
            working.Input(_units.Index.CloseOf(member.Instrument, period.To)!);
        }
    }

    private Problem? Rates(string currency, DateOnly from, DateOnly to, WorkingBuilder? working, out double rate, out double change)
    {
        (rate, change) = (1, 0);
        if (!_conversions.TryGetValue(currency, out var conversion))
        {
            return null;
        }

        if ((conversion.Rate(from, working, out rate) ?? conversion.Rate(to, working, out _)) is { } missing)
        {
            return missing;
        }

        conversion.Rate(to, null, out var end);
        change = (end / rate) - 1;
        return null;
    }

    private static string CurrencyOf(Market market, InstrumentId id) => market.Instrument(id)?.Currency ?? "";
}
