using Touchstone.Data;
using Touchstone.Json;

namespace Touchstone.Web.Rest;

/// <summary>The data package: its health, and what it knows of one instrument.</summary>
internal static class DataRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<Route> All =>
    [
        new("/data", "data", "Data", "What the package holds, and what is wrong with it", call => Reply.Of(output => DataJson.WriteCheck(call.Snapshot.Report, call.Snapshot.Market, output)))
        {
            Description = "Files with their hashes, counts, and the findings of `touchstone data check`.",
            Weight = Weight.Heavy,
            Schema = "touchstone.data-check/1",
            Document = "docs/serve.md",
        },
        new("/data/{id}", "instrument", "Data", "What the package knows of one instrument", Show)
        {
            Description = "Names, prices with basis and range, observations, shares, actions and memberships, each with file and line.",
            Asks = [new("id", "An id, ticker or unique name.") { InPath = true, Required = true, Example = "HARB" }],
            Schema = "touchstone.instrument/1",
            Document = "docs/serve.md",
            Problems = [ProblemType.UnknownName, ProblemType.AmbiguousName],
        },
    ];

    private static Reply Show(Call call)
    {
        var match = call.Snapshot.Symbols.Find(call.Asked.Text("id")!);
        if (!match.Found)
        {
            return Reply.Of(match.Problem.Kind == ProblemKind.Ambiguous ? RestProblem.Of(match.Problem) : new RestProblem(ProblemType.UnknownName, match.Problem.Message));
        }

        var facts = DataShow.Of(call.Snapshot.Market, match.Instrument.Id)!;
        return Reply.Of(output => DataJson.WriteFacts(facts, call.Snapshot.Market, output));
    }
}
