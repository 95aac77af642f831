namespace Touchstone.Claims;

/// <summary>What a description of an unnamed index or group of stocks says about candidates, in words of their names.</summary>
internal static class Themes
{
    private static readonly string[] Technology = ["tech", "technology", "nasdaq", "star", "chinext", "internet"];
    private static readonly string[] BlueChip = ["300", "50", "dow", "blue", "500"];
    private static readonly string[] SmallCap = ["1000", "2000", "small"];

    /// <summary>The theme a modifier names, or null.</summary>
    public static string? Of(string lower) => lower switch
    {
        "tech" or "technology" or "ai" or "chip" or "internet" or "semiconductor" or "software" or "it" => "technology",
        "blue" or "bluechip" or "large" => "blue chip",
        "small" or "smallcap" => "small cap",
        _ => null,
    };

    /// <summary>Whether an instrument's names fit a theme.</summary>
    public static bool Fits(string theme, string name)
    {
        var words = theme switch { "technology" => Technology, "blue chip" => BlueChip, "small cap" => SmallCap, _ => [] };
        var parts = name.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(part => words.Contains(part));
    }
}
