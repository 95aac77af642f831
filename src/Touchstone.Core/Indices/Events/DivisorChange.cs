namespace Touchstone.Indices;

/// <summary>A new divisor is published, and nothing that is known leads to it: it is taken, and the last closes count so much more or less that the level goes on.</summary>
/// <remarks>M' = M × D' / D, spread in proportion over the members that trade: what happened to which of them is not known.</remarks>
public sealed record DivisorChange : IndexEvent
{
    /// <summary>Makes a change.</summary>
    /// <param name="effective">The first day with the new divisor.</param>
    /// <param name="divisor">The new divisor; above zero.</param>
    /// <param name="ratio">The new divisor over the old one; above zero.</param>
    public DivisorChange(DateOnly effective, double divisor, double ratio)
        : base(effective) => (Divisor, Ratio) = (AboveZero(divisor, nameof(divisor)), AboveZero(ratio, nameof(ratio)));

    /// <summary>The new divisor; above zero.</summary>
    public double Divisor { get; }

    /// <summary>The new divisor over the old one; above zero.</summary>
    public double Ratio { get; }

    /// <inheritdoc/>
    public override string Words => $"A divisor of {Divisor:R} is published, to which no change of members and no known action leads; it is taken.";

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        var (basket, closes) = (opening.Basket, opening.Closes);
        if (basket.Missing(closes) is { } missing)
        {
            return missing;
        }

        // The price of a suspended member stands until it trades again, so it is left alone.
        var (standing, trading) = (default(CompensatedSum), default(CompensatedSum));
        foreach (var holding in basket.Holdings)
        {
            var value = basket.ValueOf(holding, closes);
            if (holding.IsSuspended)
            {
                standing.Add(value);
            }
            else
            {
                trading.Add(value);
            }
        }

        var factor = (((standing.Value + trading.Value) * Ratio) - standing.Value) / trading.Value;
        if (!double.IsFinite(factor) || factor <= 0)
        {
            return Impossible($"But the members that trade are worth {trading.Value:R}, which no factor above zero brings there.");
        }

        foreach (var holding in basket.Holdings)
        {
            if (!holding.IsSuspended && closes.TryGetPrice(holding.Instrument, out var price))
            {
                closes = closes.With(holding.Instrument, price * factor);
            }
        }

        return (opening with { Closes = closes }).By("last closes × new divisor / old divisor");
    }
}
