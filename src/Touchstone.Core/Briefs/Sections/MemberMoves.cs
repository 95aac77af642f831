using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The members in the order of what they did.</summary>
internal static class MemberMoves
{
    /// <summary>Every member that was one at any time of a window with the points it added, most first.</summary>
    public static ImmutableArray<(InstrumentId Member, double Value)> ByContribution(BriefDraft draft, Window window) =>
        Ordered(draft, Ever(draft), "contribution", member => [draft.Id, member.Value, window.ToString()]);

    /// <summary>Every one of some stocks with its return in percent, highest first; one whose closes do not cover the window is not in it.</summary>
    public static ImmutableArray<(InstrumentId Member, double Value)> ByReturn(BriefDraft draft, IEnumerable<InstrumentId> members, Window window) =>
        [.. Ordered(draft, members, "return", member => [member.Value, window.ToString()]).Where(member => draft.Try("return", member.Member.Value, window.ToString()) is not null)];

    private static IEnumerable<InstrumentId> Ever(BriefDraft draft) =>
        draft.Market.Rows.Constituents.Where(row => row.Index == draft.Subject.Id).Select(row => row.Instrument).Distinct();

    private static ImmutableArray<(InstrumentId Member, double Value)> Ordered(BriefDraft draft, IEnumerable<InstrumentId> members, string measure, Func<InstrumentId, string[]> arguments) =>
        [.. members.Select(member => (Member: member, Value: draft.Value(draft.Day, measure, arguments(member)))).Where(member => member.Value is not null).Select(member => (member.Member, Value: member.Value!.Value))
            .OrderByDescending(member => member.Value).ThenBy(member => member.Member)];
}
