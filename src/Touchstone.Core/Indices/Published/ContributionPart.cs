namespace Touchstone.Indices;

/// <summary>What one member added while units and divisor stayed: units × (close(to) - close(from)) / divisor.</summary>
/// <param name="From">The session whose close it starts from.</param>
/// <param name="To">The last session, included.</param>
/// <param name="Units">The units in force.</param>
/// <param name="FromClose">The close to start from, as traded; after a split that takes effect with these units, in terms of the new shares.</param>
/// <param name="ToClose">The close at the end, as traded.</param>
/// <param name="Divisor">The divisor in force.</param>
/// <param name="Points">Points of the index.</param>
public sealed record ContributionPart(DateOnly From, DateOnly To, double Units, double FromClose, double ToClose, double Divisor, double Points);
