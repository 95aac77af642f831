using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>Reviews of the Harbour Growth Index, by the rules and nothing else.</summary>
internal static class GrowthReview
{
    /// <summary>Eligible companies at a cut-off, largest free-float market value first.</summary>
    public static ImmutableArray<(GrowthLine Line, decimal Value)> Rank(GrowthBoard board, DateOnly cutOff)
    {
        var themed = board.Lines.Where(line => IsListed(line, cutOff) && PassesLasting(line, cutOff)).ToList();
        var large = themed.OrderByDescending(line => AverageValue(line, cutOff)).Take(GrowthRules.LargeWithin).ToHashSet();
        return
        [
            .. themed
                .Where(line => line.Company.Listed.AddMonths(GrowthRules.ListedMonths) <= cutOff
                    || (large.Contains(line) && line.Company.Listed.AddMonths(GrowthRules.LargeMonths) <= cutOff))
                .Where(line => AverageTurnover(line, cutOff) >= GrowthRules.Turnover)
                .Select(line => (Line: line, Value: MarketValue(line, cutOff) * GrowthRules.Banded(line.SharesOn(cutOff).Float)))
                .OrderByDescending(item => item.Value).ThenBy(item => item.Line.Company.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The new members: newcomers within the inner rank join, members within the outer rank stay, then the count is restored by rank.</summary>
    public static ImmutableArray<GrowthLine> Choose(ImmutableArray<(GrowthLine Line, decimal Value)> ranked, IReadOnlyCollection<GrowthLine> members)
    {
        var chosen = ranked.Select((item, place) => (item.Line, Rank: place + 1, Member: members.Contains(item.Line)))
            .Where(item => item.Member ? item.Rank <= GrowthRules.StayWithin : item.Rank <= GrowthRules.EnterWithin)
            .Select(item => item.Line)
            .ToList();
        while (chosen.Count > GrowthRules.Count)
        {
            // The lowest member makes room; with no member left to go, the lowest newcomer.
            chosen.Remove(chosen.LastOrDefault(members.Contains) ?? chosen[^1]);
        }

        foreach (var (line, _) in ranked.Where(item => !chosen.Contains(item.Line)).ToList())
        {
            if (chosen.Count < GrowthRules.Count)
            {
                chosen.Add(line);
            }
        }

        return [.. chosen];
    }

    /// <summary>The holdings of members at the closes of a day: free-float market values, none above the cap, the largest factor 1.</summary>
    public static ImmutableArray<GrowthHolding> Weigh(IEnumerable<GrowthLine> members, DateOnly prices)
    {
        var session = SampleCalendar.IndexOnOrBefore(prices);
        var names = members.Select(line => (Line: line, Shares: line.SharesOn(prices))).ToList();
        var values = names.Select(name => name.Shares.Count * GrowthRules.Banded(name.Shares.Float) * name.Line.LastClose(session)).ToArray();
        var weights = Capped(values, GrowthRules.Cap);
        var factors = weights.Zip(values, (weight, value) => weight / (value / values.Sum())).ToArray();
        return [.. names.Select((name, i) => new GrowthHolding(name.Line, name.Shares.Count, GrowthRules.Banded(name.Shares.Float), factors[i] / factors.Max()))];
    }

    /// <summary>Whether a newcomer passes what does not depend on its past, and ranks high enough among the members by the value of all shares.</summary>
    public static bool JoinsFast(GrowthLine line, DateOnly day, IEnumerable<GrowthLine> members) =>
        PassesLasting(line, day) && members.Count(member => MarketValue(member, day) > MarketValue(line, day)) < GrowthRules.FastWithin;

    /// <summary>Weights that sum to 1: those above the cap are fixed at it, the rest is spread over those not yet fixed, until none is above.</summary>
    private static decimal[] Capped(decimal[] values, decimal cap)
    {
        var isFixed = new bool[values.Length];
        while (true)
        {
            var free = values.Where((_, i) => !isFixed[i]).Sum();
            var left = 1 - (cap * isFixed.Count(item => item));
            var weights = values.Select((value, i) => isFixed[i] ? cap : value * left / free).ToArray();
            if (weights.All(weight => weight <= cap))
            {
                return weights;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                isFixed[i] |= weights[i] > cap;
            }
        }
    }

    private static bool IsListed(GrowthLine line, DateOnly day) => line.Company.Listed <= day && !(line.Gone <= day);

    private static bool PassesLasting(GrowthLine line, DateOnly day) =>
        (GrowthRules.Themes.Contains(line.Company.Theme) || GrowthRules.Industries.Contains(line.Company.Industry))
        && !(line.Company.Code == GrowthScript.Investigated && day >= GrowthScript.Investigation.From && day < GrowthScript.Investigation.Until);

    private static decimal MarketValue(GrowthLine line, DateOnly day) => line.SharesOn(day).Count * line.LastClose(SampleCalendar.IndexOnOrBefore(day));

    private static decimal AverageValue(GrowthLine line, DateOnly cutOff) =>
        Traded(line, line.Company.Listed, cutOff).Average(item => item.Bar.Close * line.SharesOn(item.Day).Count);

    private static decimal AverageTurnover(GrowthLine line, DateOnly cutOff) =>
        Traded(line, cutOff.AddMonths(-GrowthRules.TurnoverMonths).AddDays(1), cutOff).Average(item => item.Bar.Close * item.Bar.Volume);

    private static IEnumerable<(DateOnly Day, SampleBar Bar)> Traded(GrowthLine line, DateOnly first, DateOnly last) =>
        SampleCalendar.Sessions.Index().Where(item => item.Item >= first && item.Item <= last && line[item.Index] is not null).Select(item => (item.Item, line[item.Index]!.Value));
}
