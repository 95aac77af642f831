namespace Touchstone.Tests;

/// <summary>A test that needs the shared market package; skipped, with the reason, where TOUCHSTONE_SHARED is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedData.ReasonToSkip;
}

/// <summary>A theory that needs the shared market package; skipped, with the reason, where TOUCHSTONE_SHARED is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedData.ReasonToSkip;
}

/// <summary>Where the shared folder is: the environment variable TOUCHSTONE_SHARED, with <c>market</c> inside.</summary>
public static class SharedData
{
    public static string? Folder => Environment.GetEnvironmentVariable("TOUCHSTONE_SHARED");

    public static string Market => Path.Combine(Folder ?? throw new InvalidOperationException("TOUCHSTONE_SHARED is not set."), "market");

    public static string? ReasonToSkip =>
        string.IsNullOrEmpty(Folder) ? "TOUCHSTONE_SHARED is not set; it names the folder that holds market/ and articles/." : null;
}
