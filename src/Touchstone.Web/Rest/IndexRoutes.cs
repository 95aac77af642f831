using System.Collections.Immutable;
using Touchstone.Indices;
using Touchstone.Json;

namespace Touchstone.Web.Rest;

/// <summary>Indices: rules, levels, what moved them, reviews and the audit log.</summary>
internal static class IndexRoutes
{
    private const string Document = "docs/index-json.md";

    private static readonly ImmutableArray<string> Returns = ["price", "gross", "net"];

    private static readonly Ask Id = new("id", "The id of the index.") { InPath = true, Required = true, Example = "HARBG" };

    private static readonly ImmutableArray<Ask> Basis =
    [
        Id,
        new("currency", "Sum the market value in this currency, three capital letters.") { Example = "USD" },
        new("fromRules", "Choose the members by the rules even where the package publishes units.", AskKind.Truth) { Usual = "false" },
    ];

    private static readonly ImmutableArray<Ask> Span =
    [
        new("from", "The first day, which is the base day; by default the first that the package allows.", AskKind.Day) { Example = "2025-01-02" },
        new("to", "The last day, included; by default the last that the package allows.", AskKind.Day) { Example = "2025-02-28" },
    ];

    private static readonly ImmutableArray<ProblemType> Usual = [ProblemType.UnknownName, ProblemType.InvalidQuestion, ProblemType.NoData, ProblemType.Basis, ProblemType.Undefined, ProblemType.BadRows];

    /// <summary>The routes.</summary>
    public static IEnumerable<Route> All =>
    [
        new("/index", "indices", "Indices", "The indices with rules at hand", call => Reply.Of(output => RulebookJson.WriteList(call.Snapshot.Rulebooks.All, output)))
        {
            Description = "The rulebooks beside the package first, then those that are shipped.",
            Schema = "touchstone.rulebooks/1",
            Document = Document,
        },
        new("/index/{id}", "index", "Indices", "The rules of an index in words", Rules)
        {
            Asks = [Id, new("date", "Only the rules in force on this day.", AskKind.Day) { Example = "2025-02-28" }],
            Schema = "touchstone.rulebook/1",
            Document = Document,
            Problems = [ProblemType.UnknownName, ProblemType.NoData],
        },
        new("/index/{id}/level", "index-level", "Indices", "The levels of an index, calculated from its rules", Levels)
        {
            Asks = [.. Basis, .. Span, new("returns", "Which returns, separated by commas.", AskKind.Choices) { Words = Returns, Usual = "price", Example = "price,gross" }],
            Weight = Weight.Long,
            Schema = "touchstone.index-levels/1",
            Document = Document,
            Problems = Usual,
        },
        new("/index/{id}/explain", "index-explain", "Indices", "What moved an index on a day, by member", call => Of(call, index =>
        {
            var answer = index.Explain(call.Asked.Day("date")!.Value);
            return Reply.Of(answer, output => IndexJson.WriteExplanation(index.Rulebook, answer, index.Market, output));
        }))
        {
            Description = "Points and percent of every member; they add up, and what is left is shown.",
            Asks = [.. Basis, new("date", "The session to explain.", AskKind.Day) { Required = true, Example = "2025-02-28" }],
            Weight = Weight.Heavy,
            Schema = "touchstone.index-explanation/1",
            Document = Document,
            Problems = Usual,
        },
        new("/index/{id}/review", "index-review", "Indices", "Who joins, stays and leaves at a cut-off, and why", call => Of(call, index =>
        {
            var answer = IndexReview.At(index.Market, index.Rulebook, call.Asked.Day("cutOff")!.Value, index.Options, call.Progress);
            return Reply.Of(answer, output => IndexJson.WriteReview(index.Rulebook, answer, index.Market, output));
        }))
        {
            Asks = [.. Basis, new("cutOff", "The cut-off: a stored one brings its stored dates; any other is reviewed as if the closes of the day set the weights.", AskKind.Day) { Required = true, Example = "2024-12-31" }],
            Weight = Weight.Long,
            Schema = "touchstone.index-review/1",
            Document = Document,
            Problems = Usual,
        },
        new("/index/{id}/audit", "index-audit", "Indices", "Every change of holdings and divisor, with market values before and after", call => Of(call, index =>
        {
            var answer = index.Calculate(call.Asked.Day("from"), call.Asked.Day("to"), call.Progress);
            return Reply.Of(answer, output => IndexJson.WriteAudit(index.Rulebook, answer, index.Market, output));
        }))
        {
            Asks = [.. Basis, .. Span],
            Weight = Weight.Long,
            Schema = "touchstone.index-audit/1",
            Document = Document,
            Problems = Usual,
        },
    ];

    private static Reply Levels(Call call) => Of(call, index =>
    {
        var answer = index.Calculate(call.Asked.Day("from"), call.Asked.Day("to"), call.Progress);
        var asked = call.Asked.List("returns");
        return Reply.Of(answer, output => IndexJson.WriteLevels(index.Rulebook, answer, [.. Returns.Where(asked.Contains)], index.Market, output));
    });

    private static Reply Rules(Call call)
    {
        var (rulebook, problem) = call.Snapshot.Rulebooks.Find(call.Asked.Text("id")!, call.Snapshot.Market);
        if (rulebook is null)
        {
            return Unknown(problem!);
        }

        if (call.Asked.Day("date") is not { } day)
        {
            return Reply.Of(output => RulebookJson.Write(rulebook, rulebook.Versions, output));
        }

        return rulebook.VersionOn(day) is { } version
            ? Reply.Of(output => RulebookJson.Write(rulebook, [version], output))
            : Reply.Of(new Problem(ProblemKind.NoData, $"{rulebook.Id} has no rules in force on {day:yyyy-MM-dd}; the first version is from {rulebook.Versions[0].From:yyyy-MM-dd}."));
    }

    private static Reply Of(Call call, Func<OpenedIndex, Reply> answer)
    {
        var asked = call.Asked;
        if (asked.Text("currency") is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
        {
            return Reply.Of(new RestProblem(ProblemType.InvalidRequest, "The currency is not a code of three capital letters, such as USD.") { Errors = [new("currency", "Expected three capital letters, such as USD.")] });
        }

        if (asked.Day("from") is { } from && asked.Day("to") is { } to && from > to)
        {
            return Reply.Of(new RestProblem(ProblemType.InvalidRequest, $"The first day {from:yyyy-MM-dd} is after the last, {to:yyyy-MM-dd}.") { Errors = [new("from", $"{from:yyyy-MM-dd} is after {to:yyyy-MM-dd}.")] });
        }

        var (index, problem) = call.Snapshot.OpenIndex(asked.Text("id")!, new CalculationOptions { Currency = asked.Text("currency"), FromRules = asked.Truth("fromRules") ?? false });
        return index is null ? Unknown(problem!) : answer(index);
    }

    private static Reply Unknown(Problem problem) => Reply.Of(problem.Kind == ProblemKind.Invalid ? new RestProblem(ProblemType.UnknownName, problem.Message) : RestProblem.Of(problem));
}
