using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Touchstone.Web.Assets;

/// <summary>The addresses of scripts, style sheet and picture.</summary>
internal static class AssetRoutes
{
    /// <summary>Maps them.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name, HttpContext context) =>
    {
        if (Asset.Find(name) is not { } asset)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = context.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }).ExcludeFromDescription();
}
