namespace Touchstone.Indices;

/// <summary>Caps that no weights of so many names can keep.</summary>
internal static class CapChecks
{
    private const double Slack = 1e-9;

    /// <summary>Looks at the caps of a version whose number of names is known.</summary>
    /// <param name="draft">The version.</param>
    /// <param name="faults">Where faults go.</param>
    public static void Look(VersionDraft draft, RulebookFaults faults)
    {
        if (draft.Caps?.Value is not { } caps || Count(draft, caps) is not { } count ||
            (VersionChecks.Line(draft, draft.Caps, draft.Selection) ?? VersionChecks.Line(draft, draft.Universe, draft.Ranking)) is not { } line)
        {
            return;
        }

        // Between reconstitutions a fast entry may bring more names than the count.
        var atRebalance = draft.FastEntry?.Value is null ? caps.AtRebalance : [];
        foreach (var rule in caps.AtReconstitution.Union(atRebalance))
        {
            if (Fault(rule, count, draft) is { } fault)
            {
                faults.Add(line, $"versions[{draft.Number}].caps can never hold for {count} names: {fault}");
            }
        }
    }

    // How many names are capped at most; null when that hangs on the data.
    private static int? Count(VersionDraft draft, CapPlan caps)
    {
        if (draft.Selection?.Value is not { } selection || (draft.Ranking is { Value: null }))
        {
            return null;
        }

        var ofCompanies = draft.Ranking?.Value?.Level == CountLevel.Company;
        return selection.Method switch
        {
            SelectionMethod.Ranked when !ofCompanies || caps.Level == CountLevel.Company => selection.Count,
            SelectionMethod.All when draft.Universe?.Value is { List.IsEmpty: false } universe => universe.List.Length,
            _ => null,
        };
    }

    private static string? Fault(CapRule rule, int count, VersionDraft draft)
    {
        switch (rule)
        {
            case SingleCap single when count * single.At.Fraction < 1 - Slack:
                return $"{count} × {RulebookWords.Of(single.At)} is {count * single.At.Points:0.####}%; expected 100% or more.";
            case GroupNameCap { Others: { } others } group when count * Math.Max(others.Fraction, group.Limits.Values.Max(limit => limit.Fraction)) < 1 - Slack:
                return $"{count} × the largest limit is below 100%. {rule.Words}";
            case TopCap top when Math.Min(1, (double)top.Count / count) > top.Sum.Fraction + Slack:
                return $"the {top.Count} largest of {count} have at least {Math.Min(1, (double)top.Count / count) * 100:0.####}%; expected a limit of no less.";
            case ThresholdSumCap sum when sum.Sum.Fraction + ((count - 1) * sum.Threshold.Fraction) < 1 - Slack:
                return $"{count - 1} names at {RulebookWords.Of(sum.Threshold)} and {RulebookWords.Of(sum.Sum)} for the rest are below 100%. {rule.Words}";
            case IndividualCaps each when draft.Universe?.Value is { List.IsEmpty: false } universe && universe.List.Sum(member => each.Limits.TryGetValue(member.Instrument, out var limit) ? limit.Fraction : 1) < 1 - Slack:
                return $"the limits of the list sum to less than 100%. {rule.Words}";
            default:
                return null;
        }
    }
}
