using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Touchstone.Web.Asking;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Components.Parts;

/// <summary>Parts of pages that script asks for one at a time. What they show stands on a page of its own too.</summary>
internal static class PageParts
{
    /// <summary>Maps them.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapPageParts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/part/series", (string? e) => new RazorComponentResult<SeriesView>(new { Expression = e ?? "" })).ExcludeFromDescription();
        routes.MapGet("/part/completion", (string? e, int? at, PackageSnapshot snapshot) => Results.Json(ExpressionCompletion.Of(snapshot.Market, e ?? "", at ?? e?.Length ?? 0))).ExcludeFromDescription();
    }
}
