using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>What one member added to a move of an index.</summary>
internal static class MemberContribution
{
    private static readonly Parameter MemberOf = new("member", ParameterKind.Subject, "The member.");

    private static readonly Parameter Over = Parameter.Window with { Explanation = "The span, by the exchange of the index." };

    private static readonly Parameter Others = new("others", ParameterKind.Subjects, "Members whose points are added to its own.", Required: false);

    private static readonly Parameter In = Parameter.Choice(
        "in", "points: of the index. return: percentage points of its return. share: percent of its move. rank: place among the members.", "points", "return", "share", "rank");

    private static readonly Parameter Order = Parameter.Choice("order", "Of a rank: whether the member that added most is first, or the one that took most off.", "best", "worst");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "contribution",
        Question = "How much of the index's move over a window came from the member?",
        Family = "index",
        Arguments = [Parameter.Index, MemberOf, Over, Others, In, Order, MemberLines.By],
        Unit = "index points; percentage points (in=return), percent of the move (in=share), or rank (in=rank)",
        Roles = ["constituents", "divisors", "prices", "actions", "events"],
        Formula = "sum over parts with the same units of units * (close(to) - close(from)) / divisor; in=return: / level(from); in=share: / move; in=rank: 1 + number of members with more",
        Source = "Difference of the level's definition at two closes; Bacon, \"Practical Portfolio Performance Measurement and Attribution\", 2nd ed. 2008, on contribution.",
        Words = ["contributed", "added points to the index", "accounted for", "biggest contributor", "largest drag"],
        Example = "contribution(HARB, XHBR:TIDE, 1d)",
    };

    private static Bound Bind(Call call)
    {
        var (subject, member) = (call.Subject(Parameter.Index), call.Subject(MemberOf));
        var found = call.Units(subject);
        if (!found.HasValue)
        {
            return found.Problem;
        }

        var units = found.Value;
        var window = call.Window(Over, subject);
        var lines = new MemberLines(call);
        InstrumentId[] named = call.Has(Others) ? [member.Id, .. call.Subjects(Others).Select(other => other.Id)] : [member.Id];
        var form = call.Text(In)!;
        var sign = call.Text(Order) == "best" ? 1 : -1;
        var unit = form switch { "return" => new Unit(UnitKind.PercentagePoints), "share" => Unit.Percent, "rank" => Unit.Rank, _ => Unit.Points };
        return new Bound(unit, (asOf, working) =>
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

            var own = split.Value.Members.Where(part => named.Any(id => lines.IsLineOf(part.Instrument, id))).ToArray();
            if (named.FirstOrDefault(id => !own.Any(part => lines.IsLineOf(part.Instrument, id))) is { Value.Length: > 0 } stranger)
            {
                return working?.Problem(ProblemKind.Undefined, $"{stranger} is none of the {split.Value.Members.Length} members of {subject.Id} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, so it added nothing.") ?? WorkingBuilder.Unspoken;
            }

            if (form == "share" && split.Value.Move == 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"{subject.Id} did not move from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; a share needs a move.") ?? WorkingBuilder.Unspoken;
            }

            var points = own.Sum(part => part.Points);
            if (working is not null)
            {
                Explain(working, units, split, own, points);
                working.Formula("units * (close(to) - close(from)) / divisor" + form switch { "return" => " / level(from)", "share" => " / move", "rank" => $"; 1 + number of members with {(sign > 0 ? "more" : "fewer")} points", _ => "" });
            }

            return form switch
            {
                "return" => OfBase(split.Value, points, working),
                "share" => Share(split.Value, points, working),
                "rank" => Rank(split.Value, lines, named, points, sign, working),
                _ => points,
            };
        });
    }

    private static void Explain(WorkingBuilder working, IndexUnits units, Answer<Contributions> split, Contribution[] own, double points)
    {
        foreach (var (member, part) in own.SelectMany(member => member.Parts.Select(part => (member.Instrument, part))))
        {
            var start = units.Index.CloseOf(member, part.From)!;
            working.Input(start);
            working.Input(units.Index.CloseOf(member, part.To)!);
            working.Input(units.Index.UnitsOf(member, part.To)!);
            working.Input(units.Index.DivisorOn(part.To).Working.Inputs[0]);
            if (start.Value != part.FromClose)
            {
                working.Convention($"New units of {member} come into force with a split after {part.From:yyyy-MM-dd}; its close of that day, {WorkingBuilder.Text(start.Value)}, is {WorkingBuilder.Text(part.FromClose)} in terms of the new shares.");
            }

            working.Step(
                $"{member}, {part.From:yyyy-MM-dd} to {part.To:yyyy-MM-dd}",
                $"{WorkingBuilder.Text(part.Units)} * ({WorkingBuilder.Text(part.ToClose)} - {WorkingBuilder.Text(part.FromClose)}) / {WorkingBuilder.Text(part.Divisor)}",
                part.Points,
                Unit.Points);
        }

        if (own.Length > 1 || own[0].Parts.Length > 1)
        {
            working.Step("contribution", "sum of the parts", points, Unit.Points);
        }

        foreach (var step in split.Working.Steps)
        {
            working.Step(step.Name, step.Formula, step.Value, step.Unit);
        }

        working.Convention(split.Value.IsPublished ? "The move is that of the quoted levels." : "The move is that of the calculated levels, as the package does not quote both.");
    }

    private static double OfBase(Contributions split, double points, WorkingBuilder? working)
    {
        var value = 100 * points / split.BaseLevel;
        working?.Step("of the return", $"100 * {WorkingBuilder.Text(points)} / {WorkingBuilder.Text(split.BaseLevel)}", value, new Unit(UnitKind.PercentagePoints));
        return value;
    }

    private static double Share(Contributions split, double points, WorkingBuilder? working)
    {
        var value = 100 * points / split.Move;
        working?.Step("share of the move", $"100 * {WorkingBuilder.Text(points)} / {WorkingBuilder.Text(split.Move)}", value, Unit.Percent);
        return value;
    }

    private static double Rank(Contributions split, MemberLines lines, InstrumentId[] named, double points, int sign, WorkingBuilder? working)
    {
        var ahead = split.Members.GroupBy(part => lines.KeyOf(part.Instrument)).Where(group => !named.Any(id => lines.KeyOf(id) == group.Key)).Select(group => (group.Key, Points: group.Sum(part => part.Points))).Where(group => sign * group.Points > sign * points).ToArray();
        if (working is not null)
        {
            if (ahead.Length > 0)
            {
                var (first, most) = ahead.MaxBy(group => sign * group.Points);
                working.Step($"{first}", sign > 0 ? "added most" : "took most off", most, Unit.Points);
            }

            working.Step("rank", $"1 + {ahead.Length} with {(sign > 0 ? "more" : "fewer")} points", 1 + ahead.Length, Unit.Rank);
        }

        return 1 + ahead.Length;
    }
}
