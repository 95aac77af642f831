using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Whether a stock is in an index.</summary>
internal static class Member
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "member",
        Question = "Is it a member of the index?",
        Family = "index",
        Arguments = [Parameter.Index, Parameter.Subject],
        Unit = "true or false",
        Roles = ["constituents", "constituent-snapshots"],
        Formula = "from <= as-of < until of a membership; or listed in the nearest monthly list",
        Source = "The published or stated membership in the package; monthly lists can lag a change by weeks.",
        Words = ["member of", "constituent", "joined the index", "component"],
        Example = "member(HARB, XHBR:TIDE)",
    };

    private static Bound Bind(Call call)
    {
        var (index, subject) = (call.Subject(Parameter.Index), call.Subject(Parameter.Subject));
        if (IndexMembers.Find(call.Market, index.Id, out var members) is { } none)
        {
            return none;
        }

        return new Bound(Unit.TrueFalse, (asOf, working) =>
        {
            var day = asOf.For(index.Mic) ?? index.Price(PriceField.Close)?.Last ?? members.LatestDay;
            var current = members.RowsOn(day);
            if (current.Length > 0)
            {
                var own = current.FirstOrDefault(row => row.Instrument == subject.Id);
                working?.Convention(own is null
                    ? $"{subject.Id} is none of the {current.Length} members of {index.Id} on {day:yyyy-MM-dd}."
                    : $"{subject.Id} is one of {current.Length} members of {index.Id} on {day:yyyy-MM-dd}: from {own.From:yyyy-MM-dd}{(own.Until is null ? "" : $" until {own.Until:yyyy-MM-dd}")} ({own.Source}).");
                return Answer(working, own is not null);
            }

            if (members.MonthNearest(day) is not { } nearest)
            {
                return working?.Problem(ProblemKind.NoData, $"The package has no members of {index.Id} on {day:yyyy-MM-dd}, nor a list within {IndexMembers.SnapshotMonths} months.") ?? WorkingBuilder.Unspoken;
            }

            var line = members.ListOf(nearest).FirstOrDefault(row => row.Instrument == subject.Id);
            working?.Convention($"By the list of {nearest}, the nearest to {day:yyyy-MM-dd}, which may lag a change by weeks{(line is null ? "" : $" ({line.Source})")}.");
            return Answer(working, line is not null);
        });
    }

    private static Outcome Answer(WorkingBuilder? working, bool isMember)
    {
        working?.Step("member", isMember ? "listed" : "not listed", isMember ? 1 : 0, Unit.TrueFalse);
        return isMember ? 1 : 0;
    }
}
