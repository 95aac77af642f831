namespace Touchstone.Claims;

/// <summary>An article as plain text.</summary>
/// <param name="File">The file's name, or <c>-</c> for standard input.</param>
/// <param name="Sha256">SHA-256 of the bytes read, lower-case hexadecimal.</param>
/// <param name="Text">The text that spans count from.</param>
public sealed record Article(string File, string Sha256, string Text);
