using System.Text;

namespace Touchstone.Data;

/// <summary>Makes names comparable: capitals, single spaces, straight quotes, no full-width letters.</summary>
internal static class SymbolText
{
    /// <summary>The comparable form of a name.</summary>
    /// <param name="text">What was typed, or a name of the package.</param>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Trim())
        {
            var plain = letter switch
            {
                '\u2018' or '\u2019' or '\u02BC' => '\'',
                '\u201C' or '\u201D' => '"',
                '\u2010' or '\u2011' or '\u2013' => '-',
                >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
                _ => char.IsWhiteSpace(letter) ? ' ' : char.ToUpperInvariant(letter),
            };
            plain = char.ToUpperInvariant(plain);
            if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' '))
            {
                folded.Append(plain);
            }
        }

        return folded.ToString();
    }
}
