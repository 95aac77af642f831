namespace Touchstone.Charts;

/// <summary>What a page needs to draw charts: the library, the script that draws an option in the page's colours, and these colours.</summary>
public static class ChartAssets
{
    private static readonly Lazy<string> LibraryText = new(() => Resource("echarts.js"));

    private static readonly Lazy<string> ScriptText = new(() => Resource("charts.js"));

    private static readonly Lazy<string> StyleText = new(() => Resource("charts.css"));

    /// <summary>ECharts, 1.1 MB of script with its licence.</summary>
    public static string Library => LibraryText.Value;

    /// <summary>The script that defines <c>touchstoneCharts.add(place, option, height)</c>; it needs the library before it.</summary>
    public static string Script => ScriptText.Value;

    /// <summary>The colours that options name, for light, dark and paper.</summary>
    public static string Style => StyleText.Value;

    /// <summary>A text that the library holds.</summary>
    internal static string Resource(string name)
    {
        using var stream = typeof(ChartAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library holds no {name}.");
        using var reader = new StreamReader(stream);

        // A browser reads line ends as line feeds before it hashes.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
