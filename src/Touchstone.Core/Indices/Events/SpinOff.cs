namespace Touchstone.Indices;

/// <summary>A member hands out shares of another company, which the index takes in with the parent's free float, cap factor and currency.</summary>
/// <remarks>
/// Without a price the child enters at zero and the parent's price stays: value and divisor do not change, and the first close of the child is a
/// move of the market. With a first price f the child enters at f and the parent's price falls to P - r × f: again no change of value. A child that
/// does not stay is removed by a <see cref="Deletion"/> after its first close.
/// Source: S&amp;P Dow Jones Indices, press release of 14 September 2015 (spin-offs at a zero price from 1 October 2015).
/// </remarks>
public sealed record SpinOff : IndexEvent
{
    /// <summary>Makes a spin-off.</summary>
    /// <param name="effective">The ex-date.</param>
    /// <param name="parent">The member that hands out the shares.</param>
    /// <param name="child">The company handed out.</param>
    /// <param name="childPerParent">Shares of the child for one of the parent; above zero.</param>
    /// <param name="firstPrice">The price of the child before the open (when issued), above zero; null for the zero-price treatment.</param>
    public SpinOff(DateOnly effective, InstrumentId parent, InstrumentId child, double childPerParent, double? firstPrice = null)
        : base(effective)
    {
        (Parent, Child) = (parent, child);
        ChildPerParent = AboveZero(childPerParent, nameof(childPerParent));
        FirstPrice = firstPrice is { } price ? AboveZero(price, nameof(firstPrice)) : null;
    }

    /// <summary>The member that hands out the shares.</summary>
    public InstrumentId Parent { get; }

    /// <summary>The company handed out.</summary>
    public InstrumentId Child { get; }

    /// <summary>Shares of the child for one of the parent; above zero.</summary>
    public double ChildPerParent { get; }

    /// <summary>The price of the child before the open, in the parent's currency, above zero; null for the zero-price treatment.</summary>
    public double? FirstPrice { get; }

    /// <inheritdoc/>
    public override string Words =>
        $"{Parent} hands out {ChildPerParent:R} shares of {Child} for 1 held, taken in at {(FirstPrice is { } price ? $"{price:R}" : "zero price")}.";

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        if (opening.Basket.Find(Parent) is not { } parent)
        {
            return Unknown(Parent);
        }

        if (opening.Basket.Find(Child) is not null)
        {
            return Impossible($"But {Child} is a member already.");
        }

        if (!opening.Closes.TryGetPrice(Parent, out var close))
        {
            return new Problem(ProblemKind.NoData, $"{Words} But {Parent} has no close on {opening.Closes.Day:yyyy-MM-dd}.");
        }

        var left = close - (ChildPerParent * (FirstPrice ?? 0));
        if (!double.IsFinite(left) || left <= 0)
        {
            return Impossible($"The price of {Parent} would go from {close:R} to {left:R}; expected one above zero.");
        }

        var shares = parent.Shares * ChildPerParent;
        if (Unholdable(Child, shares) is { } problem)
        {
            return problem;
        }

        var child = new Holding(Child, shares, parent.FreeFloat, parent.Cap, parent.Currency);
        return new Opening(opening.Basket.With(child), opening.Closes.With(Parent, left).With(Child, FirstPrice ?? 0))
            .By(FirstPrice is null ? "child at zero price" : "parent at close - ratio × first price, child at first price");
    }
}
