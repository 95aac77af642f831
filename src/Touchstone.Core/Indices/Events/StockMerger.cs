namespace Touchstone.Indices;

/// <summary>A member is bought by another for shares: the target leaves, the acquirer's shares rise by what it issues. Both are members.</summary>
/// <remarks>
/// M' = M - target + r × target's shares × acquirer's price × acquirer's float × cap. An index that does not follow shares lets the target leave and
/// does no more. An acquirer that is no member takes the target's place by a <see cref="Swap"/>.
/// Source: Nasdaq, "Index Calculation Manual" (mergers and acquisitions), 2020.
/// </remarks>
public sealed record StockMerger : IndexEvent
{
    /// <summary>Makes a merger for shares.</summary>
    /// <param name="effective">The first day without the target.</param>
    /// <param name="target">The member that is bought.</param>
    /// <param name="acquirer">The member that buys.</param>
    /// <param name="acquirerPerTarget">Shares of the acquirer for one of the target; above zero.</param>
    public StockMerger(DateOnly effective, InstrumentId target, InstrumentId acquirer, double acquirerPerTarget)
        : base(effective)
    {
        if (target == acquirer)
        {
            throw new ArgumentException($"{target} cannot buy itself.", nameof(acquirer));
        }

        (Target, Acquirer) = (target, acquirer);
        AcquirerPerTarget = AboveZero(acquirerPerTarget, nameof(acquirerPerTarget));
    }

    /// <summary>The member that is bought.</summary>
    public InstrumentId Target { get; }

    /// <summary>The member that buys.</summary>
    public InstrumentId Acquirer { get; }

    /// <summary>Shares of the acquirer for one of the target; above zero.</summary>
    public double AcquirerPerTarget { get; }

    /// <inheritdoc/>
    public override string Words => $"{Acquirer} buys {Target} for {AcquirerPerTarget:R} of its shares for 1.";

    internal override Answer<Opening> ApplyTo(Opening opening)
    {
        if (opening.Basket.Find(Target) is not { } target)
        {
            return Unknown(Target);
        }

        if (opening.Basket.Find(Acquirer) is not { } acquirer)
        {
            return Unknown(Acquirer);
        }

        var shares = acquirer.Shares + (AcquirerPerTarget * target.Shares);
        if (Unholdable(Acquirer, shares) is { } problem)
        {
            return problem;
        }

        var basket = opening.Basket.Without(target);
        return (opening with
        {
            Basket = basket.Rule == HoldingRule.FollowShares ? basket.With(acquirer.WithShares(shares)) : basket,
        }).By("market value - value of the target + value of the shares that the acquirer issues");
    }
}
