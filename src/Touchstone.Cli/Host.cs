using System.Text;

namespace Touchstone.Cli;

/// <summary>What a command is connected to: streams, environment and terminal. Tests put their own in its place.</summary>
internal sealed class Host : IDisposable
{
    private const int WidthWhenUnknown = 80;

    /// <summary>Data, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Everything that is not data.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input, opened when asked for.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>A variable of the environment, or null.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal, on which progress may be shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The terminal's width in columns; used only on a terminal.</summary>
    public int Width { get; init; } = WidthWhenUnknown;

    /// <summary>Whether colour is wanted: on a terminal that is not dumb, unless NO_COLOR is set.</summary>
    public bool UseColour => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>The streams of this process.</summary>
    public static Host OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Host
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            Input = Console.OpenStandardInput,
            Variable = Environment.GetEnvironmentVariable,
            IsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = WidthOfTerminal(),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Out.Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Output is closed or full, as has been said before; what is left has nowhere to go.
        }

        Error.Dispose();
    }

    private static int WidthOfTerminal()
    {
        if (Console.IsOutputRedirected)
        {
            return WidthWhenUnknown;
        }

        try
        {
            return Console.WindowWidth is > 0 and var width ? width : WidthWhenUnknown;
        }
        catch (IOException)
        {
            return WidthWhenUnknown;
        }
    }
}
