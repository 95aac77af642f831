using System.Collections.Concurrent;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>The market values of many lines: the members of an index or list, or all stocks of a market.</summary>
internal sealed class LineValues(Call call, Subject whole, bool isMarket, string? currency)
{
    private readonly ConcurrentDictionary<InstrumentId, (LineValue? Line, Problem? Problem)> _lines = new();
    private readonly IndexMembers _members = new(call.Market, whole.Id);
    private readonly Subject[] _listed = isMarket
        ? [.. call.Market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Equity && instrument.Exchange == whole.Mic).OrderBy(instrument => instrument.Id).Select(instrument => call.Subject(instrument.Id))]
        : [];

    /// <summary>The currency of the whole, or null when the package names none.</summary>
    public string? Currency => whole.Instrument?.Currency ?? (_listed.Length > 0 ? _listed[0].Instrument?.Currency : null);

    /// <summary>The base and last session of a window.</summary>
    public Problem? Sessions(BoundWindow window, AsOf asOf, WorkingBuilder? working, out DateOnly from, out DateOnly to)
    {
        (from, to) = (default, default);
        var lines = Candidates().Select(Line).Where(found => found.Line is not null).Select(found => found.Line!.Close).ToArray();
        if (lines.Length == 0)
        {
            return working?.Problem(ProblemKind.NoData, $"The package has no stock of {whole.Id} with both prices and a share count: rows of the roles `prices` and `shares` would settle it.") ?? WorkingBuilder.Unspoken;
        }

        var (first, last) = (lines.Min(line => line.First), lines.Max(line => line.Last));
        var session = whole.Calendar.OnOrBefore(asOf.For(whole.Mic) ?? last);
        if (session > last)
        {
            return working?.Problem(ProblemKind.Pending, $"The closes of {whole.Id} end on {last:yyyy-MM-dd}; the session of {session:yyyy-MM-dd} is after that.") ?? WorkingBuilder.Unspoken;
        }

        if (session < first)
        {
            return working?.Problem(ProblemKind.NoData, $"The closes of {whole.Id} begin on {first:yyyy-MM-dd}; {session:yyyy-MM-dd} is before that.") ?? WorkingBuilder.Unspoken;
        }

        if (window.Resolve(session, first, working, out from, out to) is { } problem)
        {
            return problem;
        }

        working?.Window(from, to);
        working?.Convention($"Window {window.Window}: {window.Rule}; {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.");
        return null;
    }

    /// <summary>The change of all lines together.</summary>
    /// <param name="from">The base session.</param>
    /// <param name="to">The last session.</param>
    /// <param name="membersOn">The day whose members count, for an index or list.</param>
    /// <param name="working">Where to tell it, or null.</param>
    /// <param name="parts">The change.</param>
    public Problem? Parts(DateOnly from, DateOnly to, DateOnly membersOn, WorkingBuilder? working, out ValueParts parts)
    {
        parts = default;
        var subjects = _listed;
        if (!isMarket)
        {
            if (_members.On(membersOn, working, out var members) is { } none)
            {
                return none;
            }

            working?.Convention($"The members are those of {membersOn:yyyy-MM-dd}, at both ends.");
            subjects = [.. members.Select(member => call.Subject(member))];
        }

        if (currency is null && subjects.Select(subject => subject.Instrument?.Currency ?? "").Distinct().Order(StringComparer.Ordinal).ToArray() is { Length: > 1 } several)
        {
            return working?.Problem(ProblemKind.Basis, $"The stocks of {whole.Id} are priced in {string.Join(", ", several)}: a currency to count them in is needed, as in currency={several[^1]}.") ?? WorkingBuilder.Unspoken;
        }

        var missing = subjects.Select(subject => (subject, Line(subject).Problem)).Where(found => found.Problem is not null).ToArray();
        if (missing.Length > 0)
        {
            return working?.Problem(missing[0].Problem!.Kind, $"{missing.Length} of {subjects.Length} stocks of {whole.Id} cannot be valued ({string.Join(", ", missing.Take(20).Select(found => found.subject.Id))}): {missing[0].Problem!.Message}", missing[0].Problem!.Source) ?? WorkingBuilder.Unspoken;
        }

        var (price, exchange, issuance) = (default(CompensatedSum), default(CompensatedSum), default(CompensatedSum));
        foreach (var subject in subjects)
        {
            if (Change(Line(subject).Line!, from, to, working, out var own) is { } problem)
            {
                return problem;
            }

            price.Add(own.Price);
            exchange.Add(own.Exchange);
            issuance.Add(own.Issuance);
            working?.Step($"{subject.Id}", "change of market value", own.Total, Unit.Money(currency ?? subject.Instrument?.Currency ?? ""));
        }

        parts = new ValueParts(price.Value, exchange.Value, issuance.Value);
        return null;
    }

    private Problem? Change(LineValue line, DateOnly from, DateOnly to, WorkingBuilder? working, out ValueParts parts)
    {
        parts = default;
        if (isMarket && line.Close.First > to)
        {
            return null;
        }

        // Stocks that came to the market or left it count whole, as shares issued or withdrawn.
        if (isMarket && line.Close.First > from)
        {
            return Whole(line, to, 1, $"has closes from {line.Close.First:yyyy-MM-dd} on, within the span, and counts as a listing", working, out parts);
        }

        var delisted = isMarket ? call.Market.Actions(line.Close.Subject.Id).FirstOrDefault(action => action.Kind is "delist" or "merger-cash" or "merger-stock" && action.ExDate <= to) : null;
        if (delisted is not null)
        {
            return delisted.ExDate <= from ? null : Whole(line, from, -1, $"left the market on {delisted.ExDate:yyyy-MM-dd} ({delisted.Kind}), within the span", working, out parts);
        }

        if (line.Close.Row(from, working, out var start) is { } early)
        {
            return early;
        }

        return line.Close.Row(to, working, out var end) is { } late ? late : line.Parts(start, end, working, out parts);
    }

    private static Problem? Whole(LineValue line, DateOnly day, int sign, string happened, WorkingBuilder? working, out ValueParts parts)
    {
        parts = default;
        if (line.Close.Row(day, working, out var row) is { } missing)
        {
            return missing;
        }

        var problem = line.At(row, working, out var at);
        parts = new ValueParts(0, 0, sign * at.Shares * at.Close * at.Rate);
        working?.Convention($"{line.Close.Subject.Id} {happened}: its whole value is issuance.");
        return problem;
    }

    private IEnumerable<Subject> Candidates() => isMarket
        ? _listed
        : call.Market.Rows.Constituents.Where(row => row.Index == whole.Id).Select(row => row.Instrument)
            .Concat(call.Market.Rows.Snapshots.Where(row => row.Index == whole.Id).Select(row => row.Instrument)).Distinct().Order().Select(call.Subject);

    private (LineValue? Line, Problem? Problem) Line(Subject subject) => _lines.GetOrAdd(subject.Id, id =>
        LineValue.Of(call, subject, currency, out var line) is { } problem ? (null, problem) : (line, null));
}
