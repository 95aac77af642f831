using System.Text.Json;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Json;

/// <summary>Calculated indices as JSON: <c>touchstone.index-levels/1</c>, <c>-audit/1</c>, <c>-explanation/1</c>, <c>-review/1</c>.</summary>
internal static class IndexJson
{
    /// <summary>Writes levels, or the problem that stands in their place.</summary>
    public static void WriteLevels(Rulebook rulebook, Answer<IndexCalculation> answer, string[] returns, Market market, TextWriter output) => Document("levels", rulebook, answer, market, output, (json, index) =>
    {
        WriteBasis(json, index);
        json.Number("divisor", index.History.Last.Divisor);
        var levels = index.History.Levels.Select(level => (level.Day, Level: (IndexLevel?)level, Problem: (Problem?)null));
        var missing = index.Missing.Select(session => (session.Day, Level: (IndexLevel?)null, Problem: (Problem?)session.Problem));
        json.List("levels", levels.Concat(missing).OrderBy(row => row.Day), (_, row) =>
        {
            json.Day("date", row.Day);
            foreach (var name in returns)
            {
                json.Number(name, row.Level is { } level ? IndexWords.Of(level, name) : null);
            }

            json.Object("problem", row.Problem, DataJson.WriteProblem);
        });
        json.List("members", index.History.Last.Basket.Holdings, (_, holding) => WriteHolding(json, holding));
        json.List("reviews", index.Reviews, (_, review) => RulebookJson.WriteDates(json, review.Dates));
    });

    /// <summary>Writes every change of holdings and divisor.</summary>
    public static void WriteAudit(Rulebook rulebook, Answer<IndexCalculation> answer, Market market, TextWriter output) => Document("audit", rulebook, answer, market, output, (json, index) =>
    {
        WriteBasis(json, index);
        json.List("events", index.History.Audit, (_, line) =>
        {
            json.Day("effective", line.Effective);
            json.Text("event", line.Event);
            json.Number("marketValueBefore", line.MarketValueBefore);
            json.Number("marketValueAfter", line.MarketValueAfter);
            json.Number("divisorBefore", line.DivisorBefore);
            json.Number("divisorAfter", line.DivisorAfter);
            json.Number("level", line.LevelBefore);
            json.Number("members", line.After.Basket.Holdings.Length);
        });
    });

    /// <summary>Writes what moved an index.</summary>
    public static void WriteExplanation(Rulebook rulebook, Answer<ExplainedMove> answer, Market market, TextWriter output) => Document("explanation", rulebook, answer, market, output, (json, move) =>
    {
        json.Day("date", move.Day);
        json.Day("before", move.Before);
        json.Day("holdingsSet", move.Reviewed);
        json.Number("levelBefore", move.LevelBefore);
        json.Number("level", move.Level);
        json.Number("points", move.Move);
        json.Number("percent", move.Return.Points);
        json.List("members", move.Members, (_, member) =>
        {
            json.Text("instrument", member.Instrument.Value);
            json.Text("name", market.Instrument(member.Instrument)?.Name);
            json.Number("points", member.Points);
            json.Number("percentOfIndex", member.OfBase.Points);
            json.Number("percent", member.Return?.Points);
            json.Number("weight", member.Weight.Points);
            json.Number("drift", member.Drift.Points);
        });
        json.Number("residual", move.Residual);
        json.Object("working", answer.Working, WorkingJson.Write);
    });

    /// <summary>Writes a review.</summary>
    public static void WriteReview(Rulebook rulebook, Answer<ReviewResult> answer, Market market, TextWriter output) => Document("review", rulebook, answer, market, output, (json, review) =>
    {
        json.Object("dates", review.Dates, RulebookJson.WriteDates);
        json.Day("version", review.Version.From);
        json.List("stocks", review.Stocks, (_, stock) =>
        {
            json.Text("instrument", stock.Instrument.Value);
            json.Text("name", market.Instrument(stock.Instrument)?.Name);
            json.Text("decision", IndexWords.Of(stock.Decision));
            json.Text("reason", stock.Reason);
            json.Number("rank", stock.Rank);
            json.Number("score", stock.Score);
            json.Number("oldWeight", stock.OldWeight?.Points);
            json.Number("uncappedWeight", stock.Uncapped?.Points);
            json.Number("weight", stock.Weight?.Points);
            json.Number("capFactor", stock.Factor);
        });
        json.List("holdings", review.Holdings, (_, holding) => WriteHolding(json, holding));
        json.Texts("reserve", review.Reserve.Select(id => id.Value));
        json.Number("turnover", review.Turnover?.Points);
        json.Number("capRounds", review.CapRounds);
        json.Object("working", answer.Working, WorkingJson.Write);
    });

    private static void Document<T>(string name, Rulebook rulebook, Answer<T> answer, Market market, TextWriter output, Action<Utf8JsonWriter, T> write) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.Text("schema", $"touchstone.index-{name}/1");
        json.Object("index", rulebook, RulebookJson.WriteIdentity);
        if (answer.HasValue)
        {
            write(json, answer.Value);
        }

        json.Object("problem", answer.Problem, DataJson.WriteProblem);
        json.Object("data", market, DataJson.WriteIdentity);
        json.WriteEndObject();
    });

    private static void WriteBasis(Utf8JsonWriter json, IndexCalculation index)
    {
        json.Text("basis", index.Basis);
        json.Text("currency", index.Currency);
        json.Day("from", index.History.Levels[0].Day);
        json.Day("to", index.History.Levels[^1].Day);
        json.Texts("notes", index.Notes);
    }

    private static void WriteHolding(Utf8JsonWriter json, Holding holding)
    {
        json.Text("instrument", holding.Instrument.Value);
        json.Number("shares", holding.Shares);
        json.Number("freeFloat", holding.FreeFloat);
        json.Number("capFactor", holding.Cap);
        json.Text("currency", holding.Currency);
    }
}
