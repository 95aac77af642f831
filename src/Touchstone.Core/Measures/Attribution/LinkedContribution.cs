using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>What a member added to the return of an index over several periods, linked.</summary>
internal static class LinkedContribution
{
    /// <summary>The most periods that the working lists one by one.</summary>
    private const int ListedPeriods = 24;

    private static readonly Parameter MemberOf = new("member", ParameterKind.Subject, "The member.");

    private static readonly Parameter Over = Parameter.Window with { Explanation = "The span, by the exchange of the index." };

    private static readonly Parameter Others = new("others", ParameterKind.Subjects, "Members whose parts are added to its own.", Required: false);

    private static readonly Parameter In = Parameter.Choice("in", "return: percentage points of the return. share: percent of it.", "return", "share");

    private static readonly Parameter Periods = MemberPeriods.Periods with { Default = "month" };

    /// <summary>How periods are linked.</summary>
    public static Parameter Method { get; } = Parameter.Choice("linking", "How the periods are linked.", "carino", "menchero");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "linked-contribution",
        Question = "How many percentage points of the index's return over several periods came from the member?",
        Family = "index",
        Arguments = [Parameter.Index, MemberOf, Over, Others, In, Method, Periods, MemberPeriods.Currency, MemberLines.By],
        Unit = "percentage points, or percent of the return (in=share)",
        Roles = ["constituents", "divisors", "prices", "actions", "fx", "events"],
        Formula = "sum over periods of coefficient * weight at the start * return of the member; in=share: / return of the index",
        Source = "Carino, \"Combining Attribution Effects Over Time\", Journal of Performance Measurement 3(4), 1999; Menchero, \"An Optimized Approach to Linking Attribution Effects Over Time\", Journal of Performance Measurement 5(1), 2000.",
        Words = ["contributed to the return", "contribution to performance", "linked contribution", "of the return came from"],
        Example = "linked-contribution(HARB, XHBR:TIDE, ytd)",
    };

    /// <summary>The method that a call asks for.</summary>
    public static LinkingMethod MethodOf(Call call) => call.Text(Method) == "menchero" ? LinkingMethod.Menchero : LinkingMethod.Carino;

    private static Bound Bind(Call call)
    {
        var (subject, member) = (call.Subject(Parameter.Index), call.Subject(MemberOf));
        var found = call.Holdings(subject);
        if (!found.HasValue)
        {
            return found.Problem;
        }

        var (units, currency) = (found.Value, call.Text(MemberPeriods.Currency));
        if (MemberPeriods.Of(call, units, currency, out var members) is { } none)
        {
            return none;
        }

        var window = call.Window(Over, subject);
        var lines = new MemberLines(call);
        InstrumentId[] named = call.Has(Others) ? [member.Id, .. call.Subjects(Others).Select(other => other.Id)] : [member.Id];
        var (method, cut, isShare) = (MethodOf(call), call.Text(Periods)!, call.Text(In) == "share");
        var level = currency is not null && subject.Instrument?.Currency is { } own ? call.Conversion(own, currency) : null;
        return new Bound(isShare ? Unit.Percent : new Unit(UnitKind.PercentagePoints), (asOf, working) =>
        {
            if (units.Sessions(window, asOf, working, out var from, out var to) is { } problem)
            {
                return problem;
            }

            var periods = new List<MemberPeriod>();
            var start = from;
            foreach (var end in CommonPeriods.Ends(members.Cuts(from, to), cut, window.Calendar, from, to))
            {
                var period = members.Over(start, end, (start, end));
                if (!period.HasValue)
                {
                    return period.Problem;
                }

                periods.Add(period.Value);
                start = end;
            }

            if (named.FirstOrDefault(id => !periods.Any(period => period.Members.Any(part => lines.IsLineOf(part.Instrument, id)))) is { Value.Length: > 0 } stranger)
            {
                return working?.Problem(ProblemKind.Undefined, $"{stranger} is no member of {subject.Id} from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, so it added nothing.") ?? WorkingBuilder.Unspoken;
            }

            var coefficients = Linking.Coefficients(method, [.. periods.Select(period => period.Return)]);
            if (!coefficients.HasValue)
            {
                return coefficients.Problem;
            }

            bool IsOwn(InstrumentId id) => named.Any(name => lines.IsLineOf(id, name));
            var (linked, whole) = (default(CompensatedSum), 1.0);
            for (var i = 0; i < periods.Count; i++)
            {
                var part = periods[i].Members.Where(part => IsOwn(part.Instrument)).Sum(part => part.Contribution);
                linked.Add(coefficients.Value[i] * part);
                whole *= 1 + periods[i].Return;
                if (working is not null && periods.Count <= ListedPeriods)
                {
                    working.Step($"{periods[i].From:yyyy-MM-dd} to {periods[i].To:yyyy-MM-dd}", $"{WorkingBuilder.Text(coefficients.Value[i])} * {WorkingBuilder.Text(100 * part)}, of {WorkingBuilder.Text(100 * periods[i].Return)}", 100 * coefficients.Value[i] * part, new Unit(UnitKind.PercentagePoints));
                }
            }

            if (units.LevelReturn(from, to, level, working, out var quoted) is { } unknown)
            {
                return unknown;
            }

            if (working is not null)
            {
                foreach (var period in periods)
                {
                    members.Explain(working, period, (period.From, period.To), IsOwn);
                }

                Explain(working, periods, method, 100 * linked.Value, 100 * (whole - 1), quoted);
            }

            if (!isShare)
            {
                return 100 * linked.Value;
            }

            if (whole == 1)
            {
                return working?.Problem(ProblemKind.Undefined, $"The members of {subject.Id} together did not move from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; a share needs a move.") ?? WorkingBuilder.Unspoken;
            }

            working?.Step("share of the return", $"100 * {WorkingBuilder.Text(100 * linked.Value)} / {WorkingBuilder.Text(100 * (whole - 1))}", 100 * linked.Value / (whole - 1), Unit.Percent);
            return 100 * linked.Value / (whole - 1);
        });
    }

    private static void Explain(WorkingBuilder working, List<MemberPeriod> periods, LinkingMethod method, double linked, double whole, double? quoted)
    {
        working.Convention(periods.Count == 1 ? "One period: nothing is linked." : $"{periods.Count} periods are linked by the method of {method}.");
        working.Step("linked contribution", $"sum over {periods.Count} period{(periods.Count == 1 ? "" : "s")}", linked, new Unit(UnitKind.PercentagePoints));
        working.Step("all members", "linked contributions of all members", whole, Unit.Percent);
        if (quoted is { } level)
        {
            working.Step("return", "return of the level", 100 * level, Unit.Percent);
            working.Step("residual", "return - all members", (100 * level) - whole, new Unit(UnitKind.PercentagePoints));
        }
        else
        {
            working.Convention("The package has no divisor, so there is no level to leave a residual against.");
        }
    }
}
