using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>The multiple of an index from those of its members: all value over all earnings.</summary>
internal static class AggregateMultiple
{
    private static readonly Parameter Losses = Parameter.Choice(
        "losses", "out: members without earnings above zero count on neither side. in: their losses count. zero: their value counts and their earnings are nought.", "out", "in", "zero");

    private static readonly Parameter On = new("on", ParameterKind.Field, "The observed multiple of the members.", Required: false, Default: "pe_trailing");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "aggregate-pe",
        Question = "At how many times the earnings of all its members does the index trade?",
        Family = "valuation",
        Arguments = [Parameter.Index, Losses, On, MemberPeriods.Currency],
        Unit = "multiple",
        Roles = ["constituents", "constituent-snapshots", "prices", "observations", "shares", "actions", "fx"],
        Formula = "sum over members of value / sum over members of value / multiple",
        Source = "The weighted harmonic mean of the members' multiples; MSCI, \"Index Calculation Methodology\", and S&P Dow Jones Indices, \"Index Mathematics Methodology\", on index fundamentals, which differ in how they treat losses.",
        Words = ["trades at times earnings", "aggregate P/E", "index P/E", "including loss-makers", "excluding loss-makers"],
        Example = "aggregate-pe(HARB)",
    };

    private static Bound Bind(Call call)
    {
        var index = call.Subject(Parameter.Index);
        var (losses, on) = (call.Text(Losses)!, ValuedOn.Of(call.Text(On)!));
        var members = new MemberValues(call, index, on, call.Text(MemberPeriods.Currency));
        var last = LastSession(call, index);
        return new Bound(Unit.Multiple, (asOf, working) =>
        {
            if ((asOf.For(index.Mic) ?? last) is not { } day)
            {
                return working?.Problem(ProblemKind.NoData, $"The package has neither levels nor units of {index.Id}, so it has no last session: a day is needed, as in @ 2025-02-28.") ?? WorkingBuilder.Unspoken;
            }

            return members.On(index.Calendar.OnOrBefore(day), working, out var values) is { } problem ? problem : Aggregate(index, values, on, losses, working);
        });
    }

    private static DateOnly? LastSession(Call call, Subject index) =>
        index.Price(Data.PriceField.Close)?.Last ?? (call.Holdings(index) is { HasValue: true } held && held.Value.Session(AsOf.Latest, null, out var session) is null ? session : null);

    private static Outcome Aggregate(Subject index, List<MemberValues.Valued> members, ValuedOn on, string losses, WorkingBuilder? working)
    {
        if (losses == "in" && members.FirstOrDefault(member => member.Multiple is null) is { Id.Value.Length: > 0 } unknown)
        {
            return working?.Problem(ProblemKind.NoData, $"{unknown.Id} has no current {on.Multiple}, so its losses cannot count: {(on.PerShare.Length == 0 ? on.Multiple : on.PerShare)} of {unknown.Id} in the role `observations` would settle it; losses=out leaves it out.") ?? WorkingBuilder.Unspoken;
        }

        if (members.TrueForAll(member => member.Multiple is null))
        {
            return working?.Problem(ProblemKind.NoData, $"The package has no current {on.Multiple} of any of the {members.Count} members of {index.Id}: rows of the role `observations` (subject {members[0].Id} and so on, field {on.Multiple}) would settle it.") ?? WorkingBuilder.Unspoken;
        }

        var (value, earnings, all, without) = (default(CompensatedSum), default(CompensatedSum), default(CompensatedSum), default(CompensatedSum));
        var names = new List<string>();
        foreach (var member in members)
        {
            all.Add(member.Value);
            if (losses != "in" && member.Multiple is not > 0)
            {
                names.Add(member.Id.Value);
                without.Add(member.Value);
                value.Add(losses == "zero" ? member.Value : 0);
                continue;
            }

            value.Add(member.Value);
            earnings.Add(member.Value / member.Multiple!.Value);
        }

        if (names.Count > 0)
        {
            working?.Convention($"{names.Count} of {members.Count} members, {100 * without.Value / all.Value:0.##}% of the value, have no {on.Multiple} above zero ({string.Join(", ", names)}); {(losses == "zero" ? "their value counts and their earnings are nought" : "they count on neither side")}.");
        }

        if (earnings.Value <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"The members of {index.Id} together have no {on.Name} above zero; a multiple needs some.") ?? WorkingBuilder.Unspoken;
        }

        working?.Step("value", $"sum over {members.Count - (losses == "zero" ? 0 : names.Count)} members", value.Value, Unit.Number);
        working?.Step(on.Name, "sum of value / multiple", earnings.Value, Unit.Number);
        working?.Step("multiple", $"{WorkingBuilder.Text(value.Value)} / {WorkingBuilder.Text(earnings.Value)}", value.Value / earnings.Value, Unit.Multiple);
        return value.Value / earnings.Value;
    }
}
