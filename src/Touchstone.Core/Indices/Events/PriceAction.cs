namespace Touchstone.Indices;

/// <summary>An event that changes the price of one member at the open, and perhaps the number of its shares.</summary>
/// <param name="Effective">The ex-date: the first day it trades without the right.</param>
/// <param name="Instrument">The member.</param>
/// <remarks>
/// With P the last close, P' the price after and k the new shares for one old: an index of market values multiplies its shares by k;
/// an index of prices keeps its units; an index of fixed weights multiplies its units by P / P'. The divisor takes what remains.
/// </remarks>
public abstract record PriceAction(DateOnly Effective, InstrumentId Instrument) : IndexEvent(Effective)
{
    /// <summary>The formula of the price after.</summary>
    private protected abstract string Formula { get; }

    /// <summary>The price after and the shares after for one share before.</summary>
    /// <param name="close">The last close; zero or more.</param>
    private protected abstract (double Price, double Shares) Effect(double close);

    /// <inheritdoc/>
    internal sealed override Answer<Opening> ApplyTo(Opening opening)
    {
        if (opening.Basket.Find(Instrument) is not { } holding)
        {
            return Unknown(Instrument);
        }

        if (!opening.Closes.TryGetPrice(Instrument, out var close))
        {
            return new Problem(ProblemKind.NoData, $"{Words} But it has no close on {opening.Closes.Day:yyyy-MM-dd}.");
        }

        var (price, shares) = Effect(close);
        if (!double.IsFinite(price) || price < 0 || (price == 0 && close > 0))
        {
            return Impossible($"The price would go from {close:R} to {price:R}; expected one above zero.");
        }

        var factor = opening.Basket.Rule switch
        {
            HoldingRule.FollowShares => shares,
            HoldingRule.KeepUnits => 1,

            // A child that came in at zero price has no weight to keep yet.
            _ => close > 0 ? close / price : shares,
        };
        var held = holding.Shares * factor;
        return Unholdable(Instrument, held) is { } problem
            ? problem
            : new Opening(opening.Basket.With(holding.WithShares(held)), opening.Closes.With(Instrument, price)).By(Formula);
    }
}
