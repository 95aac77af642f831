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

    [Fact]
    public void Write_LeavesNothingThatTurnsTheDirectionOfText()
    {
        var output = Print(true, report: HandmadeReport.MakeHostile("\u202E\u2067turned\u2069\u202C"));

        Assert.DoesNotContain(output, c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    }

    [Fact]
    public void Of_PutsExchangesOfOneDayTogether()
    {
        var (friday, thursday) = (new DateOnly(2025, 2, 28), new DateOnly(2025, 2, 27));
        var report = HandmadeReport.Make() with { AsOf = [new("XHBR", friday, "inferred"), new("XNYS", thursday, "inferred"), new("XQUA", friday, "inferred"), new("XTID", friday, "given")] };

        Assert.Contains("XHBR, XQUA 2025-02-28; XNYS 2025-02-27, inferred\n", Print(false, report: report), StringComparison.Ordinal);
        Assert.Contains("XTID 2025-02-28, given\n", Print(false, report: report), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CutsUnreadNumbersThatNobodyWouldRead()
    {
        var report = HandmadeReport.Make() with { Unread = [new TextSpan(0, 400, new string('9', 400))] };

        Assert.EndsWith($"{new string('9', 40)}…\n", Print(false, report: report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-02-27", "2025-02-28", "2025-02-27 to 2025-02-28")]
    [InlineData(null, "2025-02-28", "as of 2025-02-28")]
    [InlineData("2025-02-27", null, "from 2025-02-27")]
    [InlineData(null, null, null)]
    public void Days_SaysOnlyWhatIsKnown(string? from, string? to, string? days) =>
        Assert.Equal(days, CheckSummary.Days(new ClaimWindow("", Day(from), Day(to), "stated")));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");

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
