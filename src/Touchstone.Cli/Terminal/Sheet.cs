using System.Runtime.CompilerServices;
using System.Text;

namespace Touchstone.Cli.Terminal;

/// <summary>Writes lines to a terminal, wrapped and coloured, or to a file, one line each and plain.</summary>
internal static class Sheet
{
    /// <summary>Writes lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="host">Where to.</param>
    public static void Write(IEnumerable<SheetLine> lines, Host host)
    {
        var all = lines.ToList();
        var leadWidth = all.Where(line => line.Text.Length > 0).Select(line => line.Indent + line.Lead.Length).DefaultIfEmpty(0).Max() + 2;
        if (host.IsTerminal)
        {
            WriteRich(all, leadWidth, host);
        }
        else
        {
            WritePlain(all, leadWidth, host.Out);
        }
    }

    private static void WritePlain(List<SheetLine> lines, int leadWidth, TextWriter output)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Clear().Append(' ', line.Indent).Append(Printable(line.Lead));
            if (line.Text.Length > 0)
            {
                text.Append(' ', Math.Max(1, leadWidth - text.Length)).Append(Printable(line.Text));
            }

            output.WriteLine(text.ToString().TrimEnd());
        }
    }

    // In a method of its own so that the terminal library is loaded only when there is a terminal.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRich(List<SheetLine> lines, int leadWidth, Host host) => RichSheet.Write(lines, leadWidth, host);

    /// <summary>The text without control characters and without marks that turn the direction of what follows: what an article holds must not drive the terminal.</summary>
    internal static string Printable(string text) => text.Any(IsUnprintable) ? string.Concat(text.Select(c => IsUnprintable(c) ? ' ' : c)) : text;

    private static bool IsUnprintable(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
