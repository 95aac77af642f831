namespace Touchstone.Indices;

/// <summary>What a calculation does between reviews, by the rules in force on a day.</summary>
/// <param name="Actions">What corporate actions do.</param>
/// <param name="Returns">The tax withheld from dividends.</param>
/// <param name="Shares">When new share counts are taken; null for an index that does not count shares.</param>
internal sealed record WalkRules(ActionRules Actions, ReturnRules Returns, ShareRule? Shares);
