using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A piece of YAML text with the line on which it begins, from 1.</summary>
/// <param name="Line">The line.</param>
internal abstract record YamlNode(int Line)
{
    /// <summary>What was met, for a sentence about what is wrong.</summary>
    public abstract string Shown { get; }
}

/// <summary>A single value.</summary>
/// <param name="Line">The line.</param>
/// <param name="Value">The text, without quotation marks.</param>
/// <param name="IsQuoted">Whether it stood in quotation marks.</param>
internal sealed record YamlText(int Line, string Value, bool IsQuoted) : YamlNode(Line)
{
    private const int Longest = 60;

    /// <summary>Whether nothing is written, or YAML's word for nothing.</summary>
    public bool IsEmpty => Value.Length == 0 || (!IsQuoted && Value is "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string Shown => IsEmpty ? "empty" : $"'{Short(Value)}'";

    /// <summary>A text cut to what fits into a message.</summary>
    /// <param name="text">The text.</param>
    public static string Short(string text) => (text.Length <= Longest ? text : text[..Longest] + "…").ReplaceLineEndings(" ");
}

/// <summary>A list.</summary>
/// <param name="Line">The line.</param>
/// <param name="Items">The items, in order.</param>
internal sealed record YamlList(int Line, ImmutableArray<YamlNode> Items) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Shown => Items.IsEmpty ? "an empty list" : "a list";
}

/// <summary>Keys with values; a key may stand there twice.</summary>
/// <param name="Line">The line.</param>
/// <param name="Entries">The entries, in order.</param>
internal sealed record YamlMap(int Line, ImmutableArray<YamlEntry> Entries) : YamlNode(Line)
{
    /// <inheritdoc/>
    public override string Shown => Entries.IsEmpty ? "an empty block" : $"a block of keys ({string.Join(", ", Entries.Take(3).Select(entry => YamlText.Short(entry.Key)))}{(Entries.Length > 3 ? ", …" : "")})";
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">The line of the key.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
