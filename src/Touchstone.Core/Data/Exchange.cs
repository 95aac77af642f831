namespace Touchstone.Data;

/// <summary>An exchange, its clock and its hours.</summary>
/// <param name="Mic">The ISO 10383 market identifier code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">The IANA zone of its trading dates: <c>Asia/Hong_Kong</c>.</param>
/// <param name="Open">Local time of the opening.</param>
/// <param name="Close">Local time of the close of a full session.</param>
/// <param name="Currency">The currency it mostly trades in, or null.</param>
/// <param name="Source">Where it is declared.</param>
public sealed record Exchange(string Mic, string Name, string Zone, TimeOnly Open, TimeOnly Close, string? Currency, RowSource Source);
