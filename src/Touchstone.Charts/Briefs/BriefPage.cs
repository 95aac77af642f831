using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Briefs;
using Touchstone.Measures;

namespace Touchstone.Charts;

/// <summary>A brief as a page: its sentences with the working behind each figure, its charts, and what could not be said.</summary>
public sealed class BriefPage
{
    private readonly Dictionary<Expression, int> _places = [];
    private readonly ImmutableArray<PageNote>.Builder _notes = ImmutableArray.CreateBuilder<PageNote>();

    private BriefPage()
    {
    }

    /// <summary>The page of a brief.</summary>
    /// <param name="brief">The brief.</param>
    public static Page Of(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var page = new BriefPage();
        var headline = page.Runs(brief.Title);
        var sections = brief.Sections.Select(page.Section).ToImmutableArray();
        ImmutableArray<PageSection> remarks = brief.Omissions.IsEmpty ? [] : [new PageSection("What could not be said") { Paragraphs = [.. brief.Omissions.Select(page.Omission)] }];
        var benchmark = brief.Benchmark is { } other ? $", benchmark {other}" : "";
        return new Page(
            brief.Title.Text,
            brief.AsOf.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            sections,
            [$"{brief.Subject}, window {brief.Window}{benchmark}", $"Data {brief.DataName}, sha256 {brief.DataSha256}"])
        {
            Headline = headline,
            Remarks = remarks,
            Notes = page._notes.ToImmutable(),
        };
    }

    private PageSection Section(BriefSection section) => new(section.Heading)
    {
        Paragraphs = [.. section.Paragraphs.Select(Paragraph)],
        Charts = [.. section.Charts.Select(BriefCharts.Of)],
    };

    private PageParagraph Paragraph(BriefParagraph paragraph) =>
        new([.. paragraph.Sentences.SelectMany((sentence, i) => i == 0 ? Runs(sentence) : Runs(sentence).Insert(0, new PageRun(" ")))], paragraph.IsItem);

    private ImmutableArray<PageRun> Runs(BriefSentence sentence) => [.. sentence.Runs.Select(run => new PageRun(run.Text, run.Figure is { } figure ? Note(figure.Expression, () => FigureNote.Of(figure)) : null))];

    private PageParagraph Omission(BriefOmission omission)
    {
        var what = char.ToUpperInvariant(omission.What[0]) + omission.What[1..];
        int? note = omission.Expression is { } expression ? Note(expression, () => new PageNote(expression.ToString(), "has no answer", [("reason", omission.Problem.ToString())], [])) : null;
        return new PageParagraph([new PageRun(what, note), new PageRun($": {omission.Problem.Message}")], IsItem: true);
    }

    // A question asked twice has one note.
    private int Note(Expression expression, Func<PageNote> make)
    {
        if (!_places.TryGetValue(expression, out var place))
        {
            place = _notes.Count;
            _places.Add(expression, place);
            _notes.Add(make());
        }

        return place;
    }
}
