namespace Touchstone.Indices;

/// <summary>An index in divisor form: what it holds, and the divisor in force.</summary>
public sealed record IndexState
{
    private IndexState(Basket basket, double divisor) => (Basket, Divisor) = (basket, divisor);

    /// <summary>What the index holds.</summary>
    public Basket Basket { get; }

    /// <summary>The divisor: currency of the index for one point; above zero.</summary>
    public double Divisor { get; }

    /// <summary>An index of a known divisor.</summary>
    /// <param name="basket">What it holds.</param>
    /// <param name="divisor">The divisor.</param>
    /// <returns>The index; <see cref="ProblemKind.Invalid"/> when the divisor is not a finite number above zero.</returns>
    public static Answer<IndexState> Of(Basket basket, double divisor)
    {
        ArgumentNullException.ThrowIfNull(basket);
        return double.IsFinite(divisor) && divisor > 0
            ? Answer<IndexState>.Of(new IndexState(basket, divisor), new Working { Formula = "the divisor as given" })
            : new Problem(ProblemKind.Invalid, $"The divisor would be {divisor:R}; expected a finite number above zero.");
    }

    /// <summary>An index of a known level: divisor = market value / level.</summary>
    /// <param name="basket">What it holds.</param>
    /// <param name="closes">The closes of the base day.</param>
    /// <param name="level">The level on the base day, in points; finite, above zero.</param>
    /// <returns>The index; a problem when the basket cannot be valued, or its value is zero.</returns>
    public static Answer<IndexState> Start(Basket basket, ClosingPrices closes, double level)
    {
        ArgumentNullException.ThrowIfNull(basket);
        if (!double.IsFinite(level) || level <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A base level must be a finite number above zero.");
        }

        var value = basket.ValueAt(closes);
        return value.HasValue ? Of(basket, value.Value / level) : value.Problem;
    }

    /// <summary>The level: Σ price × shares × free float × cap × rate / divisor.</summary>
    /// <param name="closes">The closes of a session.</param>
    /// <returns>The level in points, unrounded; a problem when the basket cannot be valued.</returns>
    public Answer<double> LevelAt(ClosingPrices closes)
    {
        var value = Basket.ValueAt(closes);
        if (!value.HasValue)
        {
            return value.Problem;
        }

        var level = value.Value / Divisor;
        if (!double.IsFinite(level))
        {
            return new Problem(ProblemKind.Undefined, $"The level on {closes.Day:yyyy-MM-dd}, {value.Value:R} / {Divisor:R}, is too large for a number.");
        }

        return Answer<double>.Of(level, new Working
        {
            Formula = "Σ price × shares × free float × cap × rate / divisor",
            Steps = value.Working.Steps.Add(new Step("level", $"{value.Value:R} / {Divisor:R}", level, Unit.Points)),
        });
    }

    /// <summary>Lets an event happen between two sessions: D' = D × M' / M.</summary>
    /// <param name="happening">The event.</param>
    /// <param name="closes">The closes of the session before it.</param>
    /// <returns>What it did; a problem when it cannot be applied, or a market value is not above zero.</returns>
    public Answer<Adjustment> Apply(IndexEvent happening, ClosingPrices closes)
    {
        ArgumentNullException.ThrowIfNull(happening);
        ArgumentNullException.ThrowIfNull(closes);
        return ApplySettled(happening, happening.Settle(closes));
    }

    /// <summary>As <see cref="Apply"/>, on closes that hold the event's own price already.</summary>
    /// <param name="happening">The event.</param>
    /// <param name="closes">The closes.</param>
    internal Answer<Adjustment> ApplySettled(IndexEvent happening, ClosingPrices closes)
    {
        var before = Basket.ValueAt(closes);
        if (!before.HasValue)
        {
            return before.Problem;
        }

        var opening = happening.ApplyTo(new Opening(Basket, closes));
        if (!opening.HasValue)
        {
            return opening.Problem;
        }

        var after = opening.Value.Basket.ValueAt(opening.Value.Closes);
        if (!after.HasValue)
        {
            return after.Problem;
        }

        if (before.Value <= 0 || after.Value <= 0)
        {
            return new Problem(
                ProblemKind.Undefined,
                $"{happening.Words} The market value would go from {before.Value:R} to {after.Value:R}; a divisor can be moved only between values above zero.");
        }

        var divisor = Divisor * (after.Value / before.Value);
        var state = Of(opening.Value.Basket, divisor);
        if (!state.HasValue)
        {
            return state.Problem;
        }

        return Answer<Adjustment>.Of(
            new Adjustment(happening.Effective, happening.WordsAgainst(new Opening(Basket, closes)), before.Value, after.Value, Divisor, state.Value, opening.Value.Closes),
            new Working
            {
                Formula = $"{opening.Working.Formula}; divisor × market value after / market value before",
                Steps =
                [
                    new Step("market value before", "at the last closes", before.Value, Unit.Money(Basket.Currency)),
                    new Step("market value after", "at the last closes, with the event", after.Value, Unit.Money(Basket.Currency)),
                    new Step("divisor", $"{Divisor:R} × {after.Value:R} / {before.Value:R}", divisor, Unit.Number),
                ],
            });
    }
}
