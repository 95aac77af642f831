namespace Touchstone.Measures;

/// <summary>Weights and returns of groups in one period, on both sides.</summary>
internal static class GroupTotals
{
    /// <summary>Each group with its weight and return on both sides, by name.</summary>
    public static Problem? Pairs((MemberPeriod Own, MemberPeriod Other) period, MemberGroups groups, out SortedDictionary<string, GroupPair> pairs)
    {
        pairs = new SortedDictionary<string, GroupPair>(StringComparer.Ordinal);
        if (Sums(period.Own, groups, out var own) is { } problem)
        {
            return problem;
        }

        if (Sums(period.Other, groups, out var other) is { } unclear)
        {
            return unclear;
        }

        foreach (var name in own.Keys.Union(other.Keys))
        {
            var (mine, theirs) = (own.GetValueOrDefault(name), other.GetValueOrDefault(name));
            pairs.Add(name, new GroupPair(mine.Weight, Ratio(mine), theirs.Weight, Ratio(theirs)));
        }

        return null;
    }

    private static Problem? Sums(MemberPeriod period, MemberGroups groups, out SortedDictionary<string, (double Weight, double Contribution)> sums)
    {
        sums = new SortedDictionary<string, (double Weight, double Contribution)>(StringComparer.Ordinal);
        foreach (var member in period.Members)
        {
            // A group holds for a period from its first day on: the day after the base close.
            if (groups.Find(member.Instrument, period.From.AddDays(1), out var name) is { } problem)
            {
                return problem;
            }

            var before = sums.GetValueOrDefault(name);
            sums[name] = (before.Weight + member.Weight, before.Contribution + member.Contribution);
        }

        return null;
    }

    private static double Ratio((double Weight, double Contribution) sum) => sum.Weight == 0 ? 0 : sum.Contribution / sum.Weight;
}
