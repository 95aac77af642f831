using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Touchstone.Claims;

namespace Touchstone.Web.Components.Checks;

/// <summary>
/// The article with each claim marked: a link to what is said of it. Words under several claims look like the gravest and lead to the shortest.
/// Written in code, because in markup line ends between elements would become spaces between words.
/// </summary>
public sealed class MarkedView : ComponentBase
{
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);

    /// <summary>The check.</summary>
    [Parameter, EditorRequired]
    public required CheckReport Report { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // A form that posts is rendered before and after it is dispatched.
        _linked.Clear();
        builder.OpenElement(0, "article");
        builder.AddAttribute(1, "class", "marked");
        builder.AddAttribute(2, "aria-label", "The article, marked");
        foreach (var paragraph in MarkedText.Of(Report).Paragraphs)
        {
            builder.OpenElement(3, "p");
            builder.AddAttribute(4, "class", paragraph.IsHeading ? "heading" : null);
            foreach (var piece in paragraph.Pieces)
            {
                Add(builder, piece);
            }

            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void Add(RenderTreeBuilder builder, MarkedPiece piece)
    {
        if (piece.Over.IsEmpty)
        {
            if (!piece.IsUnread)
            {
                builder.AddContent(5, piece.Text);
                return;
            }

            builder.OpenElement(6, "span");
            builder.AddAttribute(7, "class", "unread");
            builder.AddContent(8, piece.Text);
            builder.CloseElement();
            return;
        }

        var claim = piece.Over.MinBy(claim => claim.Span.Length)!;
        var isFirst = _linked.Add(claim.Id);
        Link(builder, $"mark {VerdictSign.Of(piece.Gravest.Verdict).Name}", claim, isFirst, null, piece.Text);
        foreach (var ending in piece.Ending)
        {
            var sign = VerdictSign.Of(ending.Verdict);
            builder.OpenElement(9, "sup");
            builder.AddAttribute(10, "class", $"sign {sign.Name}");
            if (_linked.Add(ending.Id))
            {
                Link(builder, null, ending, true, $"{sign.Name}: “{ending.Span.Text}”", sign.Mark);
            }
            else
            {
                builder.OpenElement(11, "span");
                builder.AddAttribute(12, "aria-hidden", "true");
                builder.AddContent(13, sign.Mark);
                builder.CloseElement();
                builder.OpenElement(14, "span");
                builder.AddAttribute(15, "class", "visually-hidden");
                builder.AddContent(16, $" ({sign.Name})");
                builder.CloseElement();
            }

            builder.CloseElement();
        }
    }

    /// <summary>A link to a claim; the first of a claim is where the way back leads, and the only stop of the keyboard.</summary>
    private static void Link(RenderTreeBuilder builder, string? look, CheckedClaim claim, bool isFirst, string? label, string words)
    {
        builder.OpenElement(17, "a");
        builder.AddAttribute(18, "class", look);
        builder.AddAttribute(19, "href", $"#{claim.Id}");
        builder.AddAttribute(20, "id", isFirst ? $"words-{claim.Id}" : null);
        builder.AddAttribute(21, "tabindex", isFirst ? null : "-1");
        builder.AddAttribute(22, "data-claim", claim.Id);
        builder.AddAttribute(23, "aria-label", label);
        builder.AddContent(24, words);
        builder.CloseElement();
    }
}
