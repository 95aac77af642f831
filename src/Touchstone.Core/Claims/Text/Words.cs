namespace Touchstone.Claims;

/// <summary>The words of a text, compared many times over.</summary>
internal static class Words
{
    /// <summary>The word of each token in lower case.</summary>
    /// <param name="tokens">The tokens.</param>
    public static string[] Of(List<Token> tokens)
    {
        var words = new string[tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = tokens[i].Lower;
        }

        return words;
    }

    /// <summary>Whether a word is one of some.</summary>
    /// <param name="word">The word.</param>
    /// <param name="words">The others.</param>
    public static bool IsAny(string word, ReadOnlySpan<string> words)
    {
        foreach (var other in words)
        {
            // Most words differ in length or in their first letter.
            if (word.Length == other.Length && (word.Length == 0 || (word[0] == other[0] && word == other)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word is one of two.</summary>
    public static bool IsAny(string word, string first, string second) => word == first || word == second;

    /// <summary>Whether a word is one of three.</summary>
    public static bool IsAny(string word, string first, string second, string third) => word == first || word == second || word == third;

    /// <summary>Whether a word is one of four.</summary>
    public static bool IsAny(string word, string first, string second, string third, string fourth) => word == first || word == second || word == third || word == fourth;
}
