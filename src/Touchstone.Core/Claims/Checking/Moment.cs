namespace Touchstone.Claims;

/// <summary>A time at which an article may have been published.</summary>
/// <param name="Published">The day, by universal time.</param>
/// <param name="Instant">The instant.</param>
internal readonly record struct Moment(DateOnly Published, DateTimeOffset Instant);
