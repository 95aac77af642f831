using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>Adjectives of the highest degree.</summary>
internal static class Superlatives
{
    private static readonly FrozenSet<string> Other = "interest latest invest request modest protest contest forest harvest honest suggest digest arrest unrest midwest conquest southwest northwest reinvest manifest arrest guest quest".Split(' ').ToFrozenSet();

    /// <summary>Whether a word is one: best, worst, record, ugliest.</summary>
    public static bool Is(string lower) => lower is "best" or "worst" or "top" or "record" || (lower.Length > 5 && lower.EndsWith("est", StringComparison.Ordinal) && !Other.Contains(lower));
}
