using System.Collections.Immutable;
using Touchstone.Claims;

namespace Touchstone.Views;

/// <summary>How a verdict is shown: a mark, a word and a meaning, so that colour is never the only sign.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Name">The kebab-case name, as in JSON and in style sheets.</param>
/// <param name="Mark">One character.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
internal sealed record VerdictSign(Verdict Verdict, string Name, string Mark, string Meaning)
{
    /// <summary>All verdicts, from good to bad to undecided.</summary>
    public static readonly ImmutableArray<VerdictSign> All =
    [
        new(Verdict.Confirmed, "confirmed", "✓", "The data round to the printed number, or lie inside what its hedge allows."),
        new(Verdict.Near, "near", "≈", "Off by one unit of the last digit, or on the wrong side of a hedge."),
        new(Verdict.OtherReading, "other-reading", "~", "Fails as first read and holds under another reading, which is named."),
        new(Verdict.Contradicted, "contradicted", "✗", "Fails under every reading that the words allow."),
        new(Verdict.Inconsistent, "inconsistent", "!", "Contradicts another number of the same text, or arithmetic."),
        new(Verdict.Implausible, "implausible", "?", "Cannot be checked, but its size makes no sense for the words around it."),
        new(Verdict.Pending, "pending", "…", "About the future, or a period that is not over."),
        new(Verdict.Unchecked, "unchecked", "–", "Not checked, for the reason given."),
    ];

    /// <summary>The sign of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static VerdictSign Of(Verdict verdict) => All[(int)verdict];
}
