using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Touchstone.Web.Assets;

/// <summary>A script, style sheet or picture of the pages, from inside the program.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Version">The beginning of its hash, which stands in its address so that browsers may keep it for good.</param>
internal sealed record Asset(byte[] Bytes, string ContentType, string Version)
{
    private const string Folder = "/assets/";
    private const int VersionLength = 12;

    private static readonly FrozenDictionary<string, Lazy<Asset>> All = new Dictionary<string, string>
    {
        ["site.css"] = "text/css; charset=utf-8",
        ["check.css"] = "text/css; charset=utf-8",
        ["ask.css"] = "text/css; charset=utf-8",
        ["site.js"] = "text/javascript; charset=utf-8",
        ["check.js"] = "text/javascript; charset=utf-8",
        ["ask.js"] = "text/javascript; charset=utf-8",
        ["echarts.js"] = "text/javascript; charset=utf-8",
        ["charts.js"] = "text/javascript; charset=utf-8",
        ["charts.css"] = "text/css; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
    }.ToFrozenDictionary(pair => pair.Key, pair => new Lazy<Asset>(() => Read(pair.Key, pair.Value)), StringComparer.Ordinal);

    /// <summary>The asset of a name, or null. Names are looked up in a list; nothing is opened by them.</summary>
    /// <param name="name">The name.</param>
    public static Asset? Find(string name) => All.GetValueOrDefault(name)?.Value;

    /// <summary>The address of an asset.</summary>
    /// <param name="name">Its name.</param>
    public static string Address(string name) => $"{Folder}{name}?v={Find(name)!.Version}";

    private static Asset Read(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program holds no {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Asset(bytes, contentType, Convert.ToHexStringLower(SHA256.HashData(bytes))[..VersionLength]);
    }
}
