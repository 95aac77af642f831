using Touchstone.Json;
using Touchstone.Measures;

namespace Touchstone.Web.Rest;

/// <summary>Measures: one answer, and the catalogue.</summary>
internal static class MeasureRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<Route> All =>
    [
        new("/measure", "measure", "Measures", "Measure one thing, with its working", Measure)
        {
            Description = "Takes an expression as `touchstone measure` does: a measure with its arguments and, after `@`, its day. The answer holds the number, its unit and how it was reached, to the file and line of every row that went in.",
            Asks = [new("expression", "The expression.") { Required = true, Example = "return(HARB, ytd) @ 2025-02-28" }],
            Schema = "touchstone.measure/1",
            Document = "docs/serve.md",
            Problems = [ProblemType.InvalidExpression, ProblemType.InvalidQuestion, ProblemType.AmbiguousName, ProblemType.NoData, ProblemType.NotPublished, ProblemType.Basis, ProblemType.Undefined, ProblemType.Pending],
        },
        new("/measures", "measures", "Measures", "The catalogue of measures", _ => Reply.Of(MeasureJson.WriteCatalogue))
        {
            Description = "Every measure with its question, arguments, unit, formula, source and an example.",
            Schema = "touchstone.measures/1",
            Document = "docs/serve.md",
        },
    ];

    private static Reply Measure(Call call)
    {
        var parsed = Expression.Parse(call.Asked.Text("expression")!);
        if (parsed.Error is { } error)
        {
            return Reply.Of(new RestProblem(ProblemType.InvalidExpression, error.ToString()) { Fault = error });
        }

        var answer = call.Snapshot.Evaluate(parsed.Value!);
        return Reply.Of(answer, output => MeasureJson.Write(parsed.Value!, answer, call.Snapshot.Market, output));
    }
}
