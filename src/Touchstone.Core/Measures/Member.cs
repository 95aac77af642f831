using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Whether a stock is in an index.</summary>
internal static class Member
{
    /// <summary>A monthly list speaks for as many months before and after it.</summary>
    private const int SnapshotMonths = 6;

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
        var rows = call.Market.Rows.Constituents.Where(row => row.Index == index.Id).ToArray();
        var lists = call.Market.Rows.Snapshots.Where(row => row.Index == index.Id).ToLookup(row => row.Month);
        var months = lists.Select(list => list.Key).Order(StringComparer.Ordinal).ToArray();
        if (rows.Length == 0 && months.Length == 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no members of {index.Id}: rows of the role `constituents` or `constituent-snapshots` would settle it.");
        }

        return new Bound(Unit.TrueFalse, (asOf, working) =>
        {
            var day = asOf.For(index.Mic) ?? index.Price(PriceField.Close)?.Last ?? LatestDay(rows, months);
            var current = rows.Where(row => row.From <= day && (row.Until is null || row.Until > day)).ToArray();
            if (current.Length > 0)
            {
                var own = current.FirstOrDefault(row => row.Instrument == subject.Id);
                working?.Convention(own is null
                    ? $"{subject.Id} is none of the {current.Length} members of {index.Id} on {day:yyyy-MM-dd}."
                    : $"{subject.Id} is one of {current.Length} members of {index.Id} on {day:yyyy-MM-dd}: from {own.From:yyyy-MM-dd}{(own.Until is null ? "" : $" until {own.Until:yyyy-MM-dd}")} ({own.Source}).");
                return Answer(working, own is not null);
            }

            var nearest = months.OrderBy(month => Math.Abs(MonthsFrom(month, day))).FirstOrDefault();
            if (nearest is null || Math.Abs(MonthsFrom(nearest, day)) > SnapshotMonths)
            {
                return working?.Problem(ProblemKind.NoData, $"The package has no members of {index.Id} on {day:yyyy-MM-dd}, nor a list within {SnapshotMonths} months.") ?? WorkingBuilder.Unspoken;
            }

            var line = lists[nearest].FirstOrDefault(row => row.Instrument == subject.Id);
            working?.Convention($"By the list of {nearest}, the nearest to {day:yyyy-MM-dd}, which may lag a change by weeks{(line is null ? "" : $" ({line.Source})")}.");
            return Answer(working, line is not null);
        });
    }

    private static Outcome Answer(WorkingBuilder? working, bool isMember)
    {
        working?.Step("member", isMember ? "listed" : "not listed", isMember ? 1 : 0, Unit.TrueFalse);
        return isMember ? 1 : 0;
    }

    private static DateOnly LatestDay(Membership[] rows, string[] months)
    {
        var latest = rows.Length > 0 ? rows.Max(row => row.From) : DateOnly.MinValue;
        return months.Length > 0 && ExpressionReader.TryDay(months[^1] + "-01", out var month) && month > latest ? month : latest;
    }

    private static int MonthsFrom(string month, DateOnly day) => ExpressionReader.TryDay(month + "-01", out var first)
        ? ((first.Year - day.Year) * 12) + first.Month - day.Month
        : int.MaxValue;
}
