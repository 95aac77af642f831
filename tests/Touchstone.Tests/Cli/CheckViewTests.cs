using Touchstone.Claims;
using Touchstone.Cli;
using Touchstone.Cli.Terminal;

namespace Touchstone.Tests.Cli;

public class CheckViewTests
{
    [Fact]
    public void Of_PrintsEveryClaimInReadingOrder() => Golden.Matches(Print(verbose: false), "check.txt");

    [Fact]
    public void Of_WithVerbose_PrintsTheWorking() => Golden.Matches(Print(verbose: true), "check-verbose.txt");

    [Fact]
    public void Of_OnATerminal_WrapsAndColours() => Golden.Matches(Print(verbose: true, terminal: true, width: 72), "check-terminal.txt");

    [Fact]
    public void Of_OnANarrowTerminal_StaysInsideIt()
    {
        var lines = Print(verbose: true, terminal: true, width: 40, noColour: true).Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 40));
    }

    [Theory]
    [InlineData(false, null, null, false)]
    [InlineData(true, null, null, true)]
    [InlineData(true, "1", null, false)]
    [InlineData(true, "", null, true)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(true, null, "xterm-256color", true)]
    public void Write_ColoursOnlyOnATerminalThatWantsIt(bool terminal, string? noColour, string? term, bool coloured)
    {
        var output = Print(false, terminal, variable: name => name switch { "NO_COLOR" => noColour, "TERM" => term, _ => null });

        Assert.Equal(coloured, output.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Write_LeavesNoControlCharacterOfTheArticle()
    {
        var output = Print(true, report: HandmadeReport.MakeHostile("\u001b]0;title\u0007\u001b[31mred\r\nnext"));

        Assert.DoesNotContain(output, c => char.IsControl(c) && c != '\n');
    }

    private static string Print(bool verbose, bool terminal = false, int width = 80, bool noColour = false, Func<string, string?>? variable = null, CheckReport? report = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var host = new Host
        {
            Out = output,
            Error = TextWriter.Null,
            Input = () => Stream.Null,
            IsTerminal = terminal,
            Width = width,
            Variable = variable ?? (name => noColour && name == "NO_COLOR" ? "1" : null),
        };
        Sheet.Write(CheckView.Of(report ?? HandmadeReport.Make(), verbose), host);
        return output.ToString();
    }
}
