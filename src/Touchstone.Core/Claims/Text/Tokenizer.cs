using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Cuts a text into tokens in one pass, keeping character positions.</summary>
internal static class Tokenizer
{
    /// <summary>Letters that may follow a number without a space and are units or ordinals, not part of a name.</summary>
    private static readonly FrozenSet<string> Suffixes = new[]
    {
        "x", "bn", "tn", "m", "mn", "mln", "bln", "trn", "k", "b", "t", "pc", "pct", "pts", "pt", "bp", "bps", "pp", "st", "nd", "rd", "th", "am", "pm", "p", "c", "cr", "million", "billion", "trillion",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Known = BuildKnown();

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 8);
        var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[64];
        var position = 0;
        var hyphen = false;
        var end = -1;
        var code = CodeSpans.Find(text);
        var next = 0;
        while (position < text.Length)
        {
            while (next < code.Count && code[next].End <= position)
            {
                next++;
            }

            if (next < code.Count && position >= code[next].Start)
            {
                position = code[next].End;
                hyphen = false;
                continue;
            }

            var c = text[position];
            if (c == '\n')
            {
                tokens.Add(new Token(position, 1, TokenKind.Break, "\n", "\n", false, false));
                position++;
                hyphen = false;
                continue;
            }

            if (AddressEnd(text, position) is { } past)
            {
                position = past;
                hyphen = false;
                continue;
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '*' or '[' or ']' or '`' or '#')
            {
                position++;
                hyphen = false;
                continue;
            }

            if (IsHyphen(c) && position == end && position > 0 && (char.IsLetterOrDigit(text[position - 1]) || text[position - 1] is '.' or '%' or '\'' or '\u2019') && position + 1 < text.Length && char.IsLetterOrDigit(text[position + 1]))
            {
                hyphen = true;
                position++;
                end = position;
                continue;
            }

            var glued = position == end && !hyphen;
            if (char.IsAsciiDigit(c))
            {
                var stop = NumberEnd(text, position);
                var letters = stop;
                while (letters < text.Length && char.IsLetter(text[letters]))
                {
                    letters++;
                }

                if (letters > stop && !Suffixes.Contains(text[stop..letters].ToLowerInvariant()))
                {
                    letters = NameEnd(text, letters);
                    Add(TokenKind.Name, position, letters);
                }
                else
                {
                    Add(TokenKind.Number, position, stop);
                }

                continue;
            }

            if (char.IsLetter(c))
            {
                var stop = WordEnd(text, position);
                if (stop < text.Length && text[stop] == '$')
                {
                    Add(TokenKind.Symbol, position, stop + 1);
                }
                else if (stop < text.Length && char.IsAsciiDigit(text[stop]) && !(tokens.Count > 0 && glued && tokens[^1].Kind == TokenKind.Number) && !IsCurrencyCode(text.AsSpan(position, stop - position)))
                {
                    Add(TokenKind.Name, position, NameEnd(text, stop));
                }
                else
                {
                    Add(TokenKind.Word, position, stop);
                }

                continue;
            }

            if (IsApostrophe(c) && position == end && tokens.Count > 0 && tokens[^1].Kind is TokenKind.Word or TokenKind.Name or TokenKind.Number)
            {
                if (position + 1 < text.Length && text[position + 1] is 's' or 'S' && (position + 2 >= text.Length || !char.IsLetterOrDigit(text[position + 2])))
                {
                    Add(TokenKind.Possessive, position, position + 2);
                    continue;
                }

                if (tokens[^1].Lower.EndsWith('s') && (position + 1 >= text.Length || text[position + 1] == ' '))
                {
                    Add(TokenKind.Possessive, position, position + 1);
                    continue;
                }
            }

            Add(TokenKind.Symbol, position, position + (char.IsSurrogatePair(text, position) ? 2 : 1));

            void Add(TokenKind kind, int from, int to)
            {
                var span = text.AsSpan(from, to - from);
                string original;
                string lower;
                if (span.Length <= 24 && lookup.TryGetValue(span, out var known))
                {
                    original = lower = known;
                }
                else
                {
                    original = span.ToString();
                    lower = kind is TokenKind.Word or TokenKind.Name or TokenKind.Possessive or TokenKind.Symbol ? Fold(original) : original;
                }

                tokens.Add(new Token(from, to - from, kind, original, lower, hyphen, glued));
                position = to;
                end = to;
                hyphen = false;
            }
        }

        return tokens;
    }

    /// <summary>The character after a web address, or after a link's address in brackets; null when none starts here.</summary>
    private static int? AddressEnd(string text, int position)
    {
        var bracket = text[position] == '(' && position > 0 && text[position - 1] == ']';
        var start = bracket ? position + 1 : position;
        if (text[position] is not ('(' or 'h' or 'w') || (!bracket && text[position] == '('))
        {
            return null;
        }

        var rest = text.AsSpan(start);
        if (!bracket && !rest.StartsWith("http://") && !rest.StartsWith("https://") && !rest.StartsWith("www."))
        {
            return null;
        }

        while (start < text.Length && !char.IsWhiteSpace(text[start]) && !(bracket && text[start] == ')'))
        {
            start++;
        }

        return bracket && start < text.Length && text[start] == ')' ? start + 1 : start;
    }

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '`';

    private static string Fold(string original)
    {
        var lower = original.ToLowerInvariant();
        return lower.Contains('\u2019', StringComparison.Ordinal) ? lower.Replace('\u2019', '\'') : lower;
    }

    private static bool IsCurrencyCode(ReadOnlySpan<char> letters) => letters is "USD" or "HKD" or "CNY" or "RMB" or "EUR" or "GBP" or "JPY" or "INR" or "Rs" or "KRW" or "AUD" or "CAD" or "SGD" or "TWD" or "CHF";

    private static int NumberEnd(string text, int position)
    {
        while (position < text.Length)
        {
            if (char.IsAsciiDigit(text[position]))
            {
                position++;
            }
            else if (text[position] is ',' or '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]) && (text[position] == '.' || IsGroup(text, position + 1)))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>A thousands mark is followed by exactly three digits, or by an Indian group of two that ends in a group of three.</summary>
    private static bool IsGroup(string text, int position)
    {
        var digits = 0;
        while (position + digits < text.Length && char.IsAsciiDigit(text[position + digits]))
        {
            digits++;
        }

        return digits == 3 || (digits == 2 && position + 2 < text.Length && text[position + 2] == ',' && IsGroup(text, position + 3));
    }

    private static int WordEnd(string text, int position)
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                position++;
            }
            else if (position + 1 < text.Length && char.IsLetter(text[position + 1]) && (c is '&' || (c == '.' && IsDotted(text, position)) || (IsApostrophe(c) && !EndsPossessive(text, position))))
            {
                position++;
            }
            else if (c == '.' && position >= 3 && text[position - 2] == '.' && char.IsUpper(text[position - 1]))
            {
                // The last dot of U.S. or P.E. belongs to it.
                return position + 1;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>A dot inside a word joins single letters (U.S.) or a name with a lower-case ending (JD.com).</summary>
    private static bool IsDotted(string text, int dot)
    {
        var single = (dot < 2 || !char.IsLetter(text[dot - 2])) && char.IsUpper(text[dot - 1]) && char.IsUpper(text[dot + 1]) && (dot + 2 >= text.Length || !char.IsLower(text[dot + 2]));
        if (single)
        {
            return true;
        }

        var tail = dot + 1;
        while (tail < text.Length && char.IsLower(text[tail]))
        {
            tail++;
        }

        return text.AsSpan(dot + 1, tail - dot - 1) is "com" or "cn" or "ai" or "net" or "org" or "io" || (single && tail == dot + 1);
    }

    private static bool EndsPossessive(string text, int apostrophe) =>
        text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static int NameEnd(string text, int position)
    {
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || (text[position] == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))))
        {
            position++;
        }

        return position;
    }

    /// <summary>Frequent lower-case words and marks share one string each.</summary>
    private static FrozenDictionary<string, string> BuildKnown()
    {
        const string Words = "the a an of to in and for on at by from with as is are was were has have had its it that this which while but or than more most up down higher lower percent points index shares stock stocks market markets year month week day since after before over under about nearly almost rose fell gained lost dropped climbed closed ended high low best worst last first , . % $ ( ) ; : \" ' 's be been will would could may not no all both each billion million trillion trading investors analysts said according company companies also other their they he she we you";
        return Words.Split(' ').ToFrozenDictionary(word => word, word => word, StringComparer.Ordinal);
    }
}
