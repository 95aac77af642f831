using System.Collections.Immutable;

namespace Touchstone;

/// <summary>What could be read, and one problem for each part that could not.</summary>
/// <typeparam name="T">What was read.</typeparam>
/// <param name="Value">The good part.</param>
/// <param name="Problems">The bad parts by file and line, in reading order.</param>
public sealed record Loaded<T>(T Value, ImmutableArray<Problem> Problems);
