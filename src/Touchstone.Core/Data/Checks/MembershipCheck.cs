namespace Touchstone.Data;

/// <summary>Finds memberships of one instrument in one index that overlap.</summary>
internal static class MembershipCheck
{
    public static IEnumerable<DataFinding> Find(Market market)
    {
        foreach (var group in market.Rows.Constituents.GroupBy(member => (member.Index, member.Instrument)))
        {
            var spans = group.OrderBy(member => member.From).ToList();
            for (var index = 1; index < spans.Count; index++)
            {
                if (spans[index - 1].Until is { } until && until <= spans[index].From)
                {
                    continue;
                }

                yield return new DataFinding
                {
                    Severity = FindingSeverity.Error,
                    Code = "overlap",
                    Message = $"{group.Key.Instrument} is a member of {group.Key.Index} from {Phrases.Day(spans[index].From)} and still is from {Phrases.Day(spans[index - 1].From)}{(spans[index - 1].Until is { } end ? $" until {Phrases.Day(end)}" : "")}; it would count twice.",
                    Instruments = [group.Key.Instrument],
                    Days = [spans[index].From],
                    Sources = [spans[index - 1].Source.ToString(), spans[index].Source.ToString()],
                };
            }
        }
    }
}
