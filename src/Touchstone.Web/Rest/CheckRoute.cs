using System.Collections.Immutable;
using System.Text;
using Microsoft.Net.Http.Headers;
using Touchstone.Claims;
using Touchstone.Json;

namespace Touchstone.Web.Rest;

/// <summary>Checks: every number of an article against the package.</summary>
internal static class CheckRoute
{
    private const int LongestName = 200;

    /// <summary>The route.</summary>
    public static Route Only { get; } = new("/check", "check", "Checks", "Check every number of an article", Check)
    {
        Description = "The body is the article itself (`text/plain`, `text/markdown`, `text/html`, UTF-8), with what is known of it in the address; or a JSON object with `text` and the same members.",
        Asks =
        [
            new("name", "What the article is called in the report.") { Example = "article.md" },
            new("published", "The day it was published; otherwise inferred.", AskKind.Day) { Example = "2025-03-01" },
            new("asOf", "The session it speaks of on one exchange, as MIC=day; once for each exchange.") { Repeats = true, Example = "XHBR=2025-02-28" },
        ],
        Weight = Weight.Heavy,
        Schema = CheckJson.Schema,
        Document = "docs/check-json.md",
        Problems = [ProblemType.UnreadableArticle, ProblemType.WrongMediaType, ProblemType.TooLarge],
        TakesArticle = true,
    };

    private static Reply Check(Call call)
    {
        if (!MediaTypeHeaderValue.TryParse(call.ContentType, out var kind))
        {
            return Reply.Of(new RestProblem(ProblemType.WrongMediaType, "The body has no kind; expected text/plain, text/markdown, text/html or application/json."));
        }

        if (kind.Charset.HasValue && !kind.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !kind.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            return Reply.Of(new RestProblem(ProblemType.WrongMediaType, "The body says that it is not UTF-8; expected UTF-8."));
        }

        var asked = ArticleRequest.OfAddress(call.Asked);
        var (request, bytes, fault) = kind.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/json" => OfJson(call.Body, asked),
            "text/html" => (asked with { Name = asked.Name ?? "article.html" }, call.Body.ToArray(), null),
            "text/plain" or "text/markdown" => (asked, call.Body.ToArray(), null),
            _ => (asked, [], new RestProblem(ProblemType.WrongMediaType, "The body is of a kind that is not taken; expected text/plain, text/markdown, text/html or application/json.")),
        };
        return fault is null ? Check(call, request, bytes) : Reply.Of(fault);
    }

    private static Reply Check(Call call, ArticleRequest request, byte[] bytes)
    {
        var market = call.Snapshot.Market;
        var faults = request.Faults.ToBuilder();
        var days = ImmutableDictionary.CreateBuilder<string, DateOnly>();
        foreach (var (mic, day) in request.AsOf)
        {
            if (market.Exchange(mic) is null)
            {
                faults.Add(new("asOf", $"There is no exchange '{mic}'; the package {market.Name} has {string.Join(", ", market.Rows.Exchanges.Select(exchange => exchange.Mic))}."));
            }
            else if (!days.TryAdd(mic, day))
            {
                faults.Add(new("asOf", $"The exchange '{mic}' is named twice; expected one day for each."));
            }
        }

        if (request.Name is { } name && (name.Length > LongestName || name.Any(char.IsControl)))
        {
            faults.Add(new("name", $"Expected a name of {LongestName} characters at most, without control characters."));
        }

        if (faults.Count > 0)
        {
            return Reply.Of(new RestProblem(ProblemType.InvalidRequest, faults[0].Message) { Errors = faults.ToImmutable() });
        }

        var read = ArticleReader.Read(request.Name ?? "article", bytes);
        if (read.Article is not { } article)
        {
            return Reply.Of(new RestProblem(ProblemType.UnreadableArticle, read.Problem!.Message));
        }

        var report = ArticleCheck.Run(article, market, new CheckOptions { Published = request.Published, AsOf = days.ToImmutable(), Cancellation = call.Cancellation });
        return Reply.Of(output => CheckJson.Write(report, output));
    }

    private static (ArticleRequest, byte[], RestProblem?) OfJson(ReadOnlyMemory<byte> body, ArticleRequest address)
    {
        var (request, fault) = ArticleRequest.OfJson(body, address);
        return fault is not null ? (address, [], new RestProblem(ProblemType.InvalidRequest, fault.Message) { Errors = [fault] }) : (request!, Encoding.UTF8.GetBytes(request!.Text!), null);
    }
}
