namespace Touchstone.Load;

/// <summary>What else the machine does.</summary>
internal static class Machine
{
    /// <summary>The average number of running tasks over the last minute, where the system tells it.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
