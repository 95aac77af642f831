using System.Collections.Concurrent;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>What the members of an index or list are worth on a day, and their multiples: units times close where units are published, otherwise market value.</summary>
internal sealed class MemberValues(Call call, Subject index, ValuedOn on, string? currency)
{
    private readonly PublishedIndex? _units = call.Holdings(index) is { HasValue: true } found ? found.Value.Index : null;
    private readonly IndexMembers _members = new(call.Market, index.Id);
    private readonly ConcurrentDictionary<InstrumentId, Source> _sources = new();

    /// <summary>A member on a day.</summary>
    /// <param name="Id">The member.</param>
    /// <param name="Value">Its value in the currency counted in.</param>
    /// <param name="Multiple">Its multiple, below zero with a loss; null when there is none.</param>
    internal readonly record struct Valued(InstrumentId Id, double Value, double? Multiple);

    /// <summary>The columns of a member.</summary>
    private sealed record Source(Line? Close, ShareCount[] Shares, CurrentMultiple? Multiples, Conversion? Conversion, Problem? Problem);

    /// <summary>Every member of a day, ordinal.</summary>
    public Problem? On(DateOnly day, WorkingBuilder? working, out List<Valued> values)
    {
        values = [];
        if (_members.On(day, working, out var members) is { } none)
        {
            return none;
        }

        working?.Convention(_units is null ? "Members count by market value: the package has no units." : "Members count by units times close.");
        var own = members.Select(member => call.Market.Instrument(member)?.Currency ?? "").Distinct().Order(StringComparer.Ordinal).ToArray();
        if (own.Length > 1 && currency is null)
        {
            return working?.Problem(ProblemKind.Basis, $"The members of {index.Id} are priced in {string.Join(", ", own)}: a currency to count them in is needed, as in currency={own[^1]}.") ?? WorkingBuilder.Unspoken;
        }

        foreach (var member in members)
        {
            var source = _sources.GetOrAdd(member, Open);
            if (source.Problem is { } unready)
            {
                return unready;
            }

            if (Value(source, member, day, working, out var row, out var value) is { } missing)
            {
                return missing;
            }

            double? multiple = source.Multiples is { } multiples && multiples.Signed(row, working, out var signed) is null ? signed : null;
            values.Add(new Valued(member, value, multiple));
        }

        return null;
    }

    private Problem? Value(Source source, InstrumentId member, DateOnly day, WorkingBuilder? working, out int row, out double value)
    {
        value = 0;
        var close = source.Close!;
        if (close.Row(day, working, out row) is { } missing)
        {
            return missing;
        }

        if (_units?.UnitsOf(member, day) is { } held)
        {
            working?.Input(held);
            value = held.Value * close.Stored(row);
        }
        else if (MarketValue.At(close, source.Shares, row, working, out value) is { } unshared)
        {
            return unshared;
        }

        var rate = 1.0;
        var unrated = source.Conversion?.Rate(day, working, out rate);
        value *= rate;
        return unrated;
    }

    private Source Open(InstrumentId member)
    {
        var subject = call.Subject(member);
        if (MarketValue.Line(call.Market, subject, out var close) is { } none)
        {
            return new Source(null, [], null, null, none);
        }

        var conversion = currency is not null && subject.Instrument?.Currency is { } own ? call.Conversion(own, currency) : null;
        var unrated = currency is not null && conversion is null
            ? new Problem(ProblemKind.NoData, $"The package has no rates from the currency of {member} to {currency}: rows of the role `fx` would settle it.")
            : null;
        return new Source(close, [.. call.Market.Shares(member)], CurrentMultiple.Find(subject, on, close, out var multiples) is null ? multiples : null, conversion, unrated);
    }
}
