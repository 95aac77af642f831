using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Touchstone.Web.Safety;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Rest;

/// <summary>All addresses of the REST interface.</summary>
internal static class Api
{
    /// <summary>Where they stand.</summary>
    public const string Root = "/api/v1";

    /// <summary>All routes, in reading order. A new one is added here, and is read, limited, answered and documented like the rest.</summary>
    public static IEnumerable<Route> Routes => [CheckRoute.Only, BriefRoute.Only, .. MeasureRoutes.All, .. IndexRoutes.All, .. StudyRoutes.All, .. DataRoutes.All];

    /// <summary>Maps them.</summary>
    /// <param name="app">The server.</param>
    public static void MapApi(this WebApplication app)
    {
        var (options, finished, meter) = (app.Services.GetRequiredService<ServeOptions>(), app.Services.GetRequiredService<FinishedAnswers>(), app.Services.GetRequiredService<WebMeter>());
        foreach (var route in Routes)
        {
            var run = new RouteRun(route, options, finished, meter);
            var mapped = app.MapMethods(Root + route.Path, [route.TakesArticle ? HttpMethods.Post : HttpMethods.Get], new Func<HttpContext, Task<IResult>>(run.AnswerAsync))
                .WithName(route.Name).WithTags(route.Tag).WithSummary(route.Summary).WithDescription(route.Description).WithMetadata(route)
                .DisableAntiforgery()

                // Each keeps its own limit of time, which also ends streams in an orderly way.
                .DisableRequestTimeout();
            if (route.Weight != Weight.Light)
            {
                mapped.RequireRateLimiting(Crowding.Heavy);
            }
        }

        app.MapOpenApi(Root + "/openapi.json");
        app.MapGet("/health/live", () => Health("live", null)).ExcludeFromDescription();
        app.MapGet("/health/ready", (PackageState state) => Health("ready", state)).ExcludeFromDescription();
    }

    private static IResult Health(string status, PackageState? state) => Results.Json(state is null
        ? new Dictionary<string, string?> { ["status"] = status }
        : new Dictionary<string, string?> { ["status"] = status, ["package"] = state.Snapshot.Market.Name, ["sha256"] = state.Snapshot.Market.Sha256, ["fault"] = state.Fault?.Problems[0].ToString() });
}
