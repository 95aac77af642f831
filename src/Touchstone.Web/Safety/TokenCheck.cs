using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Touchstone.Web.Safety;

/// <summary>Whether a caller knows the token. Comparing takes the same time however much of it is right.</summary>
internal sealed class TokenCheck
{
    /// <summary>The cookie of a browser that has told the token.</summary>
    public const string Cookie = "touchstone-session";

    private const string Bearer = "Bearer ";

    private readonly byte[]? _token;
    private readonly byte[]? _session;

    /// <summary>Makes the check.</summary>
    /// <param name="options">The token, or none.</param>
    public TokenCheck(ServeOptions options)
    {
        if (options.Token is { } token)
        {
            // The cookie holds a secret of this process made with the token, so that the token itself stays out of browsers.
            _token = SHA256.HashData(Encoding.UTF8.GetBytes(token));
            Session = Convert.ToHexStringLower(HMACSHA256.HashData(RandomNumberGenerator.GetBytes(32), _token));
            _session = SHA256.HashData(Encoding.UTF8.GetBytes(Session));
        }
    }

    /// <summary>Whether a token is needed.</summary>
    public bool IsNeeded => _token is not null;

    /// <summary>What the cookie holds; null without a token.</summary>
    public string? Session { get; }

    /// <summary>Whether a text is the token.</summary>
    /// <param name="text">The text.</param>
    public bool IsToken(string? text) => Same(_token, text);

    /// <summary>Whether a request may pass.</summary>
    /// <param name="request">The request.</param>
    public bool Allows(HttpRequest request)
    {
        if (_token is null)
        {
            return true;
        }

        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? Same(_token, header[Bearer.Length..].Trim()) : Same(_session, request.Cookies[Cookie]);
    }

    // Of hashes of one length, so that not even the length of the token shows.
    private static bool Same(byte[]? expected, string? text) => expected is not null && text is not null && CryptographicOperations.FixedTimeEquals(expected, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
