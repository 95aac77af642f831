using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>The stored dates of a review of the Harbour Growth Index.</summary>
/// <param name="CutOff">The last day whose closes count for screens and ranks.</param>
/// <param name="Prices">The day whose closes set the weights.</param>
/// <param name="Effective">The first day with the new holdings.</param>
/// <param name="Chooses">Whether members are chosen anew; otherwise they stay and are weighted anew.</param>
internal sealed record GrowthReviewDates(DateOnly CutOff, DateOnly Prices, DateOnly Effective, bool Chooses);

/// <summary>The rules of the Harbour Growth Index, as its rulebook tells them.</summary>
internal static class GrowthRules
{
    public const string Id = "HARBG";
    public const string Name = "Harbour Growth Index";
    public const string GrossId = "HARBGTR";
    public const string NetId = "HARBGNR";
    public const string KroneId = "HARBGK";
    public const string KroneName = "Harbour Growth Index (krone)";
    public const decimal BaseLevel = 1_000;
    public const int Count = 10;
    public const int EnterWithin = 8;
    public const int StayWithin = 12;
    public const decimal Cap = 0.15m;
    public const int ListedMonths = 3;
    public const int LargeWithin = 9;
    public const int LargeMonths = 1;
    public const int TurnoverMonths = 3;
    public const decimal Turnover = 200_000;
    public const int FastWithin = 3;
    public const int FastSession = 1;
    public const int FastJoinsAfter = 10;
    public const decimal AtOnceFrom = 0.10m;
    public const decimal Withholding = 0.15m;

    /// <summary>The first day of the second version of the rules: spin-offs join at their first price.</summary>
    public static readonly DateOnly SecondVersion = new(2024, 7, 1);

    /// <summary>A stock must have one of these themes, or be of one of <see cref="Industries"/>.</summary>
    public static readonly ImmutableArray<string> Themes = ["automation", "clean-power", "digital-services"];

    /// <summary>Industries that need no theme.</summary>
    public static readonly ImmutableArray<string> Industries = ["Health Care"];

    /// <summary>The reviews; the first sets the index up.</summary>
    public static readonly ImmutableArray<GrowthReviewDates> Reviews =
    [
        new(new(2023, 12, 15), new(2023, 12, 20), new(2024, 1, 2), true),
        new(new(2024, 2, 29), new(2024, 3, 6), new(2024, 3, 12), false),
        new(new(2024, 5, 31), new(2024, 6, 6), new(2024, 6, 12), true),
        new(new(2024, 8, 30), new(2024, 9, 5), new(2024, 9, 11), false),
        new(new(2024, 11, 29), new(2024, 12, 5), new(2024, 12, 11), true),
    ];

    /// <summary>The first day of the index.</summary>
    public static DateOnly BaseDate => Reviews[0].Effective;

    /// <summary>The part of the shares that counts: up to 15% in steps of 1% upwards, 20% in one, then in steps of 10% upwards to 80%, beyond that all.</summary>
    public static decimal Banded(decimal free) =>
        free <= 0.15m ? Math.Ceiling(free * 100) / 100
        : free <= 0.20m ? 0.20m
        : free <= 0.80m ? Math.Ceiling(free * 10) / 10
        : 1;
}
