using System.Collections.Immutable;
using System.Text;

namespace Touchstone.Charts;

/// <summary>Texts of a page as HTML: paragraphs, lists and terms, with links to the notes.</summary>
internal static class TextWriting
{
    /// <summary>Appends paragraphs; items that follow each other become one list.</summary>
    public static void AppendParagraphs(StringBuilder html, ImmutableArray<PageParagraph> paragraphs)
    {
        if (paragraphs.IsEmpty)
        {
            return;
        }

        html.Append("<div>\n");
        var isList = false;
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.IsItem != isList)
            {
                html.Append(isList ? "</ul>\n" : "<ul>\n");
                isList = paragraph.IsItem;
            }

            html.Append(isList ? "<li>" : "<p class=\"prose\">");
            AppendRuns(html, paragraph.Runs);
            html.Append(isList ? "</li>\n" : "</p>\n");
        }

        html.Append(isList ? "</ul>\n</div>\n" : "</div>\n");
    }

    /// <summary>Appends the pieces of a text, those with a note as links to it.</summary>
    public static void AppendRuns(StringBuilder html, ImmutableArray<PageRun> runs)
    {
        foreach (var run in runs)
        {
            html.Append(run.Note is { } note ? $"<a class=\"figure-link\" href=\"#{NoteWriting.IdOf(note)}\">{PageWriter.Escape(run.Text)}</a>" : PageWriter.Escape(run.Text));
        }
    }

    /// <summary>Appends terms with what is said of each.</summary>
    public static void AppendTerms(StringBuilder html, ImmutableArray<(string Term, string Text)> terms)
    {
        if (terms.IsEmpty)
        {
            return;
        }

        html.Append("<dl>\n");
        foreach (var (term, said) in terms)
        {
            html.Append($"<dt>{PageWriter.Escape(term)}</dt><dd>{PageWriter.Escape(said)}</dd>\n");
        }

        html.Append("</dl>\n");
    }
}
