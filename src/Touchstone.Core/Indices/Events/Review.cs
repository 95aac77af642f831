using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The holdings are set anew at the last closes: members, shares, floats and cap factors all at once.</summary>
/// <remarks>M' is the value of the new holdings. Suspended members stay suspended. Source: S&amp;P Dow Jones Indices, "Index Mathematics Methodology" (rebalancing), 2021.</remarks>
public sealed record Review : IndexEvent
{
    /// <summary>Makes a review.</summary>
    /// <param name="effective">The first day with the new holdings.</param>
    /// <param name="holdings">The new holdings, all of them; no member twice.</param>
    public Review(DateOnly effective, IEnumerable<Holding> holdings)
        : base(effective)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        Holdings = [.. holdings];
    }

    /// <summary>The new holdings, all of them.</summary>
    public ImmutableArray<Holding> Holdings { get; }

    /// <inheritdoc/>
    public override string Words => $"A review sets {Holdings.Length} holdings.";

    internal override string WordsAgainst(Opening before)
    {
        var joining = Holdings.Select(holding => holding.Instrument).Except(before.Basket.Holdings.Select(holding => holding.Instrument)).Order().ToArray();
        var leaving = before.Basket.Holdings.Select(holding => holding.Instrument).Except(Holdings.Select(holding => holding.Instrument)).Order().ToArray();
        return $"{Words} Joining: {Listed(joining)}. Leaving: {Listed(leaving)}.";
    }

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        var kept = Holdings.Select(holding => opening.Basket.Find(holding.Instrument) is { IsSuspended: true } ? holding.WithSuspension(true) : holding);
        var basket = Basket.Of(opening.Basket.Currency, opening.Basket.Rule, kept);
        return basket.HasValue ? (opening with { Basket = basket.Value }).By("market value of the new holdings") : Impossible($"But {basket.Problem.Message}");
    }

    private static string Listed(InstrumentId[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
}
