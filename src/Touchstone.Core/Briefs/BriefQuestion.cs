using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Settles what a request leaves open: the session, the benchmark, the events.</summary>
internal static class BriefQuestion
{
    /// <summary>The most events that a timeline has when none are chosen.</summary>
    private const int MostEvents = 8;

    private static Window YearToDate { get; } = Window.Parse("ytd").Value!;

    /// <summary>The draft of a brief, or why there can be none.</summary>
    public static Problem? Open(Evaluator evaluator, BriefRequest request, out BriefDraft draft)
    {
        draft = null!;
        var market = evaluator.Market;
        Instrument? benchmark = null;
        if ((Named(evaluator, request.Subject, out var subject) ?? (request.Benchmark is { } other ? Named(evaluator, other, out benchmark) : null)) is { } unnamed)
        {
            return unnamed;
        }

        if (Session(evaluator, subject, request.AsOf, out var day) is { } closed)
        {
            return closed;
        }

        var unknown = request.Events.FirstOrDefault(id => market.Event(id) is null);
        if (unknown is not null)
        {
            return new Problem(ProblemKind.NoData, $"The package {market.Name} has no event '{unknown}'; it has {(market.Rows.Events.IsEmpty ? "none" : string.Join(", ", market.Rows.Events.Select(item => item.Id)))}.");
        }

        if (WindowChoice.Dated(market, request.Window ?? YearToDate, out var asked) is { } unheard)
        {
            return unheard;
        }

        var window = WindowChoice.Measured(evaluator, subject, AsOf.On(day), asked, out var omission) ?? asked;
        draft = new BriefDraft(evaluator, subject, day, window, benchmark ?? BenchmarkChoice.Of(evaluator, subject, AsOf.On(day)), Events(market, request, subject, day));
        draft.Omit(omission);
        return null;
    }

    private static Problem? Named(Evaluator evaluator, string name, out Instrument subject)
    {
        var unresolved = SubjectName.Resolve(evaluator.Market, evaluator.Symbols, name, out var id);
        subject = evaluator.Market.Instrument(id)!;
        return unresolved ?? (subject is null ? new Problem(ProblemKind.NoData, $"The package has prices of {id} and no row of the role `instruments` that names it; a brief needs its name.") : null);
    }

    // The last session with a close on or before the day asked for.
    private static Problem? Session(Evaluator evaluator, Instrument subject, DateOnly? asked, out DateOnly day)
    {
        day = default;
        if (PriceLine.Find(evaluator.Subject(subject.Id), PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var asOf = evaluator.Market.CalendarOf(subject.Id).OnOrBefore(asked ?? line.Last);
        if (asOf > line.Last)
        {
            return new Problem(ProblemKind.Pending, $"The closes of {subject.Id} end on {line.Last:yyyy-MM-dd}; {asOf:yyyy-MM-dd} is after that.");
        }

        var row = line.IndexOnOrBefore(asOf);
        if (row < 0)
        {
            return new Problem(ProblemKind.NoData, $"The closes of {subject.Id} begin on {line.First:yyyy-MM-dd}; {asOf:yyyy-MM-dd} is before that.");
        }

        day = line.DateAt(row);
        return null;
    }

    // Without a choice, the events of the year that concern every stock, the subject, or one of its members; the latest when there are many.
    private static ImmutableArray<MarketEvent> Events(Market market, BriefRequest request, Instrument subject, DateOnly day)
    {
        IEnumerable<InstrumentId> members = market.Members(subject.Id).On(day)?.Members.Select(member => member.Instrument) ?? [];
        var concerned = members.Append(subject.Id).ToHashSet();
        var chosen = request.Events.IsEmpty
            ? market.Rows.Events.Where(item => item.Date > day.AddYears(-1) && (item.Instruments.IsEmpty || item.Instruments.Any(concerned.Contains)))
            : request.Events.Select(id => market.Event(id)!);
        var ordered = chosen.Where(item => item.Date <= day).OrderBy(item => item.Date).ThenBy(item => item.Id, StringComparer.Ordinal);
        return request.Events.IsEmpty ? [.. ordered.TakeLast(MostEvents)] : [.. ordered];
    }
}
