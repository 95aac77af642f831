using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>What part of an index its members are.</summary>
internal static class Weight
{
    private static readonly Parameter Members = new("members", ParameterKind.Subjects, "The members whose weights are added up.", Required: false);

    private static readonly Parameter Top = new("top", ParameterKind.Count, "In place of members: the so many largest.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "weight",
        Question = "What part of the index is the member, are the members, or are the largest ones?",
        Family = "index",
        Arguments = [Parameter.Index, Members, Top, MemberLines.By],
        Unit = "percent",
        Roles = ["constituents", "divisors", "prices"],
        Formula = "units * close(as-of) / sum over members of units * close(as-of)",
        Source = "The definition of the level; Hang Seng Indexes, \"General Guide\", 2023, on weights.",
        Words = ["weight", "weighting", "makes up", "accounts for", "of the index"],
        Example = "weight(HARB, XHBR:TIDE)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Index);
        if (call.Has(Members) == call.Has(Top))
        {
            return new Problem(ProblemKind.Invalid, $"A weight needs either members or top=n, and not both: {Measure.Form}.");
        }

        var found = call.Units(subject);
        if (!found.HasValue)
        {
            return found.Problem;
        }

        var units = found.Value;
        var lines = new MemberLines(call);
        var members = call.Has(Members) ? call.Subjects(Members).Select(member => member.Id).ToArray() : [];
        var top = call.Has(Top) ? int.Parse(call.Text(Top)!, CultureInfo.InvariantCulture) : 0;
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (units.Session(asOf, working, out var day) is { } problem)
            {
                return problem;
            }

            var weights = units.Weights(day);
            if (!weights.HasValue)
            {
                return weights.Problem;
            }

            var chosen = top > 0 ? Largest(weights.Value, lines, top) : lines.Of(members, weights.Value.Select(weight => weight.Instrument)).Select(id => weights.Value.First(weight => weight.Instrument == id)).ToArray();
            if (members.FirstOrDefault(member => !chosen.Any(weight => lines.IsLineOf(weight.Instrument, member))) is { Value.Length: > 0 } stranger)
            {
                return working?.Problem(ProblemKind.Undefined, $"{stranger} is none of the {weights.Value.Length} members of {subject.Id} on {day:yyyy-MM-dd}, so it has no weight.") ?? WorkingBuilder.Unspoken;
            }

            if (top > weights.Value.Length)
            {
                return working?.Problem(ProblemKind.Undefined, $"{subject.Id} has {weights.Value.Length} members on {day:yyyy-MM-dd}, fewer than {top}.") ?? WorkingBuilder.Unspoken;
            }

            var value = 100 * chosen.Sum(weight => weight.Weight.Fraction);
            if (working is not null)
            {
                Explain(working, units, day, chosen, value);
            }

            return value;
        });
    }

    private static MemberWeight[] Largest(ImmutableArray<MemberWeight> weights, MemberLines lines, int top) =>
        [.. weights.GroupBy(weight => lines.KeyOf(weight.Instrument)).OrderByDescending(group => group.Sum(weight => weight.Weight.Fraction)).ThenBy(group => group.First().Instrument).Take(top).SelectMany(group => group)];

    private static void Explain(WorkingBuilder working, IndexUnits units, DateOnly day, MemberWeight[] chosen, double value)
    {
        var level = units.Index.LevelOn(day);
        units.Explain(working, day, level);
        var basket = units.Index.BasketOn(day).Value;
        var total = level.Working.Steps[0].Value;
        foreach (var weight in chosen)
        {
            var close = units.Index.CloseOf(weight.Instrument, day)!.Value;
            working.Step($"{weight.Instrument}", $"{WorkingBuilder.Text(basket.Find(weight.Instrument)!.Units)} * {WorkingBuilder.Text(close)} / {WorkingBuilder.Text(total)}", weight.Weight.Points, Unit.Percent);
        }

        if (chosen.Length > 1)
        {
            working.Step("weight", $"sum of {chosen.Length} members", value, Unit.Percent);
        }
    }
}
