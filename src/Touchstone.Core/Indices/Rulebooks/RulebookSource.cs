namespace Touchstone.Indices;

/// <summary>A text in which rules were read.</summary>
/// <param name="Id">The short name by which versions refer to it.</param>
/// <param name="Title">What it is.</param>
/// <param name="Publisher">Who published it, or null.</param>
/// <param name="Date">When, or null.</param>
public sealed record RulebookSource(string Id, string Title, string? Publisher, DateOnly? Date);
