using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>A version as read: what it states, and what it takes over from the version before.</summary>
internal sealed record VersionDraft
{
    /// <summary>Its place, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The first line of its block.</summary>
    public required int Line { get; init; }

    /// <summary>The first day in force, or null when that has a fault.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>What changed.</summary>
    public required string? Note { get; init; }

    /// <summary>Its sources.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Stated or taken over; null only when the first version lacks it.</summary>
    public required Stated<Universe?>? Universe { get; init; }

    /// <inheritdoc cref="Universe"/>
    public required Stated<Selection?>? Selection { get; init; }

    /// <summary>Stated or taken over, or null.</summary>
    public required Stated<ImmutableArray<Screen>?>? Screens { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<Ranking?>? Ranking { get; init; }

    /// <summary>Stated or taken over, or null; its value is null also for <c>none</c>.</summary>
    public required Stated<FastEntry?>? FastEntry { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<ShareRule?>? Shares { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<Weighting?>? Weighting { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<CapPlan?>? Caps { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<ActionRules?>? Actions { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<ReturnRules?>? Returns { get; init; }

    /// <inheritdoc cref="Screens"/>
    public required Stated<int?>? Decimals { get; init; }

    /// <summary>How weights come about; market value when nothing is said; null when it has a fault.</summary>
    public Weighting? WeightingRule => Weighting is null ? Indices.Weighting.MarketValue : Weighting.Value;

    /// <summary>The conditions; null when they have a fault.</summary>
    public ImmutableArray<Screen>? ScreenRules => Screens is null ? [] : Screens.Value;

    /// <summary>The version; only where there is no fault.</summary>
    public RulebookVersion Finished() => new()
    {
        From = From!.Value,
        Note = Note,
        Sources = Sources,
        Universe = Universe!.Value!,
        Screens = ScreenRules!.Value,
        Ranking = Ranking?.Value ?? Indices.Ranking.ByMarketValue,
        Selection = Selection!.Value!,
        FastEntry = FastEntry?.Value,
        Shares = Shares?.Value ?? ShareRule.Total,
        Weighting = WeightingRule!.Value,
        Caps = Caps?.Value ?? CapPlan.None,
        Actions = Actions?.Value ?? ActionRules.Standard,
        Returns = Returns?.Value ?? ReturnRules.PriceOnly,
        Decimals = Decimals?.Value ?? 2,
    };
}
