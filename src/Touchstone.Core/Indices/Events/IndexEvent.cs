namespace Touchstone.Indices;

/// <summary>Something that changes what an index holds, or the price of a member, other than the market.</summary>
/// <param name="Effective">The first day with the event: it happens between the last session before that day and the first on or after it.</param>
/// <remarks>
/// An event acts on the last closes before <see cref="Effective"/>. Events of one day happen in the order in which they are given.
/// An event of the market itself (a final price) is in the level before the divisor moves.
/// </remarks>
public abstract record IndexEvent(DateOnly Effective)
{
    /// <summary>The event as a sentence.</summary>
    public abstract string Words { get; }

    /// <summary>The member that has the event's own price in the last level before it, or null.</summary>
    internal virtual (InstrumentId Instrument, double Price)? FinalPrice => null;

    /// <summary>The event as a sentence for the audit log, told against what the index held before it.</summary>
    /// <param name="before">What the index held, and the last closes.</param>
    internal virtual string WordsAgainst(Opening before) => Words;

    /// <summary>What the index holds, and at what closes, after the event.</summary>
    /// <param name="opening">The same before it.</param>
    /// <returns>The opening with the event; a problem when the event does not fit what the index holds.</returns>
    internal abstract Answer<Opening> ApplyTo(Opening opening);

    /// <summary>The last closes with the event's own price, where it has one.</summary>
    /// <param name="closes">The last closes.</param>
    internal ClosingPrices Settle(ClosingPrices closes) => FinalPrice is var (instrument, price) ? closes.With(instrument, price) : closes;

    /// <summary>The problem of a member that the index does not hold.</summary>
    /// <param name="instrument">The instrument.</param>
    private protected Problem Unknown(InstrumentId instrument) =>
        new(ProblemKind.Invalid, $"{Words} But {instrument} is no member before {Effective:yyyy-MM-dd}.");

    /// <summary>The problem of an event that cannot be.</summary>
    /// <param name="reason">The rest of the sentence.</param>
    private protected Problem Impossible(string reason) => new(ProblemKind.Invalid, $"{Words} {reason}");

    /// <summary>The problem of a number of shares that cannot be held, or null.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="shares">The shares after the event.</param>
    private protected Problem? Unholdable(InstrumentId instrument, double shares) => double.IsFinite(shares) && shares > 0
        ? null
        : Impossible($"The shares of {instrument} would be {shares:R}; expected a finite number above zero.");

    /// <summary>A number that must be above zero.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name.</param>
    private protected static double AboveZero(double value, string name) => double.IsFinite(value) && value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above zero.");

    /// <summary>A number that must not be negative.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">Its name.</param>
    private protected static double ZeroOrMore(double value, string name) => double.IsFinite(value) && value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number, zero or more.");
}
