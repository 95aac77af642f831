using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Numbers written as words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Cardinals = new Dictionary<string, int>
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["dozen"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["tenth"] = 10, ["eleventh"] = 11, ["twelfth"] = 12, ["thirteenth"] = 13,
    }.ToFrozenDictionary();

    /// <summary>Reads a whole number in words, such as <c>three</c> or <c>twenty-six</c>; the token after it, or the start when there is none.</summary>
    public static int ReadCardinal(List<Token> tokens, int i, out int value)
    {
        value = 0;
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Word || !Cardinals.TryGetValue(tokens[i].Lower, out value))
        {
            return i;
        }

        if (value is >= 20 and < 100 && i + 1 < tokens.Count && tokens[i + 1].Joined && Cardinals.TryGetValue(tokens[i + 1].Lower, out var ones) && ones is > 0 and < 10)
        {
            value += ones;
            return i + 2;
        }

        return i + 1;
    }

    /// <summary>A whole number in digits or words; the token after it, or the start when there is none.</summary>
    public static int ReadWhole(List<Token> tokens, int i, out int value)
    {
        if (i < tokens.Count && tokens[i].Kind == TokenKind.Number && int.TryParse(tokens[i].Text, System.Globalization.NumberStyles.None, null, out value))
        {
            return i + 1;
        }

        return ReadCardinal(tokens, i, out value);
    }

    /// <summary>Reads an ordinal: <c>third</c>, <c>5th</c>.</summary>
    public static int ReadOrdinal(List<Token> tokens, int i, out int value)
    {
        value = 0;
        if (i >= tokens.Count)
        {
            return i;
        }

        if (tokens[i].Kind == TokenKind.Word && Ordinals.TryGetValue(tokens[i].Lower, out value))
        {
            return i + 1;
        }

        if (tokens[i].Kind == TokenKind.Number && i + 1 < tokens.Count && tokens[i + 1].Glued && tokens[i + 1].Lower is "st" or "nd" or "rd" or "th" && int.TryParse(tokens[i].Text, out value))
        {
            return i + 2;
        }

        value = 0;
        return i;
    }
}
