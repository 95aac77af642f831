namespace Touchstone.Indices;

/// <summary>A stock must have been listed for some time (the first day of its <c>listing</c> classification), unless it is among the largest.</summary>
/// <param name="Months">Calendar months between listing and cut-off, at least.</param>
/// <param name="UnlessRankWithin">A stock whose average market value since listing ranks so well among all that passed so far needs only <paramref name="MonthsIfLarge"/>; null for no exception.</param>
/// <param name="MonthsIfLarge">Calendar months for such a stock; below <paramref name="Months"/>.</param>
public sealed record ListingAgeScreen(int Months, int? UnlessRankWithin = null, int MonthsIfLarge = 0) : Screen
{
    /// <inheritdoc/>
    public override string Words =>
        $"Listed for {Months} months or more{(UnlessRankWithin is { } rank ? $", or for {MonthsIfLarge} months and among the {rank} largest by average value since listing" : "")}.";
}
