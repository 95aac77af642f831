using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Touchstone.Web.Components;

namespace Touchstone.Web.Safety;

/// <summary>The page that takes the token from a browser and gives it a cookie.</summary>
internal static class SignIn
{
    /// <summary>Its address.</summary>
    public const string Address = "/sign-in";

    /// <summary>Maps it.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, () => new RazorComponentResult<SignInDocument>(new { IsWrong = false })).ExcludeFromDescription();
        routes.MapPost(Address, async (HttpContext context, TokenCheck check, IAntiforgery forgery) =>
        {
            if (!await forgery.IsRequestValidAsync(context).ConfigureAwait(false))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            if (!check.IsToken(form["token"]))
            {
                return new RazorComponentResult<SignInDocument>(new { IsWrong = true }) { StatusCode = StatusCodes.Status401Unauthorized };
            }

            context.Response.Cookies.Append(TokenCheck.Cookie, check.Session!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true });
            return Results.Redirect("/");
        }).RequireRateLimiting(Crowding.SignIn).ExcludeFromDescription();
    }
}
