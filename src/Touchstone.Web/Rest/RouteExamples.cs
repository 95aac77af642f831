using System.Text.Json.Nodes;

namespace Touchstone.Web.Rest;

/// <summary>An answer of each operation, over the sample, shortened: files that the tests write from what is really answered.</summary>
internal static class RouteExamples
{
    /// <summary>The example of an operation, or null.</summary>
    /// <param name="name">The operation.</param>
    public static JsonNode? Of(string name)
    {
        using var stream = typeof(RouteExamples).Assembly.GetManifestResourceStream($"examples/{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
