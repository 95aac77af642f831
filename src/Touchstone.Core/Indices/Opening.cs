namespace Touchstone.Indices;

/// <summary>What an index holds before the open of a session, and the last closes as the events of that morning leave them.</summary>
/// <param name="Basket">The holdings.</param>
/// <param name="Closes">The last session's closes, adjusted for the events so far.</param>
public sealed record Opening(Basket Basket, ClosingPrices Closes)
{
    /// <summary>Today's closes with the last price for members whose trading is suspended.</summary>
    /// <param name="today">The closes of the session.</param>
    internal ClosingPrices Carry(ClosingPrices today)
    {
        foreach (var holding in Basket.Holdings)
        {
            if (holding.IsSuspended && Closes.TryGetPrice(holding.Instrument, out var last))
            {
                today = today.With(holding.Instrument, last);
            }
        }

        return today;
    }

    /// <summary>The opening as the answer of an event.</summary>
    /// <param name="formula">The event's formula.</param>
    internal Answer<Opening> By(string formula) => Answer<Opening>.Of(this, new Working { Formula = formula });
}
