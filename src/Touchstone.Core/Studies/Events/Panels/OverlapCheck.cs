namespace Touchstone.Studies;

/// <summary>Events of one security that come close together. That event windows overlap is said by the panel; what else follows, here.</summary>
internal sealed class OverlapCheck(EventStudyDesign design, List<(EventReturns Returns, int Start)> built, List<EventProblem> problems)
{
    private int Lead => design.EstimationDays + design.Gap;

    /// <summary>The events that count, changed as the design's rule says, with a remark for each overlap.</summary>
    public IEnumerable<EventReturns> Kept()
    {
        foreach (var group in built.GroupBy(item => item.Returns.Event.Security, StringComparer.Ordinal))
        {
            var kept = new List<(EventReturns Returns, int Start)>();
            foreach (var item in group.OrderBy(item => item.Start))
            {
                if (design.Overlaps == OverlapRule.LeaveOut && kept.Count > 0 && kept[^1].Start + design.Window.Days > item.Start)
                {
                    Report(item.Returns, $"The event window of {item.Returns.Event} overlaps that of {kept[^1].Returns.Event}; the earlier one is used.", true);
                }
                else
                {
                    kept.Add(item);
                }
            }

            foreach (var item in kept)
            {
                yield return design.Overlaps == OverlapRule.Blank ? Blanked(item, kept) : Noted(item, kept);
            }
        }
    }

    /// <summary>The estimation days of an event that lie in the event window of another.</summary>
    private IEnumerable<int> Touched((EventReturns Returns, int Start) item, List<(EventReturns Returns, int Start)> others) =>
        others.Where(other => other.Returns != item.Returns)
            .SelectMany(other => Enumerable.Range(other.Start + Lead - item.Start, design.Window.Days))
            .Where(day => day >= 0 && day < design.EstimationDays)
            .Distinct();

    private EventReturns Noted((EventReturns Returns, int Start) item, List<(EventReturns Returns, int Start)> others)
    {
        if (Touched(item, others).Count() is > 0 and var count)
        {
            Report(item.Returns, $"{count} estimation days of {item.Returns.Event} lie in the event window of another event of {item.Returns.Event.Security}.", false);
        }

        return item.Returns;
    }

    private EventReturns Blanked((EventReturns Returns, int Start) item, List<(EventReturns Returns, int Start)> others)
    {
        var touched = Touched(item, others).ToArray();
        if (touched.Length == 0)
        {
            return item.Returns;
        }

        var returns = item.Returns.Returns.ToArray();
        foreach (var day in touched)
        {
            returns[day] = double.NaN;
        }

        Report(item.Returns, $"{touched.Length} estimation days of {item.Returns.Event} lie in the event window of another event of {item.Returns.Event.Security} and are not used.", false);
        return item.Returns with { Returns = returns };
    }

    private void Report(EventReturns item, string message, bool isOut) => problems.Add(new EventProblem(item.Event, new Problem(ProblemKind.Quality, message), isOut));
}
