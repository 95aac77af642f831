namespace Touchstone.Samples;

/// <summary>A corporate action of the Growth Board, with the amounts that the drawn prices gave it.</summary>
/// <param name="Company">The line.</param>
/// <param name="ExDate">The first day with the action; a session.</param>
/// <param name="Kind">The kind, as packages name it.</param>
/// <param name="Ratio">Shares afterwards for one before, or shares of the other company for one; null where the kind has none.</param>
/// <param name="Cash">USD for one share, or a first or final price; null where there is none.</param>
/// <param name="Subscription">What a new share costs in a rights issue, USD; null for other kinds.</param>
/// <param name="Other">The other company, or null.</param>
/// <param name="Note">A remark.</param>
internal sealed record GrowthAction(GrowthCompany Company, DateOnly ExDate, string Kind, decimal? Ratio, decimal? Cash, decimal? Subscription, GrowthCompany? Other, string Note);

/// <summary>Shares and free float of a company from a day on.</summary>
internal readonly record struct GrowthShares(DateOnly From, decimal Count, decimal Float, string Note);
