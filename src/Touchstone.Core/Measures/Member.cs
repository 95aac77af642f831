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
        var members = index.Members;
        if (members.Absence is { } absence)
        {
            return absence;
        }

        return new Bound(Unit.TrueFalse, (asOf, working) =>
        {
            var day = asOf.For(index.Mic) ?? index.Price(PriceField.Close)?.Last ?? members.LatestDay;
            if (members.On(day) is not { } list)
            {
                return working is null ? WorkingBuilder.Unspoken : members.AbsenceOn(day);
            }

            var own = list.Members.FirstOrDefault(member => member.Instrument == subject.Id);
            if (list.Month is { } month)
            {
                working?.Convention($"By the list of {month}, the nearest to {day:yyyy-MM-dd}, which may lag a change by weeks{(own is null ? "" : $" ({own.Source})")}.");
            }
            else
            {
                working?.Convention(own is null
                    ? $"{subject.Id} is none of the {list.Members.Length} members of {index.Id} on {day:yyyy-MM-dd}."
                    : $"{subject.Id} is one of {list.Members.Length} members of {index.Id} on {day:yyyy-MM-dd}: from {own.From:yyyy-MM-dd}{(own.Until is null ? "" : $" until {own.Until:yyyy-MM-dd}")} ({own.Source}).");
            }

            return Answer(working, own is not null);
        });
    }

    private static Outcome Answer(WorkingBuilder? working, bool isMember)
    {
        working?.Step("member", isMember ? "listed" : "not listed", isMember ? 1 : 0, Unit.TrueFalse);
        return isMember ? 1 : 0;
    }
}
