using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Safety;

/// <summary>Keeps finished pages: a page without a form that posts follows from the package and its address alone.</summary>
/// <param name="next">What answers.</param>
/// <param name="finished">Where finished pages are kept.</param>
internal sealed class KeptPages(RequestDelegate next, FinishedAnswers finished)
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Answers from what is kept, or passes the request on and keeps the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="state">The package, and whether its files are in order, which pages tell too.</param>
    public async Task InvokeAsync(HttpContext context, PackageState state)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var name = ProgramHash.With($"{state.Snapshot.Hash} {state.Snapshot.ReadAt.Ticks} {state.Fault?.Since.Ticks}", context.Request.Path, $"page {context.Request.QueryString}");
        var tag = new EntityTagHeaderValue($"\"{name}\"", isWeak: true);
        if (finished.Find(name) is { } known)
        {
            var fresh = context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(tag, useStrongComparison: false));
            Describe(context.Response, tag);
            if (fresh)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.ContentType = Html;
            context.Response.ContentLength = known.Length;
            await context.Response.Body.WriteAsync(known, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = body;
        }

        // A page with a form that posts sets a cookie, or says that it is not to be stored: it is this caller's own.
        var own = context.Response.Headers.SetCookie.Count > 0 || context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
        if (context.Response.StatusCode == StatusCodes.Status200OK && !own)
        {
            finished.Keep(name, page.ToArray());
            Describe(context.Response, tag);
        }

        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private static void Describe(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.GetTypedHeaders().ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
    }
}
