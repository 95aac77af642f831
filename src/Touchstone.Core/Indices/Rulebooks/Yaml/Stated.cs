namespace Touchstone.Indices;

/// <summary>A part of a version, and where it was stated.</summary>
/// <typeparam name="T">The part, nullable.</typeparam>
/// <param name="Value">The part, or null when it has a fault.</param>
/// <param name="Line">The line of its key.</param>
/// <param name="Version">The version that states it, from 1; earlier than the one that inherits it.</param>
internal sealed record Stated<T>(T Value, int Line, int Version);
