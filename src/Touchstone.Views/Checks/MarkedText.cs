using System.Collections.Immutable;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>The text of an article with its claims, cut so that any surface can mark them: claims may overlap or nest, and elements cannot.</summary>
/// <param name="Paragraphs">The lines that hold more than white space.</param>
internal sealed record MarkedText(ImmutableArray<MarkedParagraph> Paragraphs)
{
    /// <summary>Cuts the text of a report wherever a claim begins or ends.</summary>
    /// <param name="report">The report.</param>
    public static MarkedText Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = report.Article.Text;
        var paragraphs = ImmutableArray.CreateBuilder<MarkedParagraph>();
        var begun = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                // Markdown's signs for a heading give way to the look of one.
                var heading = text.AsSpan(start, end - start).IndexOfAnyExcept('#') is > 0 and < 7 and var signs && text[start + signs] == ' ' ? signs + 1 : 0;
                paragraphs.Add(new MarkedParagraph(heading > 0, Pieces(report, start + heading, end, begun)));
            }

            start = end + 1;
        }

        return new MarkedText(paragraphs.DrainToImmutable());
    }

    private static ImmutableArray<MarkedPiece> Pieces(CheckReport report, int start, int end, HashSet<string> begun)
    {
        var claims = report.Claims.Where(claim => claim.Span.Length > 0 && claim.Span.Start < end && claim.Span.End > start).ToList();
        var unread = report.Unread.Where(span => span.Start < end && span.End > start).ToList();
        var cuts = claims.Select(claim => claim.Span).Concat(unread)
            .SelectMany(span => new[] { span.Start, span.End })
            .Append(start)
            .Append(end)
            .Where(cut => cut >= start && cut <= end)
            .Distinct()
            .Order()
            .ToList();
        var pieces = ImmutableArray.CreateBuilder<MarkedPiece>(cuts.Count);
        for (var piece = 0; piece + 1 < cuts.Count; piece++)
        {
            var (from, to) = (cuts[piece], cuts[piece + 1]);
            var over = claims.Where(claim => claim.Span.Start <= from && claim.Span.End >= to).ToImmutableArray();
            pieces.Add(new MarkedPiece(from, report.Article.Text[from..to].TrimEnd('\r'))
            {
                Over = over,
                Fresh = [.. over.Where(claim => begun.Add(claim.Id))],
                Ending = [.. over.Where(claim => claim.Span.End == to || (to == end && claim.Span.End > end))],
                IsUnread = over.IsEmpty && unread.Any(span => span.Start <= from && span.End >= to),
            });
        }

        return pieces.DrainToImmutable();
    }
}

/// <summary>A line of an article.</summary>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="Pieces">Its words, in order.</param>
internal sealed record MarkedParagraph(bool IsHeading, ImmutableArray<MarkedPiece> Pieces);

/// <summary>Words that the same claims lie over.</summary>
/// <param name="Start">Where they stand, in characters from the start of the article.</param>
/// <param name="Text">The words.</param>
internal sealed record MarkedPiece(int Start, string Text)
{
    /// <summary>The claims over them; empty for words that claim nothing.</summary>
    public ImmutableArray<CheckedClaim> Over { get; init; } = [];

    /// <summary>Those that begin here.</summary>
    public ImmutableArray<CheckedClaim> Fresh { get; init; } = [];

    /// <summary>Those that end here.</summary>
    public ImmutableArray<CheckedClaim> Ending { get; init; } = [];

    /// <summary>Whether they are a number that was not understood.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The claim whose look they take where there is one: the gravest.</summary>
    public CheckedClaim Gravest => Over.MinBy(claim => Gravity(claim.Verdict))!;

    private static int Gravity(Verdict verdict) => verdict switch
    {
        Verdict.Contradicted => 0,
        Verdict.Inconsistent => 1,
        Verdict.Implausible => 2,
        Verdict.OtherReading => 3,
        Verdict.Near => 4,
        Verdict.Confirmed => 5,
        Verdict.Pending => 6,
        _ => 7,
    };
}
