using System.Net;
using Microsoft.AspNetCore.Http;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Safety;

/// <summary>
/// On loopback, answers only to names of this machine. A page from elsewhere that has its own name point here (DNS rebinding) would otherwise
/// read what nobody else may.
/// </summary>
/// <param name="next">What answers.</param>
/// <param name="options">Where the server listens.</param>
internal sealed class KnownHosts(RequestDelegate next, ServeOptions options)
{
    /// <summary>Passes the request on when its host is known.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context) => !options.IsLoopback || IsThisMachine(context.Request.Host.Host)
        ? next(context)
        : Faults.AnswerAsync(context, new RestProblem(ProblemType.WrongHost, "This server answers to 127.0.0.1 and localhost alone."));

    private static bool IsThisMachine(string host) => host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
