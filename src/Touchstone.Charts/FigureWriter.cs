using System.Collections.Immutable;
using System.Text;

namespace Touchstone.Charts;

/// <summary>Charts of a page as HTML: a place to draw, the table folded below it, and at the page's end the options that the script draws from.</summary>
internal sealed class FigureWriter
{
    private readonly List<Chart> _charts = [];

    /// <summary>Appends the charts of a section, side by side where there is room.</summary>
    public void Append(StringBuilder html, ImmutableArray<Chart> charts)
    {
        if (charts.IsEmpty)
        {
            return;
        }

        // Beside the text, as the element says: what reads the story alone leaves it out.
        html.Append("<aside class=\"charts\">\n");
        foreach (var chart in charts)
        {
            Append(html, chart);
        }

        html.Append("</aside>\n");
    }

    /// <summary>Appends the options of all charts so far.</summary>
    public void AppendOptions(StringBuilder html)
    {
        for (var i = 0; i < _charts.Count; i++)
        {
            html.Append($"<script type=\"application/json\" id=\"option-{i}\">{ChartOption.Json(_charts[i])}</script>\n");
        }
    }

    private void Append(StringBuilder html, Chart chart)
    {
        // The policy forbids style attributes, so the script sets the height.
        html.Append($"<figure class=\"figure\">\n<figcaption>{PageWriter.Escape(chart.Title)}</figcaption>\n");
        html.Append($"<div class=\"chart\" role=\"img\" aria-label=\"{PageWriter.Escape(chart.Summary)}\" data-chart=\"option-{_charts.Count}\" data-height=\"{ChartOption.HeightOf(chart)}\"></div>\n");
        html.Append($"<details>\n<summary>{PageWriter.Escape(chart.Table.Caption)}: {chart.Table.Rows.Length} rows</summary>\n<div class=\"scroll tall\">\n");
        TableWriting.Append(html, chart.Table);
        if (chart is PanelChart { Events.IsEmpty: false } panels)
        {
            TableWriting.Append(html, new ChartTable("", [new ChartColumn("marked"), new ChartColumn("event")], [.. panels.Events.Select(item => ImmutableArray.Create(panels.Places[item.Place], item.Name))]));
        }

        html.Append("</div>\n</details>\n</figure>\n");
        _charts.Add(chart);
    }
}
