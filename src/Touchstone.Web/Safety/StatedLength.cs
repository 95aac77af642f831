using Microsoft.AspNetCore.Http;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Safety;

/// <summary>Refuses a body whose stated length is beyond the limit before anything of it is read; forms would otherwise be called invalid, not too large.</summary>
/// <param name="next">What answers.</param>
/// <param name="options">The limit.</param>
internal sealed class StatedLength(RequestDelegate next, ServeOptions options)
{
    /// <summary>Passes the request on when its body is not too large by its own account.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context) => context.Request.ContentLength > options.Limits.MostBodyBytes
        ? Faults.AnswerAsync(context, new RestProblem(ProblemType.TooLarge, "The body is larger than is taken; an article has a few kilobytes."))
        : next(context);
}
