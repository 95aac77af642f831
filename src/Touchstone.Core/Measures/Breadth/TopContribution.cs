using System.Globalization;

namespace Touchstone.Measures;

/// <summary>How much of a move of an index its few largest contributors made.</summary>
internal static class TopContribution
{
    private static readonly Parameter Top = new("top", ParameterKind.Count, "How many contributors, in the direction of the move.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "top-contribution",
        Question = "How much of the index's move over a window came from its largest contributors?",
        Family = "breadth",
        Arguments = [Parameter.Index, Parameter.Window, Top, MemberLines.By],
        Unit = "percent of the move",
        Roles = ["constituents", "divisors", "prices", "actions", "events"],
        Formula = "100 * points of the n members that moved the index most in its own direction / points of the move",
        Source = "Sum of contributions as in contribution; Bacon, \"Practical Portfolio Performance Measurement and Attribution\", 2nd ed. 2008.",
        Words = ["of the gain came from five stocks", "accounted for most of the rise", "a handful of stocks"],
        Example = "top-contribution(HARB, 1m, 3)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Index);
        var found = call.Units(subject);
        if (!found.HasValue)
        {
            return found.Problem;
        }

        var units = found.Value;
        var window = call.Window(Parameter.Window, subject);
        var lines = new MemberLines(call);
        var top = int.Parse(call.Text(Top)!, CultureInfo.InvariantCulture);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (units.Sessions(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            var split = units.Over(from, to);
            if (!split.HasValue)
            {
                return split.Problem;
            }

            var move = split.Value.Move;
            if (move == 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"{subject.Id} did not move from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; a share needs a move.") ?? WorkingBuilder.Unspoken;
            }

            var groups = split.Value.Members.GroupBy(part => lines.KeyOf(part.Instrument)).Select(group => (group.Key, Points: group.Sum(part => part.Points))).ToArray();
            if (top > groups.Length)
            {
                return working?.Problem(ProblemKind.Undefined, $"{subject.Id} has {groups.Length} members from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, fewer than {top}.") ?? WorkingBuilder.Unspoken;
            }

            var leaders = groups.OrderByDescending(group => Math.Sign(move) * group.Points).ThenBy(group => group.Key, StringComparer.Ordinal).Take(top).ToArray();
            var points = leaders.Sum(group => group.Points);
            var value = 100 * points / move;
            if (working is not null)
            {
                working.Add(split.Working);
                foreach (var (key, own) in leaders)
                {
                    working.Step(key, "units * (close(to) - close(from)) / divisor, over its parts", own, Unit.Points);
                }

                working.Step("share of the move", $"100 * {WorkingBuilder.Text(points)} / {WorkingBuilder.Text(move)}", value, Unit.Percent);
                working.Convention(split.Value.IsPublished ? "The move is that of the quoted levels." : "The move is that of the calculated levels, as the package does not quote both.");
            }

            return value;
        });
    }
}
