using System.Collections.Immutable;
using System.Text;

namespace Touchstone.Charts;

/// <summary>What stands behind figures as HTML: notes at the end of the page, which the page's script opens in place.</summary>
internal static class NoteWriting
{
    /// <summary>The id of a note.</summary>
    public static string IdOf(int note) => $"note-{note}";

    /// <summary>Appends the notes.</summary>
    public static void Append(StringBuilder html, ImmutableArray<PageNote> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        html.Append("<aside class=\"notes\" aria-label=\"Working of the figures\">\n<h2>Working of the figures</h2>\n");
        for (var i = 0; i < notes.Length; i++)
        {
            Append(html, notes[i], IdOf(i));
        }

        html.Append("</aside>\n");
    }

    private static void Append(StringBuilder html, PageNote note, string id)
    {
        html.Append($"<section class=\"note\" id=\"{id}\" tabindex=\"-1\" aria-labelledby=\"{id}-heading\">\n");
        html.Append($"<h3 id=\"{id}-heading\"><code>{PageWriter.Escape(note.Heading)}</code></h3>\n<p class=\"answer\">{PageWriter.Escape(note.Answer)}</p>\n");
        TextWriting.AppendTerms(html, note.Terms);
        foreach (var (table, i) in note.Tables.Select((table, i) => (table, i)))
        {
            TableWriting.AppendWithCaption(html, table, $"{id}-table-{i}");
        }

        html.Append("</section>\n");
    }
}
