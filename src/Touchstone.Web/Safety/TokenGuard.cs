using Microsoft.AspNetCore.Http;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Safety;

/// <summary>Lets pass who knows the token, and asks others for it.</summary>
/// <param name="next">What answers.</param>
/// <param name="check">The check.</param>
internal sealed class TokenGuard(RequestDelegate next, TokenCheck check)
{
    /// <summary>Passes the request on when it may pass. The look of the pages, whether the server lives, and the page that takes the token are open.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (check.Allows(context.Request) || path.StartsWithSegments("/assets") || path == "/health/live" || path == SignIn.Address)
        {
            return next(context);
        }

        if (!path.StartsWithSegments("/api") && !path.StartsWithSegments("/health") && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect(SignIn.Address);
            return Task.CompletedTask;
        }

        return Faults.AnswerAsync(context, new RestProblem(ProblemType.TokenNeeded, "Expected the header 'Authorization: Bearer' with the token that the server was started with."));
    }
}
