namespace Touchstone.Tests.Charts;

/// <summary>A test that needs a browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser.ReasonToSkip;
}

/// <summary>A theory that needs a browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Browser.ReasonToSkip;
}

/// <summary>Where the browser is: a Chromium as Linux distributions install it.</summary>
public static class Browser
{
    /// <summary>A browser without the services that would call home.</summary>
    public static string[] Arguments { get; } = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static string? Path { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public static string? ReasonToSkip => Path is null ? "There is no Chromium in /usr/bin; 'apt-get install chromium' would settle it." : null;
}
