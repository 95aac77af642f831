namespace Touchstone.Measures;

/// <summary>An index or list and its benchmark over the same periods, member by member, with what links the periods.</summary>
internal sealed class ComparedPeriods
{
    private readonly MemberPeriods _own;
    private readonly MemberPeriods _other;
    private readonly BoundWindow _ownWindow;
    private readonly BoundWindow _otherWindow;
    private readonly (Conversion? Own, Conversion? Other) _level;
    private readonly string _periods;
    private readonly LinkingMethod _linking;

    private ComparedPeriods(Call call, MemberPeriods own, MemberPeriods other, BoundWindow ownWindow, BoundWindow otherWindow, (Conversion?, Conversion?) level)
    {
        (_own, _other, _ownWindow, _otherWindow, _level) = (own, other, ownWindow, otherWindow, level);
        (_periods, _linking) = (call.Text(MemberPeriods.Periods)!, LinkedContribution.MethodOf(call));
    }

    /// <summary>What a comparison gives.</summary>
    /// <param name="Periods">Both sides in each period.</param>
    /// <param name="Coefficients">What the effects of each period are multiplied by.</param>
    /// <param name="Excess">The excess return by the levels, as a fraction; null where a side has no level.</param>
    internal sealed record Result(List<(MemberPeriod Own, MemberPeriod Other)> Periods, IReadOnlyList<double> Coefficients, double? Excess);

    /// <summary>Resolves both sides of a call, or says what is missing.</summary>
    public static Problem? Of(Call call, Parameter subject, Parameter window, Parameter benchmark, string? currency, out ComparedPeriods compared)
    {
        compared = null!;
        var (own, other) = (call.Holdings(call.Subject(subject)), call.Holdings(call.Subject(benchmark)));
        if ((own.Problem ?? other.Problem) is { } none)
        {
            return none;
        }

        if (MemberPeriods.Of(call, own.Value, currency, out var ours) is { } unready)
        {
            return unready;
        }

        if (MemberPeriods.Of(call, other.Value, currency, out var theirs) is { } unreadyToo)
        {
            return unreadyToo;
        }

        if (currency is null && ours.Currencies[0] != theirs.Currencies[0])
        {
            return new Problem(ProblemKind.Basis, $"The members of {own.Value.Subject.Id} are priced in {ours.Currencies[0]} and those of {other.Value.Subject.Id} in {theirs.Currencies[0]}: a currency to count both in is needed, as in currency={theirs.Currencies[0]}.");
        }

        compared = new ComparedPeriods(
            call, ours, theirs, call.Window(window, own.Value.Subject), call.Window(window, other.Value.Subject), (LevelRate(call, own.Value, currency), LevelRate(call, other.Value, currency)));
        return null;
    }

    /// <summary>Cuts the span, values both sides in each period and links.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="groups">Further cuts: where a member changes its group; or null.</param>
    /// <param name="working">Where to tell it, or null.</param>
    /// <param name="result">The comparison.</param>
    public Problem? Over(AsOf asOf, MemberGroups? groups, WorkingBuilder? working, out Result result)
    {
        result = null!;
        if (_own.Units.Sessions(_ownWindow, asOf, working, out var from, out var to) is { } problem)
        {
            return problem;
        }

        if (_other.Units.Sessions(_otherWindow, asOf, working, out var otherFrom, out var otherTo) is { } otherProblem)
        {
            return otherProblem;
        }

        var (calendar, otherCalendar) = (_ownWindow.Calendar, _otherWindow.Calendar);
        var cuts = _own.Cuts(from, to).Concat(_other.Cuts(otherFrom, otherTo));
        if (groups is not null)
        {
            cuts = cuts.Concat(_own.Members.Concat(_other.Members).Distinct().SelectMany(groups.ChangeDays).Distinct().Select(calendar.Before));
        }

        var periods = new List<(MemberPeriod Own, MemberPeriod Other)>();
        var (start, otherStart) = (from, otherFrom);
        foreach (var day in CommonPeriods.Ends(cuts, _periods, calendar, from, to))
        {
            var end = day == to ? to : calendar.OnOrBefore(day);
            var otherEnd = day == to ? otherTo : Later(otherStart, Earlier(otherCalendar.OnOrBefore(day), otherTo));
            var ours = _own.Over(start, end, (start, end));
            if (!ours.HasValue)
            {
                return ours.Problem;
            }

            var theirs = _other.Over(otherStart, otherEnd, (start, end));
            if (!theirs.HasValue)
            {
                return theirs.Problem;
            }

            periods.Add((ours.Value, theirs.Value));
            (start, otherStart) = (end, otherEnd);
        }

        var coefficients = Linking.Coefficients(_linking, [.. periods.Select(period => period.Own.Return)], [.. periods.Select(period => period.Other.Return)]);
        if (!coefficients.HasValue)
        {
            return coefficients.Problem;
        }

        if (_own.Units.LevelReturn(from, to, _level.Own, working, out var level) is { } unknown)
        {
            return unknown;
        }

        if (_other.Units.LevelReturn(otherFrom, otherTo, _level.Other, working, out var otherLevel) is { } unknownToo)
        {
            return unknownToo;
        }

        result = new Result(periods, coefficients.Value, level - otherLevel);
        if (working is not null)
        {
            Explain(working, periods);
        }

        return null;
    }

    private void Explain(WorkingBuilder working, List<(MemberPeriod Own, MemberPeriod Other)> periods)
    {
        foreach (var (own, other) in periods)
        {
            _own.Explain(working, own, (own.From, own.To), _ => true);
            _other.Explain(working, other, (own.From, own.To), _ => true);
        }

        var ends = string.Join(", ", periods.Take(12).Select(period => $"{period.Own.To:yyyy-MM-dd}"));
        working.Convention(periods.Count == 1
            ? "No units change within the span: it is one period, and nothing is linked."
            : $"{periods.Count} periods, ending {ends}{(periods.Count > 12 ? " and so on" : "")}, linked by the method of {_linking}.");
        var (own1, other1) = (Compound(periods.Select(period => period.Own.Return)), Compound(periods.Select(period => period.Other.Return)));
        working.Step($"return of {_own.Units.Subject.Id}", "product over periods of (1 + sum of weight * return) - 1", 100 * own1, Unit.Percent);
        working.Step($"return of {_other.Units.Subject.Id}", "product over periods of (1 + sum of weight * return) - 1", 100 * other1, Unit.Percent);
    }

    private static double Compound(IEnumerable<double> returns) => returns.Aggregate(1.0, (product, value) => product * (1 + value)) - 1;

    private static Conversion? LevelRate(Call call, IndexUnits units, string? currency) =>
        currency is not null && units.Subject.Instrument?.Currency is { } own ? call.Conversion(own, currency) : null;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
