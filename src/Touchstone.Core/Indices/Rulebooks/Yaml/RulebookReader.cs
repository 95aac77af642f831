using System.Security.Cryptography;

namespace Touchstone.Indices;

/// <summary>Reads rulebooks written as YAML; docs/rulebooks.md describes the form.</summary>
public static class RulebookReader
{
    /// <summary>Reads a rulebook.</summary>
    /// <param name="fileName">The file's name as it is to stand in messages and in <see cref="Rulebook.File"/>.</param>
    /// <param name="utf8">The bytes of the file: UTF-8, at most 1 MiB.</param>
    /// <returns>
    /// The rulebook, or null and every fault found, by line: a file with a fault gives no rulebook at all. Each fault is <see cref="ProblemKind.Invalid"/> with
    /// <c>file:line</c> as its source. Bytes that are no text, and text that is no YAML, hide the faults behind them.
    /// </returns>
    public static Loaded<Rulebook?> Read(string fileName, ReadOnlySpan<byte> utf8)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var faults = new RulebookFaults(fileName);
        var rulebook = RulebookText.Read(utf8, faults) is { } text && YamlDocument.Read(text, faults) is { } map ? RulebookBlock.Read(map, faults) : null;
        return rulebook is null
            ? new Loaded<Rulebook?>(null, faults.InOrder())
            : new Loaded<Rulebook?>(rulebook with { File = fileName, Sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8)) }, []);
    }

    /// <summary>Reads a rulebook from a file.</summary>
    /// <param name="path">The path.</param>
    /// <returns>As <see cref="Read"/>; a file that cannot be opened is a <see cref="ProblemKind.Structure"/>.</returns>
    public static Loaded<Rulebook?> ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[RulebookText.MostBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Read(path, bytes.AsSpan(0, length));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            var reason = failure is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : Directory.Exists(path) ? "That is a folder; name a file in it." : failure.Message;
            return new Loaded<Rulebook?>(null, [new Problem(ProblemKind.Structure, $"The rulebook cannot be read. {reason}", path)]);
        }
    }
}
