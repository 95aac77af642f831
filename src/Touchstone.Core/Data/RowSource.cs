namespace Touchstone.Data;

/// <summary>A file of the package with its content hash.</summary>
/// <param name="Name">The path inside the package: <c>prices-hk.csv</c>.</param>
/// <param name="Sha256">The SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record SourceFile(string Name, string Sha256);

/// <summary>Where a row stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1, the header included.</param>
public readonly record struct RowSource(SourceFile File, int Line)
{
    /// <summary>File and line: <c>prices-hk.csv:61234</c>.</summary>
    public override string ToString() => File is null ? "(derived)" : $"{File.Name}:{Line}";
}
