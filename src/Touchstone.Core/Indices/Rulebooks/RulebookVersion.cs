using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The rules of an index as they read from a day on.</summary>
public sealed record RulebookVersion
{
    /// <summary>The first day in force. A review goes by the version in force on its effective day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What changed, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The ids of the <see cref="Rulebook.Sources"/> behind this version.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Which stocks are considered at all.</summary>
    public required Universe Universe { get; init; }

    /// <summary>What a stock must pass to be ranked, in order: each looks only at those that passed the ones before.</summary>
    public ImmutableArray<Screen> Screens { get; init; } = [];

    /// <summary>How those that pass are put in order.</summary>
    public Ranking Ranking { get; init; } = Ranking.ByMarketValue;

    /// <summary>How many are taken, and who keeps a place.</summary>
    public required Selection Selection { get; init; }

    /// <summary>When a new listing joins between reviews, or null when none does.</summary>
    public FastEntry? FastEntry { get; init; }

    /// <summary>Which shares count.</summary>
    public ShareRule Shares { get; init; } = ShareRule.Total;

    /// <summary>How weights come about before caps.</summary>
    public Weighting Weighting { get; init; }

    /// <summary>What limits the weights at reviews.</summary>
    public CapPlan Caps { get; init; } = CapPlan.None;

    /// <summary>What corporate actions do.</summary>
    public ActionRules Actions { get; init; } = ActionRules.Standard;

    /// <summary>Which returns are calculated.</summary>
    public ReturnRules Returns { get; init; } = ReturnRules.PriceOnly;

    /// <summary>The decimals of a published level; 0 to 12. Default 2.</summary>
    public int Decimals { get; init; } = 2;
}
