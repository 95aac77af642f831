using System.Text.Json;

namespace Touchstone.Tests.Studies;

/// <summary>The files of expected numbers in the shared folder.</summary>
internal static class ExuberanceVectors
{
    public static JsonElement File(string name)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(SharedData.Folder!, "vectors", name)));
        return document.RootElement.Clone();
    }

    public static double[] Series(string name) => Numbers(File("psy_radf_vectors.json").GetProperty("series").GetProperty(name));

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    public static int[] Wholes(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];
}
