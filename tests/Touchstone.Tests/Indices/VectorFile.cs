using System.Text.Json;

namespace Touchstone.Tests.Indices;

/// <summary>One expected number set of the shared file of index vectors, with where it comes from.</summary>
/// <param name="id">The vector's id.</param>
/// <param name="source">Its source, as the file names it.</param>
public sealed record VectorName(string id, string source)
{
    public override string ToString() => $"{id} ({source})";
}

/// <summary>The shared file of index vectors, read once.</summary>
internal static class VectorFile
{
    private static readonly Lazy<JsonElement> Root = new(() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder!, "vectors", "index-test-vectors.json"))).RootElement.Clone());

    /// <summary>The vectors whose numbers have a source, by kind; none where the shared folder is not set.</summary>
    public static IEnumerable<JsonElement> Sourced => SharedData.ReasonToSkip is not null
        ? []
        : Root.Value.GetProperty("vectors").EnumerateArray().Where(vector => !vector.Text("status").StartsWith("unsourced", StringComparison.Ordinal));

    public static JsonElement Section(string name) => Root.Value.GetProperty(name);

    public static JsonElement Find(string id) => Root.Value.GetProperty("vectors").EnumerateArray().Single(vector => vector.Text("id") == id);

    public static JsonElement At(this JsonElement element, string name) => element.GetProperty(name);

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static double[] Numbers(this JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
