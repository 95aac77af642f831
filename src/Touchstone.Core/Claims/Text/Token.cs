namespace Touchstone.Claims;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters, perhaps with inner dots, ampersands or apostrophes: <c>U.S.</c>, <c>S&amp;P</c>.</summary>
    Word,

    /// <summary>Digits with thousands marks or a decimal point.</summary>
    Number,

    /// <summary>Letters and digits in one: <c>R1</c>, <c>Qwen2.5</c>, <c>5G</c>. A name, never a quantity.</summary>
    Name,

    /// <summary>A possessive ending.</summary>
    Possessive,

    /// <summary>A mark: <c>%</c>, <c>,</c>, <c>HK$</c>.</summary>
    Symbol,

    /// <summary>A line end.</summary>
    Break,
}

/// <summary>A piece of the text.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Characters.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Text">The characters.</param>
/// <param name="Lower">The characters in lower case, with plain apostrophes.</param>
/// <param name="Joined">Whether a hyphen and no space stands between the token before and this one.</param>
/// <param name="Glued">Whether nothing at all stands between the token before and this one.</param>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, string Text, string Lower, bool Joined, bool Glued)
{
    public int End => Start + Length;

    public bool IsCapitalised => Text.Length > 0 && char.IsUpper(Text[0]);

    public bool IsAllCapitals => Text.Length > 1 && Text.All(c => !char.IsLower(c));

    public bool Is(string lower) => Lower == lower;
}
