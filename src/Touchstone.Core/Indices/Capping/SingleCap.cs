namespace Touchstone.Indices;

/// <summary>No name above a limit: those above are fixed at it, the rest is spread in proportion over names not yet fixed, in at most as many rounds as names.</summary>
/// <remarks>
/// w' = limit for the fixed set F, and w × (1 - |F| × limit) / Σ of the rest for the others, F growing until no other is above.
/// Source: worked cases of the R package tidymas (test_mv_capping); Hang Seng Indexes caps HSI and HSTECH names at 8% so.
/// </remarks>
public sealed record SingleCap : NameCaps
{
    /// <summary>Makes a cap.</summary>
    /// <param name="limit">The limit; above 0%, at most 100%.</param>
    /// <param name="trigger">The weight above which a name sets off the cap, not below the limit; null for the limit itself. Nasdaq: above 24%, cap at 20%.</param>
    public SingleCap(Percent limit, Percent? trigger = null)
    {
        At = Limit(limit, nameof(limit));
        Trigger = trigger is { } above ? Limit(above, nameof(trigger)) : At;
        if (Trigger < At)
        {
            throw new ArgumentOutOfRangeException(nameof(trigger), Trigger, $"A trigger is not below the limit of {At}.");
        }
    }

    /// <summary>The limit.</summary>
    public Percent At { get; }

    /// <summary>The weight above which a name sets off the cap.</summary>
    public Percent Trigger { get; }

    /// <inheritdoc/>
    public override string Words => Trigger == At ? $"No name above {At.Points:0.####}%." : $"When a name is above {Trigger.Points:0.####}%, none above {At.Points:0.####}%.";

    private protected override double TriggerOverLimit => Trigger.Fraction / At.Fraction;

    private protected override double LimitOf(CapCandidate name) => At.Fraction;
}
