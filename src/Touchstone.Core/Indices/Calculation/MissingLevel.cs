namespace Touchstone.Indices;

/// <summary>A session of which a level cannot be calculated.</summary>
/// <param name="Day">The session.</param>
/// <param name="Problem">Why; it names all members without a close.</param>
public sealed record MissingLevel(DateOnly Day, Problem Problem);
