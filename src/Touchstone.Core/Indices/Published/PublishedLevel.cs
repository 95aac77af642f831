namespace Touchstone.Indices;

/// <summary>The level of a published index at one close, or why there is none.</summary>
/// <param name="Day">The session.</param>
/// <param name="Level">The level in points, unrounded, or a problem that names the members without a close.</param>
public sealed record PublishedLevel(DateOnly Day, Answer<double> Level);
