using Touchstone.Briefs;
using Touchstone.Json;
using Touchstone.Measures;

namespace Touchstone.Web.Rest;

/// <summary>Briefs: the story of an index, basket or stock, with the working of every number.</summary>
internal static class BriefRoute
{
    /// <summary>The route.</summary>
    public static Route Only { get; } = new("/brief", "brief", "Briefs", "The story of an index, basket or stock", Write)
    {
        Description = "Sections of sentences, every figure of which stands with its expression and working, charts, and what could not be said with the reason.",
        Asks =
        [
            new("subject", "An index, basket, market or stock: an id, ticker or unique name.") { Required = true, Example = "HARBT" },
            new("asOf", "The session it speaks of; otherwise the last with data.", AskKind.Day) { Example = "2025-02-28" },
            new("window", "The window of the headline, such as ytd, 1m, 2025-02 or since:2025-01-20; otherwise the year to date."),
            new("benchmark", "What it is compared with; otherwise the calmest other index of its exchange."),
            new("events", "The events of the timeline by their short names, separated by commas; otherwise those of the year before."),
        ],
        Weight = Weight.Long,
        Schema = "touchstone.brief/1",
        Document = "docs/brief-json.md",
        Problems = [ProblemType.UnknownName, ProblemType.AmbiguousName, ProblemType.InvalidQuestion, ProblemType.NoData],
    };

    private static Reply Write(Call call)
    {
        var asked = call.Asked;
        Window? window = null;
        if (asked.Text("window") is { } text)
        {
            var parsed = Window.Parse(text);
            if (parsed.Value is null)
            {
                var message = $"{parsed.Message}{(parsed.Suggestion is null ? "" : $" Did you mean '{parsed.Suggestion}'?")}";
                return Reply.Of(new RestProblem(ProblemType.InvalidRequest, message) { Errors = [new("window", message)] });
            }

            window = parsed.Value;
        }

        var request = new BriefRequest(asked.Text("subject")!) { AsOf = asked.Day("asOf"), Window = window, Benchmark = asked.Text("benchmark"), Events = [.. asked.List("events")] };
        var outcome = BriefWriter.Write(new Evaluator(call.Snapshot.Market), request, new Steps(done => call.Progress(done, BriefWriter.Steps)), call.Cancellation);
        return outcome.Problem is { } problem ? Reply.Of(problem) : Reply.Of(output => BriefJson.Write(outcome, call.Snapshot.Market, output));
    }
}
