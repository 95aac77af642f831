namespace Touchstone.Indices;

/// <summary>A stock that a review looked at.</summary>
/// <param name="Instrument">The stock.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Reason">Why, in plain words, with the figures it hangs on.</param>
/// <param name="Rank">Its rank (or its company's) from 1, or null when it fails a screen or nothing is ranked.</param>
/// <param name="Score">The figure it was ranked by, or null without a rank.</param>
/// <param name="OldWeight">Its weight in the old holdings at the closes of <see cref="ReviewDates.Prices"/>; 0% for a stock that was no member; null when the old holdings are not known.</param>
/// <param name="Uncapped">Its new weight before caps, or null when it is not taken.</param>
/// <param name="Weight">Its new weight after caps, or null when it is not taken.</param>
/// <param name="Factor">Its cap factor, above 0 and at most 1, or null when it is not taken.</param>
public sealed record ReviewedStock(
    InstrumentId Instrument, ReviewDecision Decision, string Reason, int? Rank, double? Score, Percent? OldWeight, Percent? Uncapped, Percent? Weight, double? Factor);
