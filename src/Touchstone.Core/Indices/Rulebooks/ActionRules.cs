namespace Touchstone.Indices;

/// <summary>How a company that is handed out joins.</summary>
public enum SpinOffTreatment
{
    /// <summary>At zero price; its first close is a move of the market.</summary>
    ZeroPrice,

    /// <summary>At its first price (the <c>cash</c> of the action), which the parent's price loses.</summary>
    FirstPrice,

    /// <summary>It does not join; the parent's price falls in the index, or is adjusted by the <c>cash</c> of the action where there is one.</summary>
    NotTaken,
}

/// <summary>What a special dividend does to the price index.</summary>
public enum SpecialDividendTreatment
{
    /// <summary>The price is lowered by it at the open: the price index takes no loss.</summary>
    Adjusted,

    /// <summary>Like an ordinary one: the price index falls, the total return reinvests it.</summary>
    AsOrdinary,
}

/// <summary>What a rights issue does.</summary>
public enum RightsTreatment
{
    /// <summary>In the money the price goes to the theoretical ex-rights price and the shares rise; out of the money nothing happens.</summary>
    TheoreticalPrice,

    /// <summary>Nothing but the fall of the price.</summary>
    Ignored,
}

/// <summary>What corporate actions do to an index.</summary>
public sealed record ActionRules
{
    /// <summary>Rights at the theoretical price, special dividends adjusted, spin-offs at zero price and out after the first close.</summary>
    public static ActionRules Standard { get; } = new();

    /// <summary>What becomes of a holding when a company changes number or price of its shares; null for what the weighting asks (market value follows shares, price keeps units, all others keep weights).</summary>
    public HoldingRule? Holding { get; init; }

    /// <summary>Rights issues.</summary>
    public RightsTreatment Rights { get; init; }

    /// <summary>Special dividends.</summary>
    public SpecialDividendTreatment SpecialDividend { get; init; }

    /// <summary>Spin-offs.</summary>
    public SpinOffTreatment SpinOff { get; init; }

    /// <summary>Whether a company handed out leaves after its first close; otherwise it stays until the next review.</summary>
    public bool SpunCompanyLeaves { get; init; } = true;
}
