using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Cli.Terminal;

/// <summary>A review for reading on a terminal.</summary>
internal static class ReviewView
{
    /// <summary>The decision on each stock, then the sums.</summary>
    /// <param name="rulebook">The rules.</param>
    /// <param name="answer">The review.</param>
    /// <param name="market">The package, for names.</param>
    public static IEnumerable<SheetLine> Of(Rulebook rulebook, Answer<ReviewResult> answer, Market market)
    {
        var review = answer.Value;
        yield return SheetLine.Whole($"{rulebook.Id}: {RulebookView.ReviewWords(review.Dates)}", Tone.Strong);
        yield return SheetLine.Empty;
        foreach (var line in TextTable.Of(
            [new("decision"), new("stock"), new("rank", true), new("old %", true), new("uncapped %", true), new("new %", true), new("cap factor", true), new("name")],
            review.Stocks.Where(stock => stock.Weight is not null || stock.OldWeight is { Fraction: > 0 } || stock.Decision == ReviewDecision.Leaves).Select(stock => new[]
            {
                IndexWords.Of(stock.Decision),
                stock.Instrument.Value,
                stock.Rank is { } rank ? $"{rank}" : "",
                Points(stock.OldWeight),
                Points(stock.Uncapped),
                Points(stock.Weight),
                stock.Factor is { } factor ? $"{factor:0.000000}" : "",
                market.Instrument(stock.Instrument)?.Name ?? "",
            })))
        {
            yield return line;
        }

        yield return SheetLine.Empty;
        foreach (var stock in review.Stocks)
        {
            yield return new SheetLine(stock.Instrument.Value, $"{IndexWords.Of(stock.Decision)}: {stock.Reason}", Tone.Muted, Indent: 2);
        }

        yield return SheetLine.Empty;
        yield return Line("members", $"{review.Holdings.Length}");
        yield return Line("turnover", review.Turnover is { } turnover ? $"{turnover.Points:0.00}% one way" : "not known: the old holdings are not");
        yield return Line("capping", review.CapRounds == 0 ? "no cap binds" : $"{review.CapRounds} {(review.CapRounds == 1 ? "round" : "rounds")}");
        if (!review.Reserve.IsEmpty)
        {
            yield return Line("reserve", string.Join(", ", review.Reserve));
        }

        foreach (var step in answer.Working.Steps)
        {
            yield return Line(step.Name, $"{step.Formula} = {Figure.Text(step.Value, step.Unit.ToString())}");
        }

        foreach (var convention in answer.Working.Conventions)
        {
            yield return Line("note", convention);
        }
    }

    private static string Points(Percent? weight) => weight is { } value ? $"{value.Points:0.0000}" : "";

    private static SheetLine Line(string lead, string text) => new(lead, text, Tone.Muted, Indent: 2);
}
