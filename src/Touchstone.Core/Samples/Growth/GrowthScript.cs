using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>What happens to a company of the Growth Board on a day.</summary>
/// <param name="Code">The company.</param>
/// <param name="Day">The ex-date or first day; a session.</param>
/// <param name="Kind">The kind of corporate action, or <c>shares</c> or <c>float</c>.</param>
/// <param name="Ratio">Shares afterwards for one before, shares of the other company for one, or the new free float; 0 where the kind has none.</param>
/// <param name="Part">An amount of money as a part of the close before (of the close before the announcement for an offer); 0 where the kind has none.</param>
/// <param name="Other">The other company, or empty.</param>
/// <param name="Announced">The first day on which the price goes by the offer, or null.</param>
/// <param name="Priced">Whether a spin-off states its first price.</param>
/// <param name="Note">A remark.</param>
internal sealed record GrowthStep(string Code, DateOnly Day, string Kind, decimal Ratio = 0, decimal Part = 0, string Other = "", DateOnly? Announced = null, bool Priced = false, string Note = "");

/// <summary>A stretch in which a company moves by more than chance and the market.</summary>
/// <param name="Code">The company.</param>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Daily">The move of a day, as a fraction.</param>
internal sealed record GrowthTrend(string Code, DateOnly From, DateOnly Until, double Daily);

/// <summary>The corporate actions of the Growth Board, and who rises and falls: the days are given, the amounts follow the prices drawn.</summary>
/// <remarks>Nothing happens between the cut-off and the effective day of a review, and no two things on one day.</remarks>
internal static class GrowthScript
{
    /// <summary>The day of the spin-off that states no price.</summary>
    public static readonly DateOnly FirstSpinOff = new(2024, 5, 13);

    /// <summary>The day of the spin-off that states a first price.</summary>
    public static readonly DateOnly SecondSpinOff = new(2024, 10, 21);

    /// <summary>The company that may not join for a time.</summary>
    public const string Investigated = "OSRB";

    /// <summary>It is under investigation from the first day until the second, not included.</summary>
    public static readonly (DateOnly From, DateOnly Until) Investigation = (new(2023, 10, 9), new(2024, 8, 12));

    /// <summary>What happens, by day.</summary>
    public static readonly ImmutableArray<GrowthStep> Steps =
    [
        new("INGC", new(2024, 1, 22), "suspend", Note: "trading halted pending an announcement"),
        new("BELB", new(2024, 1, 29), "shares", 1.12m, Note: "placing of 6.24 million shares"),
        new("INGC", new(2024, 2, 1), "resume", Note: "trading resumes"),
        new("DUNL", new(2024, 2, 5), "rights", 1.25m, 0.7m, Note: "one new share for four held, below the price"),
        new("LRKS", new(2024, 2, 19), "consolidation", 0.1m, Note: "ten old shares into one new share"),
        new("AMBM", new(2024, 3, 18), "cash", Part: 0.012m, Note: "final dividend"),
        new("GRNL", new(2024, 3, 25), "suspend", Note: "accounts not filed"),
        new("HRWK", new(2024, 4, 8), "float", 0.55m, Note: "founder's shares released from lock-up"),
        new("AMBM", new(2024, 4, 15), "bonus", 1.3m, Note: "three bonus shares for ten held"),
        new("FENS", new(2024, 4, 23), "merger-cash", Part: 1.25m, Announced: new(2024, 3, 20), Note: "bought for cash"),
        new("CRNW", new(2024, 5, 8), "cash", Part: 0.015m, Note: "final dividend"),
        new("EELG", FirstSpinOff, "spin-off", 0.2m, 0.5m, "TRNF", Note: "one share of Ternfield for five held"),
        new("GRNL", new(2024, 5, 20), "delist", Note: "wound up; shareholders receive nothing"),
        new("BELB", new(2024, 5, 27), "cash", Part: 0.008m, Note: "final dividend"),
        new("BELB", new(2024, 7, 8), "split", 3, Note: "three new shares for one old share"),
        new("AMBM", new(2024, 7, 15), "shares", 0.98m, Note: "shares bought back and cancelled"),
        new("EELG", new(2024, 7, 29), "rights", 1.2m, 1.15m, Note: "one new share for five held, above the price; none were taken up"),
        new("HRWK", new(2024, 9, 23), "delist", Part: 1.1m, Announced: new(2024, 8, 19), Note: "taken private"),
        new("AMBM", new(2024, 9, 30), "cash", Part: 0.008m, Note: "interim dividend"),
        new("CRNW", new(2024, 10, 14), "special", Part: 0.06m, Note: "proceeds of a sale"),
        new("INGC", SecondSpinOff, "spin-off", 0.1m, 1.2m, "URCS", Priced: true, Note: "one share of Urchinsby for ten held, at the price of its offering"),
        new("JETM", new(2024, 11, 4), "merger-stock", Part: 1.2m, Other: "CRNW", Announced: new(2024, 9, 16), Note: "bought by Cranewharf for shares"),
        new("DUNL", new(2024, 11, 18), "cash", Part: 0.01m, Note: "interim dividend"),
        new("VNSM", new(2025, 1, 13), "cash", Part: 0.005m, Note: "first dividend"),
        new("SKRC", new(2025, 2, 10), "float", 0.70m, Note: "stake bought by a partner"),
    ];

    /// <summary>Who rises and who falls.</summary>
    public static readonly ImmutableArray<GrowthTrend> Trends =
    [
        new("GRNL", new(2024, 2, 1), new(2024, 3, 22), -0.0185),
        new("JETM", new(2023, 12, 18), new(2024, 5, 24), 0.0097),
        new("KELW", new(2023, 12, 18), new(2024, 5, 24), 0.0064),
        new("LRKS", new(2024, 1, 2), new(2024, 5, 24), -0.0030),
        new("LRKS", new(2024, 6, 12), new(2024, 11, 22), -0.0042),
        new("MRLS", new(2024, 6, 12), new(2024, 11, 22), 0.0049),
        new("NTTL", new(2024, 6, 12), new(2024, 11, 22), 0.0062),
    ];

    /// <summary>The move of a company beyond chance and the market on a day, as a fraction.</summary>
    public static double TrendOf(GrowthCompany company, DateOnly day) =>
        Trends.Where(trend => trend.Code == company.Code && trend.From <= day && day <= trend.Until).Sum(trend => trend.Daily);
}
