namespace Touchstone.Indices;

/// <summary>What a version says as a whole must be possible.</summary>
internal static class VersionChecks
{
    private const double Slack = 1e-9;

    /// <summary>Looks at everything that hangs on more than one part, where the version states at least one of them.</summary>
    /// <param name="draft">The version.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Look(VersionDraft draft, RulebookFaults faults)
    {
        Weights(draft, faults);
        Chosen(draft, faults);
        CapChecks.Look(draft, faults);
    }

    private static void Weights(VersionDraft draft, RulebookFaults faults)
    {
        if (draft.Universe?.Value is not { } universe || draft.WeightingRule is not { } weighting ||
            (weighting == Weighting.Given ? Line(draft, draft.Weighting, draft.Universe) : Line(draft, draft.Universe, draft.Weighting)) is not { } line)
        {
            return;
        }

        var weights = universe.List.Where(member => member.Weight is not null).ToArray();
        if (weighting != Weighting.Given)
        {
            if (weights.Length > 0)
            {
                faults.Add(line, $"versions[{draft.Number}].universe.list gives {weights[0].Instrument} a weight, which counts only with 'weighting: given'; expected that, or no weights.");
            }

            return;
        }

        if (weights.Length < universe.List.Length || weights.Length == 0)
        {
            var without = universe.List.FirstOrDefault(member => member.Weight is null);
            faults.Add(line, $"versions[{draft.Number}].weighting is 'given', and {(without is null ? "universe has no list" : $"{without.Instrument} has no weight")}; expected a universe.list with an id and a weight for each name.");
        }
        else if (weights.Sum(member => member.Weight!.Value.Fraction) is var sum && Math.Abs(sum - 1) > Slack)
        {
            faults.Add(line, $"versions[{draft.Number}].universe.list has weights that sum to {sum * 100:0.##########}%; expected 100%.");
        }
    }

    private static void Chosen(VersionDraft draft, RulebookFaults faults)
    {
        if (draft.Selection?.Value?.Method == SelectionMethod.Published)
        {
            if (draft.ScreenRules is { IsEmpty: false } && Line(draft, draft.Screens, draft.Selection) is { } screens)
            {
                faults.Add(screens, $"versions[{draft.Number}].screens say nothing when the members are the published ones; expected 'screens: []', or another selection.");
            }

            if (draft.FastEntry?.Value is not null && Line(draft, draft.FastEntry, draft.Selection) is { } fast)
            {
                faults.Add(fast, $"versions[{draft.Number}].fastEntry says nothing when the members are the published ones; expected 'fastEntry: none', or another selection.");
            }
        }

        if (draft.WeightingRule == Weighting.Score && draft.Ranking?.Value?.Method == ScoreMethod.ZScore && Line(draft, draft.Weighting, draft.Ranking) is { } line)
        {
            faults.Add(line, $"versions[{draft.Number}].weighting is 'score', and z-scores are below zero for some; expected another method of ranking, or another weighting.");
        }
    }

    /// <summary>The line of the first part when the version states it itself, else that of the second; null when it states neither.</summary>
    /// <typeparam name="T">The first part.</typeparam>
    /// <typeparam name="TOther">The second part.</typeparam>
    /// <param name="draft">The version.</param>
    /// <param name="part">The first part.</param>
    /// <param name="other">The second part.</param>
    internal static int? Line<T, TOther>(VersionDraft draft, Stated<T>? part, Stated<TOther>? other) =>
        part?.Version == draft.Number ? part.Line : other?.Version == draft.Number ? other.Line : null;
}
