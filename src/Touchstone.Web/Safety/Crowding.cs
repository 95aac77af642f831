using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Safety;

/// <summary>How many requests are worked on at once. More than that wait, and more than may wait are sent away with 429.</summary>
internal static class Crowding
{
    /// <summary>The policy of checks, calculations and studies.</summary>
    public const string Heavy = "heavy";

    /// <summary>The policy of the page that takes a token.</summary>
    public const string SignIn = "sign-in";

    private const string Bare = "bare";
    private const int RetrySeconds = 2;

    /// <summary>Sets the limits.</summary>
    /// <param name="limiter">Where to.</param>
    /// <param name="limits">The limits.</param>
    public static void Set(RateLimiterOptions limiter, ServeLimits limits)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(_ => RateLimitPartition.GetConcurrencyLimiter(true, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AtOnce, QueueLimit = 0 }));
        limiter.AddPolicy(Heavy, context => IsBare(context) ? RateLimitPartition.GetNoLimiter(Bare) : RateLimitPartition.GetConcurrencyLimiter(Heavy, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.HeavyAtOnce, QueueLimit = limits.HeavyWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
        limiter.AddPolicy(SignIn, context => RateLimitPartition.GetFixedWindowLimiter($"{context.Connection.RemoteIpAddress}", _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.TokenTries, Window = TimeSpan.FromMinutes(1) }));
        limiter.OnRejected = (rejected, _) => new ValueTask(Faults.AnswerAsync(
            rejected.HttpContext,
            new RestProblem(ProblemType.TooMany, "More is being asked than is worked on at once; try again in a moment.") { RetryAfter = RetrySeconds }));
    }

    /// <summary>Whether a page is asked for without a question: then there is nothing to work on.</summary>
    private static bool IsBare(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && !context.Request.QueryString.HasValue && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
