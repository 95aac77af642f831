using Touchstone.Cli.Sources;
using Touchstone.Data;

namespace Touchstone.Cli.Terminal;

/// <summary>A package and one instrument of it for reading on a terminal.</summary>
internal static class DataView
{
    private const int DaysShown = 5;

    /// <summary>What is wrong with a package, and what it holds.</summary>
    /// <param name="report">What is wrong.</param>
    /// <param name="market">The package.</param>
    public static IEnumerable<SheetLine> OfCheck(DataReport report, Market market)
    {
        foreach (var finding in report.Findings)
        {
            var (mark, tone) = finding.Severity switch
            {
                FindingSeverity.Error => ("✗ error", Tone.Bad),
                FindingSeverity.Warning => ("! warning", Tone.Caution),
                _ => ("– note", Tone.Muted),
            };
            yield return new SheetLine(mark, $"{finding.Code}: {finding.Message}", tone);
        }

        if (!report.Findings.IsEmpty)
        {
            yield return SheetLine.Empty;
        }

        yield return new SheetLine("package", $"{report.Package}, sha256:{report.Sha256}", Tone.Strong);
        yield return new SheetLine("holds", string.Join(", ", PackageCounts.Of(market).Where(item => item.Count > 0).Select(item => Counted(item.Count, item.Name[..^1]))), Tone.Strong);
        var errors = report.Count(FindingSeverity.Error);
        yield return new SheetLine("found", $"{Counted(errors, "error")}, {Counted(report.Count(FindingSeverity.Warning), "warning")}, {Counted(report.Count(FindingSeverity.Note), "note")}", Tone.Strong, errors == 0 ? Tone.Good : Tone.Bad);
    }

    /// <summary>One instrument.</summary>
    /// <param name="facts">What is known of it.</param>
    public static IEnumerable<SheetLine> OfFacts(InstrumentFacts facts) =>
        Names(facts).Concat(facts.Prices.SelectMany(Prices)).Concat(Figures(facts)).Concat(Events(facts)).Concat(Index(facts));

    private static IEnumerable<SheetLine> Names(InstrumentFacts facts)
    {
        var instrument = facts.Instrument;
        yield return SheetLine.Whole($"{instrument.Id}  {instrument.Name}", Tone.Strong);
        yield return Line("kind", string.Join(", ", new[] { instrument.Kind.ToString().ToLowerInvariant(), facts.Exchange is { } exchange ? $"{exchange.Name} ({exchange.Mic})" : instrument.Exchange, instrument.Currency }.OfType<string>()));
        if (!instrument.Aliases.IsDefaultOrEmpty)
        {
            yield return Line("also", string.Join(" · ", instrument.Aliases));
        }

        if (!facts.SameIssuer.IsEmpty)
        {
            yield return Line("lines", string.Join(", ", facts.SameIssuer.Select(other => other.Id)));
        }

        if (instrument.Note is { } note)
        {
            yield return Line("note", note);
        }

        yield return Line("source", instrument.Source.ToString());
    }

    private static IEnumerable<SheetLine> Prices(PriceFacts prices)
    {
        yield return Line("bars", $"{prices.File.Name}: {Counted(prices.Rows, "day")}, {Days(prices.Days)}; basis of close: {Said(prices.Basis.CloseText)}; of adjusted: {Said(prices.Basis.AdjustedText)}");
        foreach (var column in prices.Columns)
        {
            yield return Line("", $"{column.Field.ToString().ToLowerInvariant()}: {column.Count} from {column.Days.First:yyyy-MM-dd}, last {Figure.Exact(column.Last)} on {column.Days.Last:yyyy-MM-dd}  ({column.LastSource})");
        }

        if (!prices.MissingSessions.IsEmpty)
        {
            var days = string.Join(", ", prices.MissingSessions.Take(DaysShown).Select(day => day.ToString("yyyy-MM-dd")));
            yield return Line("", $"without a row: {days}{(prices.MissingSessions.Length > DaysShown ? $" and {prices.MissingSessions.Length - DaysShown} more" : "")}");
        }
    }

    private static IEnumerable<SheetLine> Figures(InstrumentFacts facts) =>
        facts.Observations.Select(series => Line("figures", $"{series.Field} in {series.Unit}: {series.Count}, {Days(series.Days)}, last {Figure.Exact(series.Last)}  ({series.LastSource})"));

    private static IEnumerable<SheetLine> Events(InstrumentFacts facts)
    {
        foreach (var count in facts.Shares)
        {
            yield return Line("shares", $"{Figure.Exact(count.Shares)} from {count.From:yyyy-MM-dd}{Remark(count.Note)}  ({count.Source})");
        }

        foreach (var action in facts.Actions)
        {
            var size = action.Cash is { } cash ? $" {Figure.Exact(cash)} {action.Currency}" : action.Ratio is { } ratio ? $" {Figure.Exact(ratio)} for 1" : "";
            yield return Line("action", $"{action.ExDate:yyyy-MM-dd} {action.Kind}{size}{Remark(action.Note)}  ({action.Source})");
        }

        foreach (var item in facts.Events)
        {
            yield return Line("event", $"{item.Date:yyyy-MM-dd} {item.Id}: {item.Name}");
        }
    }

    private static IEnumerable<SheetLine> Index(InstrumentFacts facts)
    {
        foreach (var member in facts.MemberOf)
        {
            yield return Line("member of", $"{member.Index} {Span(member.From, member.Until)}{(member.Units is { } units ? $", {Figure.Exact(units)} units" : "")}  ({member.Source})");
        }

        foreach (var members in facts.Members)
        {
            yield return Line("members", $"{Counted(members.Count, "member")} {Span(members.From, members.Until)}, {members.WithUnits} with units");
        }

        foreach (var divisor in facts.Divisors)
        {
            yield return Line("divisor", $"{Figure.Exact(divisor.Value)} from {divisor.From:yyyy-MM-dd}  ({divisor.Source})");
        }

        foreach (var list in facts.Snapshots)
        {
            yield return Line("lists", $"{list.Index}: {Counted(list.Months, "month")}, {list.FirstMonth} to {list.LastMonth}");
        }
    }

    private static SheetLine Line(string lead, string text) => new(lead, text, Tone.Muted);

    private static string Counted(int count, string noun) => $"{count} {noun}{(count == 1 || noun.EndsWith('s') ? "" : "s")}";

    private static string Days(DateSpan days) => $"{days.First:yyyy-MM-dd} to {days.Last:yyyy-MM-dd}";

    private static string Span(DateOnly from, DateOnly? until) => $"from {from:yyyy-MM-dd}{(until is { } end ? $" until {end:yyyy-MM-dd}" : "")}";

    private static string Remark(string? note) => note is null ? "" : $": {note}";

    private static string Said(string basis) => basis.Length == 0 ? "not stated" : basis;
}
