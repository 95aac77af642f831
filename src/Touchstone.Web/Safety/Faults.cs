using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Touchstone.Web.Components;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Safety;

/// <summary>The last net: whatever goes wrong becomes a page or problem details, never a stack trace.</summary>
/// <param name="next">What answers.</param>
/// <param name="log">Where failures are told.</param>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> log)
{
    /// <summary>Passes the request on and answers what nobody else has.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } bare)
            {
                await AnswerAsync(context, OfStatus(bare.StatusCode)).ConfigureAwait(false);
            }
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, OfStatus(refused.StatusCode)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked has gone; there is nobody to answer.
        }
#pragma warning disable CA1031 // The last net of a request: it is logged with its trace, and the caller is told that it failed.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Failed(failure, context.Request.Method, context.Request.Path);
            await AnswerAsync(context, new RestProblem(ProblemType.Failed, "It failed on its own account; the log of the server tells more. Please report it with the request.")).ConfigureAwait(false);
        }
    }

    /// <summary>Answers with a problem: as JSON to programs, as a page to people.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">The problem.</param>
    public static Task AnswerAsync(HttpContext context, RestProblem problem)
    {
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        var path = context.Request.Path;
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/assets"))
        {
            return problem.ExecuteAsync(context);
        }

        // A page that ended in a status has set it already, and it cannot be set twice.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        context.Response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        return ShowAsync(context, problem.Type.Status, new ShownProblem(problem.Type.Status, problem.Type.Title, problem.Detail));
    }

    private static async Task ShowAsync(HttpContext context, int status, ShownProblem problem)
    {
        // What a page that failed has begun in its scope cannot be begun again.
        var services = context.RequestServices;
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                context.RequestServices = scope.ServiceProvider;
                await new RazorComponentResult<ProblemDocument>(new { Problem = problem }) { StatusCode = status }.ExecuteAsync(context).ConfigureAwait(false);
            }
            finally
            {
                context.RequestServices = services;
            }
        }
    }

    private static RestProblem OfStatus(int status) => ProblemType.OfStatus(status) switch
    {
        var type when type == ProblemType.NotFound => new(type, "There is nothing at this address."),
        var type when type == ProblemType.TooLarge => new(type, "The body is larger than is taken; an article has a few kilobytes."),
        var type when type == ProblemType.TooSlow => new(type, "The request or its answer took too long."),
        var type when type == ProblemType.WrongMethod => new(type, "The address does not take this method; the Allow header names those it takes."),
        var type when type == ProblemType.InvalidRequest => new(type, "The request is not understood. A form that has stood open over a restart of the server needs its page loaded anew."),
        var type => new(type, type.Title),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void Failed(Exception failure, string method, PathString path);
}

/// <summary>A problem as a page shows it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Title">What sort it is.</param>
/// <param name="Detail">A sentence on this one.</param>
public sealed record ShownProblem(int Status, string Title, string Detail);
