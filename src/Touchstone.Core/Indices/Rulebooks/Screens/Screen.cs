using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A condition that a stock must meet to be ranked.</summary>
public abstract record Screen
{
    /// <summary>The condition as a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>Whether a listing of some days can be judged by it: it asks neither for age nor for past trading, nor for a place in an order.</summary>
    internal virtual bool SuitsNewListings => true;

    /// <summary>Judges stocks.</summary>
    /// <param name="round">The stocks that passed so far, and the data.</param>
    /// <returns>A verdict for each stock, in order; a problem that stops the review.</returns>
    internal abstract Answer<ImmutableArray<ScreenVerdict>> Judge(ScreenRound round);
}
