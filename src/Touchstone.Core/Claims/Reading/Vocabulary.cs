using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Word families that tell one kind of claim from another.</summary>
internal static class Vocabulary
{
    /// <summary>Words of an expectation.</summary>
    private static readonly FrozenSet<string> Expecting = "expected expects expect forecast forecasts forecasting projected projects projects projection predicts predict predicted anticipate anticipates anticipated target targets targeting estimates will would could may might outlook poll see sees set likely poised potential upside".Split(' ').ToFrozenSet();

    /// <summary>Words of an economy.</summary>
    private static readonly FrozenSet<string> Economic = "gdp economy inflation cpi ppi deflator unemployment exports imports payrolls wages retail output production investment consumption pmi growth deflation".Split(' ').ToFrozenSet();

    /// <summary>Words of a worst case.</summary>
    private static readonly FrozenSet<string> Severe = "extreme extremely worst severe catastrophic crash collapse doomsday dire meltdown".Split(' ').ToFrozenSet();

    /// <summary>Words of a scenario.</summary>
    private static readonly FrozenSet<string> Supposing = "scenario scenarios hypothetical".Split(' ').ToFrozenSet();

    /// <summary>What a share can be a share of.</summary>
    private static readonly FrozenSet<string> Wholes = "market markets turnover capitalization capitalisation cap value trading total index gdp sales revenue revenues volume volumes weight weighting benchmark assets portfolio holdings exports stocks companies all households respondents its their that those members constituents earnings profits shipments workforce population demand supply output share shares".Split(' ').ToFrozenSet();

    public static bool IsExpecting(string lower) => Expecting.Contains(lower);

    public static bool IsEconomic(string lower) => Economic.Contains(lower);

    public static bool IsSevere(string lower) => Severe.Contains(lower);

    public static bool IsSupposing(string lower) => Supposing.Contains(lower);

    public static bool IsWhole(string lower) => Wholes.Contains(lower);
}
