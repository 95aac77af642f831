using Touchstone.Cli.Sources;
using Touchstone.Data;

namespace Touchstone.Cli.Terminal;

/// <summary>A package and one instrument of it for reading on a terminal.</summary>
internal static class DataView
{
    /// <summary>What a package holds, and what is wrong with it.</summary>
    /// <param name="market">The package, or null when it cannot be used.</param>
    /// <param name="problems">What is wrong.</param>
    public static IEnumerable<SheetLine> OfCheck(Market? market, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var unusable = problem.Kind is ProblemKind.BadRow or ProblemKind.Structure;
            yield return new SheetLine(unusable ? "✗ error" : "! notice", problem.ToString(), unusable ? Tone.Bad : Tone.Caution);
        }

        if (problems.Count > 0)
        {
            yield return SheetLine.Empty;
        }

        if (market is null)
        {
            yield return new SheetLine("package", "cannot be used", Tone.Strong, Tone.Bad);
            yield break;
        }

        yield return new SheetLine("package", $"{market.Name}, sha256:{market.Sha256}", Tone.Strong);
        yield return new SheetLine("holds", string.Join(", ", PackageCounts.Of(market).Where(item => item.Count > 0).Select(item => $"{item.Count} {item.Name}")), Tone.Strong);
        var errors = problems.Count(problem => problem.Kind is ProblemKind.BadRow or ProblemKind.Structure);
        yield return new SheetLine("result", $"{errors} {(errors == 1 ? "error" : "errors")}, {problems.Count - errors} {(problems.Count - errors == 1 ? "notice" : "notices")}", Tone.Strong, errors == 0 ? Tone.Good : Tone.Bad);
    }

    /// <summary>One instrument.</summary>
    /// <param name="profile">What is known of it.</param>
    public static IEnumerable<SheetLine> OfProfile(InstrumentProfile profile)
    {
        var instrument = profile.Instrument;
        yield return SheetLine.Whole($"{instrument.Id}  {instrument.Name}", Tone.Strong);
        yield return new SheetLine("kind", string.Join(", ", new[] { instrument.Kind.ToString().ToLowerInvariant(), instrument.Exchange, instrument.Currency }.OfType<string>()), Tone.Muted);
        if (!instrument.Aliases.IsDefaultOrEmpty)
        {
            yield return new SheetLine("also", string.Join(" · ", instrument.Aliases), Tone.Muted);
        }

        if (instrument.Note is { } note)
        {
            yield return new SheetLine("note", note, Tone.Muted);
        }

        yield return new SheetLine("source", instrument.Source.ToString(), Tone.Muted);
        foreach (var history in profile.Prices)
        {
            var fields = string.Join(" ", Enum.GetValues<PriceField>().Where(history.Has).Select(field => field.ToString().ToLowerInvariant()));
            yield return new SheetLine("bars", $"{history.File.Name}: {history.Count} days, {history.First:yyyy-MM-dd} to {history.Last:yyyy-MM-dd}; {fields}; basis of close: {Said(history.Basis.CloseText)}; of adjusted: {Said(history.Basis.AdjustedText)}", Tone.Muted);
        }

        foreach (var series in profile.Observations)
        {
            yield return new SheetLine("figures", $"{series.Field} in {series.Unit}: {series.Count} from {series.DateAt(0):yyyy-MM-dd} to {series.DateAt(series.Count - 1):yyyy-MM-dd}", Tone.Muted);
        }

        foreach (var count in profile.Shares)
        {
            yield return new SheetLine("shares", $"{Figure.Exact(count.Shares)} from {count.From:yyyy-MM-dd}{(count.Note is { } remark ? $": {remark}" : "")}  ({count.Source})", Tone.Muted);
        }

        foreach (var action in profile.Actions)
        {
            var size = action.Cash is { } cash ? $" {Figure.Exact(cash)} {action.Currency}" : action.Ratio is { } ratio ? $" {Figure.Exact(ratio)} for 1" : "";
            yield return new SheetLine("action", $"{action.ExDate:yyyy-MM-dd} {action.Kind}{size}{(action.Note is { } remark ? $": {remark}" : "")}  ({action.Source})", Tone.Muted);
        }

        foreach (var member in profile.Members)
        {
            yield return new SheetLine("member", $"{member.Instrument} {Span(member)}", Tone.Muted);
        }

        foreach (var member in profile.MemberOf)
        {
            yield return new SheetLine("member of", $"{member.Index} {Span(member)}", Tone.Muted);
        }
    }

    private static string Said(string basis) => basis.Length == 0 ? "not stated" : basis;

    private static string Span(Membership member) =>
        $"from {member.From:yyyy-MM-dd}{(member.Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}{(member.Units is { } units ? $", {Figure.Exact(units)} units" : "")}  ({member.Source})";
}
