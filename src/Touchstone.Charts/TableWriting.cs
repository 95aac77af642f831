using System.Text;

namespace Touchstone.Charts;

/// <summary>Tables of a page as HTML.</summary>
internal static class TableWriting
{
    /// <summary>Appends a table under its caption.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="id">The id of the caption, of its own on the page.</param>
    public static void AppendWithCaption(StringBuilder html, ChartTable table, string id)
    {
        html.Append($"<p class=\"caption\" id=\"{id}\">{PageWriter.Escape(table.Caption)}</p>\n<div class=\"scroll\">\n");
        Append(html, table, $" aria-labelledby=\"{id}\"");
        html.Append("</div>\n");
    }

    /// <summary>Appends a table.</summary>
    public static void Append(StringBuilder html, ChartTable table, string label = "")
    {
        html.Append($"<table{label}>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append($"<th scope=\"col\"{(column.IsNumber ? " class=\"number\"" : "")}>{PageWriter.Escape(column.Title)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++)
            {
                html.Append($"<td{(table.Columns[i].IsNumber ? " class=\"number\"" : "")}>{PageWriter.Escape(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }
}
