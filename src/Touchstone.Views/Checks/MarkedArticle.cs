using System.Text;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>The article with each claim marked. A piece under several claims looks like the gravest of them and tells the working of all.</summary>
internal static class MarkedArticle
{
    /// <summary>Appends the article.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="report">The report.</param>
    public static void Append(StringBuilder html, CheckReport report)
    {
        html.Append("<article aria-label=\"The article, marked\">\n");
        foreach (var paragraph in MarkedText.Of(report).Paragraphs)
        {
            html.Append(paragraph.IsHeading ? "<p class=\"heading\">" : "<p>");
            foreach (var piece in paragraph.Pieces)
            {
                AppendPiece(html, piece);
            }

            html.Append("</p>\n");
        }

        html.Append("</article>\n");
    }

    private static void AppendPiece(StringBuilder html, MarkedPiece piece)
    {
        var words = CheckPage.Escape(piece.Text);
        if (piece.Over.IsEmpty)
        {
            html.Append(piece.IsUnread ? $"<span class=\"unread\">{words}</span>" : words);
            return;
        }

        var note = $"note-{piece.Start}";
        var stop = piece.Fresh.IsEmpty ? "" : " tabindex=\"0\"";
        html.Append($"<mark class=\"{VerdictSign.Of(piece.Gravest.Verdict).Name}\"{stop} aria-describedby=\"{CheckPage.Escape(note)}\">{words}</mark>");
        html.Append($"<span class=\"note\" role=\"tooltip\" id=\"{CheckPage.Escape(note)}\">");
        foreach (var claim in piece.Over)
        {
            ClaimNote.Append(html, claim);
        }

        html.Append("</span>");
        foreach (var claim in piece.Ending)
        {
            var sign = VerdictSign.Of(claim.Verdict);
            html.Append($"<sup class=\"sign {sign.Name}\"><a href=\"#{CheckPage.Escape(claim.Id)}\" aria-label=\"{sign.Name}: claim {CheckPage.Escape(claim.Id)} in the table\">{sign.Mark}</a></sup>");
        }
    }
}
