using Microsoft.AspNetCore.Http;

namespace Touchstone.Web.Showing;

/// <summary>The status of a page that tells what the package lacks.</summary>
internal static class NotFoundPage
{
    /// <summary>Answers 404 with the page, which is kept nowhere.</summary>
    /// <param name="context">The request; null outside of one.</param>
    /// <remarks>The status is set when the answer starts: a page that has it earlier is not written.</remarks>
    public static void Mark(HttpContext? context)
    {
        if (context is null)
        {
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
