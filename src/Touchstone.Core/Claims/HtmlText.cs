using System.Text;
using AngleSharp.Dom;

namespace Touchstone.Claims;

/// <summary>The text of a page as a reader sees it: one line a block, no scripts, styles, code, menus or forms.</summary>
internal static class HtmlText
{
    public static string Of(IDocument document)
    {
        var text = new StringBuilder();
        INode root = (INode?)document.QuerySelector("article") ?? (INode?)document.QuerySelector("main") ?? (INode?)document.Body ?? document;
        if (document.QuerySelector("h1") is { } title && !root.Contains(title))
        {
            Append(text, title);
            Break(text);
        }

        // Walked with a stack of its own: hostile nesting must not exhaust the call stack.
        var pending = new Stack<(INode Node, bool Closes)>();
        pending.Push((root, false));
        while (pending.TryPop(out var item))
        {
            if (item.Closes)
            {
                Break(text);
                continue;
            }

            switch (item.Node)
            {
                case IText words:
                    Words(text, words.Data);
                    break;
                case IElement element when IsHidden(element.LocalName):
                    break;
                case IElement { LocalName: "td" or "th" } cell:
                    Words(text, text.Length == 0 || text[^1] == '\n' ? "| " : " | ");
                    for (var child = cell.LastChild; child is not null; child = child.PreviousSibling)
                    {
                        pending.Push((child, false));
                    }

                    break;
                case IElement { LocalName: "br" }:
                    Break(text);
                    break;
                default:
                    if (item.Node is IElement block && IsBlock(block.LocalName))
                    {
                        Break(text);
                        pending.Push((block, true));
                    }

                    for (var child = item.Node.LastChild; child is not null; child = child.PreviousSibling)
                    {
                        pending.Push((child, false));
                    }

                    break;
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder text, IElement element) => Words(text, element.TextContent);

    private static void Words(StringBuilder text, string data)
    {
        foreach (var c in data)
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            {
                text.Append(' ');
            }
        }
    }

    private static void Break(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private static bool IsHidden(string name) => name is "script" or "style" or "code" or "noscript" or "template" or "nav" or "form" or "svg" or "iframe" or "object" or "button" or "select" or "head" or "aside" or "footer";

    private static bool IsBlock(string name) => name is "p" or "div" or "section" or "article" or "main" or "header" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "ul" or "ol" or "blockquote" or "tr" or "table" or "figure" or "figcaption" or "pre" or "dd" or "dt" or "hr";
}
