using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Touchstone.Claims;
using Touchstone.Json;
using Touchstone.Web.Rest;
using Touchstone.Web.Safety;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Checking;

/// <summary>The address that gives a check as a file: a page that opens without a network, JSON, or a note for an editor.</summary>
internal static class CheckFiles
{
    /// <summary>Its address.</summary>
    public const string Address = "/check/save";

    /// <summary>The forms by the word that asks for them.</summary>
    public static ImmutableArray<CheckFile> All { get; } =
    [
        new("html", "HTML", "One page that opens without a network", "text/html; charset=utf-8", CheckPage.Render),
        new("json", "JSON", "Every claim as data", "application/json; charset=utf-8", report =>
        {
            using var json = new StringWriter();
            CheckJson.Write(report, json);
            return json.ToString();
        }),
        new("md", "Markdown", "A note for an editor", "text/markdown; charset=utf-8", EditorNote.Write),
    ];

    /// <summary>Maps it.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapCheckFiles(this IEndpointRouteBuilder routes) => routes.MapPost(Address, async (HttpContext context, PackageSnapshot snapshot, IAntiforgery forgery, ServeOptions options) =>
    {
        if (!await forgery.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var question = await CheckQuestion.OfFormAsync(form, snapshot.Market, context.RequestAborted).ConfigureAwait(false);
        if (!question.Faults.IsEmpty || All.FirstOrDefault(file => file.Word == form["as"]) is not { } wanted)
        {
            return Refused(ProblemType.InvalidRequest, question.Faults.FirstOrDefault() ?? $"The form of the file is missing; expected {string.Join(", ", All.Select(file => file.Word))}.");
        }

        var (outcome, problem) = await TimedWork.RunAsync(stop => question.Answer(snapshot.Market, stop), options.Limits.Time, options.Clock, context.RequestAborted).ConfigureAwait(false);
        return problem is not null ? Refused(ProblemType.TooSlow, problem.Message)
            : outcome.Report is not { } report ? Refused(ProblemType.UnreadableArticle, outcome.Problem!.Message)
            : Results.Bytes(Encoding.UTF8.GetBytes(wanted.Write(report)), wanted.ContentType, $"{Stem(question.Name)}-check.{wanted.Word}");
    }).RequireRateLimiting(Crowding.Heavy).ExcludeFromDescription();

    private static ProblemAnswer Refused(ProblemType type, string message) => new(new RestProblem(type, message));

    /// <summary>The name of an article without its ending, of letters and digits that every disk takes.</summary>
    private static string Stem(string name)
    {
        var stem = string.Concat(Path.GetFileNameWithoutExtension(name).Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-')).Trim('-');
        return stem.Length == 0 ? "article" : stem[..Math.Min(stem.Length, 80)];
    }

    /// <summary>A problem as people see it.</summary>
    private sealed class ProblemAnswer(RestProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Faults.AnswerAsync(httpContext, problem);
    }
}

/// <summary>A form that a check can be saved in.</summary>
/// <param name="Word">What asks for it, and the ending of the file.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Use">What it is for.</param>
/// <param name="ContentType">What the file is.</param>
/// <param name="Write">Writes it.</param>
internal sealed record CheckFile(string Word, string Name, string Use, string ContentType, Func<CheckReport, string> Write);
