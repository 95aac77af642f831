using System.Collections.Immutable;

namespace Touchstone.Briefs;

/// <summary>The share of members above their 50-day average over the past year.</summary>
internal static class BreadthChart
{
    private const int LeastDays = 5;

    public static ImmutableArray<BriefChart> Draw(BriefDraft draft)
    {
        var days = ChartDays.Daily(draft, draft.Day.AddYears(-1));
        double?[] values = [.. days.Select(day => draft.Value(day, "share-above-average", draft.Id, "sessions=50"))];
        var first = Array.FindIndex(values, value => value is not null);
        if (first < 0 || values.Length - first < LeastDays)
        {
            return [];
        }

        days = days[first..];
        var line = new BriefLine("Above their 50-day average", [.. values[first..]]);
        return
        [
            new BriefLineChart(
                "Members above their 50-day average", $"Percent of the members of {draft.Name} with a close above the mean of their last fifty, from {Wording.Day(days[0])} to {Wording.Day(days[^1])}.",
                ChartDays.Table(days, 1, line), "percent", days, [line], []) { Ends = (0, 100) },
        ];
    }
}
