using Spectre.Console;

namespace Touchstone.Cli.Terminal;

/// <summary>Lines on a terminal.</summary>
internal static class RichSheet
{
    private const int NarrowTerminal = 50;
    private const int LeastOfACut = 4;

    /// <summary>Writes lines, wrapped to the terminal's width.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="leadWidth">Columns that leads take.</param>
    /// <param name="host">Where to.</param>
    public static void Write(IEnumerable<SheetLine> lines, int leadWidth, Host host)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = host.UseColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = host.UseColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(host.Out),
        });
        console.Profile.Width = host.Width;
        foreach (var line in lines)
        {
            if (line == SheetLine.Empty)
            {
                console.WriteLine();
                continue;
            }

            var lead = new Text(Fitting(Sheet.Printable(line.Lead), line.CutFrom, host.Width), StyleOf(line.LeadTone));
            if (line.Text.Length == 0)
            {
                console.Write(new Padder(lead, new Padding(line.Indent, 0, 0, 0)));
                continue;
            }

            var text = new Text(Sheet.Printable(line.Text), StyleOf(line.TextTone));
            if (host.Width < NarrowTerminal)
            {
                console.Write(new Padder(lead, new Padding(line.Indent, 0, 0, 0)));
                console.Write(new Padder(text, new Padding(line.Indent + 2, 0, 0, 0)));
                continue;
            }

            console.Write(new Grid { Expand = false }
                .AddColumn(new GridColumn { Width = leadWidth, Padding = new Padding(0, 0, 0, 0), NoWrap = true })
                .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) })
                .AddRow(new Padder(lead, new Padding(line.Indent, 0, 0, 0)), text));
        }
    }

    /// <summary>A line that is cut where its last column does not fit; whole when not even the beginning of that column does.</summary>
    private static string Fitting(string text, int? cutFrom, int width)
    {
        if (text.Length <= width || cutFrom is not { } from || from + LeastOfACut > width)
        {
            return text;
        }

        var kept = char.IsHighSurrogate(text[width - 2]) ? width - 2 : width - 1;
        return $"{text.AsSpan(0, kept)}…";
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Muted => new Style(decoration: Decoration.Dim),
        Tone.Good => new Style(Color.Green),
        Tone.Caution => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
