using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>A sentence as a run of tokens.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Paragraph">The line it stands in, from 0.</param>
internal readonly record struct Sentence(int First, int End, int Paragraph);

/// <summary>Finds sentences: a line end always closes one, a full stop does unless it belongs to an abbreviation.</summary>
internal static class Sentences
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "inc", "ltd", "corp", "co", "cos", "plc", "vs", "no", "st", "jr", "sr", "prof", "gen", "gov", "sen", "rep", "est", "approx", "e.g", "i.e", "fig", "pct", "pts", "bn", "mn", "tn",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "rs",
    }.ToFrozenSet();

    /// <summary>The most tokens of one sentence; what runs on without a full stop is cut, or reading it would take the square of its length.</summary>
    private const int MostTokens = 400;

    public static List<Sentence> Split(List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var first = 0;
        var paragraph = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Break)
            {
                Close(i);
                first = i + 1;
                paragraph++;
                continue;
            }

            if (i - first >= MostTokens)
            {
                Close(i);
                first = i;
            }

            if (!Ends(tokens, i))
            {
                continue;
            }

            var end = i + 1;
            while (end < tokens.Count && tokens[end].Glued && tokens[end].Lower is "\"" or "\u201d" or "\u2019" or ")" or "'" or "*")
            {
                end++;
            }

            Close(end);
            first = end;
            i = end - 1;
        }

        Close(tokens.Count);
        return sentences;

        void Close(int end)
        {
            if (end > first)
            {
                sentences.Add(new Sentence(first, end, paragraph));
            }
        }
    }

    private static bool Ends(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind == TokenKind.Word && token.Text.EndsWith('.') && i + 1 < tokens.Count)
        {
            // "U.S. The": a dotted abbreviation closes a sentence only before a word that opens one.
            return tokens[i + 1].IsCapitalised && Openers.Contains(tokens[i + 1].Lower);
        }

        if (token.Kind != TokenKind.Symbol)
        {
            return false;
        }

        if (token.Lower is "!" or "?" or "\u3002")
        {
            return true;
        }

        if (token.Lower != ".")
        {
            return false;
        }

        if (i + 1 >= tokens.Count || tokens[i + 1].Kind == TokenKind.Break)
        {
            return true;
        }

        var next = tokens[i + 1];
        if (next.Glued && next.IsAllCapitals && next.Text.Length <= 3 && i > 0 && tokens[i - 1].Kind == TokenKind.Number && token.Glued)
        {
            // 9988.HK
            return false;
        }

        if (next.Glued && next.Kind is TokenKind.Word or TokenKind.Name or TokenKind.Number && !next.IsCapitalised)
        {
            return false;
        }

        if (i > 0 && tokens[i - 1].Kind == TokenKind.Word && token.Glued)
        {
            var before = tokens[i - 1];
            if (Abbreviations.Contains(before.Lower))
            {
                // "Corp. The shares": closes only before a word that opens a sentence.
                return next.IsCapitalised && Openers.Contains(next.Lower);
            }

            if (before.Text.Length == 1 && before.IsCapitalised)
            {
                return false;
            }
        }

        return next.IsCapitalised || next.Kind is TokenKind.Number or TokenKind.Symbol or TokenKind.Name || !char.IsLower(next.Text[0]);
    }

    private static readonly FrozenSet<string> Openers = new[]
    {
        "the", "a", "an", "it", "its", "in", "on", "at", "but", "and", "however", "meanwhile", "this", "that", "these", "those", "shares", "stocks", "investors", "analysts", "he", "she", "they", "we", "for", "as", "after", "while", "by", "with", "since", "among", "elsewhere", "earlier", "still", "both", "other", "all", "there", "if", "when", "despite", "although", "according", "over", "from", "last", "trading",
    }.ToFrozenSet();
}
