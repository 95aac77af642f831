using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>What every member did: bars of contributions or returns, and a treemap by weight and move.</summary>
internal static class LeaderCharts
{
    public static ImmutableArray<BriefChart> Draw(BriefDraft draft, Window window) =>
        [.. (draft.Members.HaveUnits ? new BriefChart?[] { Contributions(draft, window), Treemap(draft, window) } : [Returns(draft, draft.Name, draft.Members.Ids, window)]).OfType<BriefChart>()];

    private static BriefBarChart? Contributions(BriefDraft draft, Window window)
    {
        var members = MemberMoves.ByContribution(draft, window);
        if (members.IsEmpty || draft.Try("points", draft.Id, window.ToString()) is not { } move)
        {
            return null;
        }

        var residual = move.Value.Value - members.Sum(member => member.Value);
        var rows = members.Select(member => Row(
            draft.Members.NameOf(member.Member), draft.Value(draft.Day, "return", member.Member.Value, window.ToString()), member.Value, draft.Value(draft.Day, "contribution", draft.Id, member.Member.Value, window.ToString(), "in=share")));
        return new BriefBarChart(
            $"Contributions {Wording.Of(window)}",
            $"Points that each member added to {draft.Name} or took off {Wording.Of(window)}.",
            new BriefTable(
                [new BriefColumn("Member"), new BriefColumn("Return, %", true), new BriefColumn("Points", true), new BriefColumn("Share of the move, %", true)],
                [.. rows, Row("Not explained by the units", null, residual, null), Row(draft.Subject.Name, draft.Value(draft.Day, "return", draft.Id, window.ToString()), move.Value.Value, null)]),
            "points",
            [.. members.Select(member => new BriefBar(draft.Members.NameOf(member.Member), member.Value))]);
    }

    /// <summary>The returns of stocks over a window, highest first.</summary>
    public static BriefBarChart? Returns(BriefDraft draft, string index, IEnumerable<InstrumentId> members, Window window)
    {
        var moves = MemberMoves.ByReturn(draft, members, window);
        return moves.IsEmpty ? null : new BriefBarChart(
            $"Returns of the members {Wording.Of(window)}",
            $"How much each member of {index} rose or fell {Wording.Of(window)}, in percent.",
            new BriefTable([new BriefColumn("Member"), new BriefColumn("Return, %", true)], [.. moves.Select(member => ImmutableArray.Create(draft.Members.NameOf(member.Member), ChartDays.Number(member.Value, 2)))]),
            "percent",
            [.. moves.Select(member => new BriefBar(draft.Members.NameOf(member.Member), member.Value))]);
    }

    private static BriefTreemap? Treemap(BriefDraft draft, Window window)
    {
        var members = draft.Members.Ids
            .Select(id => (Id: id, Weight: draft.Value(draft.Day, "weight", draft.Id, id.Value), Move: draft.Value(draft.Day, "return", id.Value, window.ToString())))
            .Where(member => member.Weight > 0).OrderByDescending(member => member.Weight).ThenBy(member => member.Id).ToArray();
        var tiles = members.Where(member => member.Move is not null).Select(member => new BriefTile(draft.Members.NameOf(member.Id), member.Weight!.Value, member.Move!.Value)).ToImmutableArray();
        return tiles.IsEmpty ? null : new BriefTreemap(
            $"Weights, and moves {Wording.Of(window)}",
            $"Members of {draft.Name} by weight on {Wording.Day(draft.Day)}, and how much each rose or fell {Wording.Of(window)}.{(tiles.Length < members.Length ? " A member without a close at its start is in the table alone." : "")}",
            new BriefTable(
                [new BriefColumn("Member"), new BriefColumn("Weight, %", true), new BriefColumn("Return, %", true)],
                [.. members.Select(member => ImmutableArray.Create(draft.Members.NameOf(member.Id), ChartDays.Number(member.Weight, 2), ChartDays.Number(member.Move, 2)))]),
            tiles);
    }

    private static ImmutableArray<string> Row(string name, double? move, double points, double? share) =>
        [name, ChartDays.Number(move, 2), ChartDays.Number(points, 2), ChartDays.Number(share, 2)];
}
