namespace Touchstone.Cli;

/// <summary>A command cannot go on, for a reason its user can act on.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">A sentence naming the file or value and what was expected.</param>
internal sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    /// <summary>What the process tells its caller.</summary>
    public int ExitCode { get; } = exitCode;
}
