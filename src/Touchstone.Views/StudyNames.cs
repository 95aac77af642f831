using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>The words for what studies of one series can be told, on every surface.</summary>
internal static class StudyNames
{
    /// <summary>Where critical values come from, the usual one first.</summary>
    public static Dictionary<string, CriticalValueSource> Sources { get; } = new(StringComparer.Ordinal)
    {
        ["wild"] = CriticalValueSource.Wild,
        ["monte-carlo"] = CriticalValueSource.MonteCarlo,
        ["composite"] = CriticalValueSource.Composite,
        ["stored"] = CriticalValueSource.Stored,
    };

    /// <summary>Multipliers of the wild bootstrap, the usual one first.</summary>
    public static Dictionary<string, WildMultiplier> Multipliers { get; } = new(StringComparer.Ordinal)
    {
        ["signs"] = WildMultiplier.Rademacher,
        ["normal"] = WildMultiplier.Normal,
    };

    /// <summary>Levels of the line that dates episodes, by percent.</summary>
    public static Dictionary<string, double> Levels { get; } = new(StringComparer.Ordinal) { ["90"] = 0.90, ["95"] = 0.95, ["99"] = 0.99 };

    /// <summary>What a bull market is, the usual rule first.</summary>
    public static Dictionary<string, RegimeRule> Rules { get; } = new(StringComparer.Ordinal)
    {
        ["twenty-percent"] = RegimeRule.TwentyPercent,
        ["lunde-timmermann"] = RegimeRule.LundeTimmermann,
        ["pagan-sossounov"] = RegimeRule.PaganSossounov,
    };

    /// <summary>The name of a rule.</summary>
    /// <param name="rule">The rule.</param>
    public static string NameOf(RegimeRule rule) => Rules.First(pair => pair.Value == rule).Key;
}
