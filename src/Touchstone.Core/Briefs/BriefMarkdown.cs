using System.Text;

namespace Touchstone.Briefs;

/// <summary>A brief as Markdown: prose for a reader, then the expressions behind its figures in a code block.</summary>
public static class BriefMarkdown
{
    /// <summary>Writes a brief.</summary>
    /// <param name="brief">The brief.</param>
    /// <returns>Lines that end with a line feed.</returns>
    public static string Write(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var text = new StringBuilder();
        text.Append("# ").Append(brief.Title.Text).Append("\n\n*").Append(Wording.Day(brief.AsOf)).Append("*\n");
        foreach (var section in brief.Sections)
        {
            text.Append("\n## ").Append(section.Heading).Append("\n\n");
            for (var i = 0; i < section.Paragraphs.Length; i++)
            {
                var paragraph = section.Paragraphs[i];
                text.Append(i > 0 && !(paragraph.IsItem && section.Paragraphs[i - 1].IsItem) ? "\n" : "").Append(paragraph.IsItem ? "- " : "").AppendJoin(' ', paragraph.Sentences.Select(sentence => sentence.Text)).Append('\n');
            }
        }

        if (!brief.Omissions.IsEmpty)
        {
            text.Append("\n## What could not be said\n\n");
            foreach (var omission in brief.Omissions)
            {
                text.Append("- ").Append(char.ToUpperInvariant(omission.What[0])).Append(omission.What.AsSpan(1)).Append('\n');
            }
        }

        text.Append("\n## Working\n\n```text\n");
        foreach (var figure in brief.Figures.DistinctBy(figure => figure.Expression))
        {
            text.Append(figure.Expression).Append(" = ").Append(figure.Value).Append('\n');
        }

        foreach (var omission in brief.Omissions)
        {
            text.Append(omission.Expression?.ToString() ?? omission.What).Append(": ").Append(omission.Problem.Message.ReplaceLineEndings(" ").Replace("```", "'''", StringComparison.Ordinal)).Append('\n');
        }

        return text.Append("data ").Append(brief.DataName).Append(" sha256:").Append(brief.DataSha256).Append("\n```\n").ToString();
    }
}
