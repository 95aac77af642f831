namespace Touchstone.Measures;

/// <summary>A flow of an average day over the turnover of an average day: of the days that have both, or of a month where only its average is published.</summary>
internal static class ShareOfTurnover
{
    /// <summary>The share in percent, the turnover taken so many times.</summary>
    public static Bound Of(Line flow, Subject market, BoundWindow window, double times)
    {
        if (DailyTurnover.Find(market, out var turnover) is { } none)
        {
            return none;
        }

        if (turnover.Line.Unit != flow.Unit)
        {
            return new Problem(ProblemKind.Undefined, $"The {flow.Field} of {flow.Subject.Id} is in {flow.Unit} and the turnover of {market.Id} in {turnover.Line.Unit}; a share needs one currency.");
        }

        if (turnover.IsMonthly)
        {
            return new Bound(Unit.Percent, (asOf, working) => Monthly(flow, turnover, window, times, asOf, working));
        }

        return Line.Of(flow.Field, flow, turnover.Line, flow.Unit, (part, _) => part) is { } ofBoth && Line.Of("turnover", flow, turnover.Line, flow.Unit, (_, all) => all) is { } whole
            ? new Bound(Unit.Percent, (asOf, working) => Daily(ofBoth, whole, window, times, asOf, working))
            : new Problem(ProblemKind.NoData, $"The {flow.Field} of {flow.Subject.Id} and the turnover of {market.Id} have no day in common: observations of both by day would settle it.");
    }

    private static Outcome Daily(Line flow, Line whole, BoundWindow window, double times, AsOf asOf, WorkingBuilder? working)
    {
        if (DatedSpan.Rows(flow, window, asOf, working, out var first, out var last) is { } problem)
        {
            return problem;
        }

        var (part, all) = (flow.Sum(first, last), whole.Sum(first, last));
        flow.Explain(working, first, last);
        working?.Convention($"{last - first + 1} day{(first == last ? "" : "s")} with both figures from {flow.DateAt(first):yyyy-MM-dd} to {flow.DateAt(last):yyyy-MM-dd}.");
        return Ratio(flow, part, all, times, working);
    }

    private static Outcome Monthly(Line flow, DailyTurnover turnover, BoundWindow window, double times, AsOf asOf, WorkingBuilder? working)
    {
        if ((DatedSpan.Rows(flow, window, asOf, working, out var first, out var last) ?? turnover.Mean(window, asOf, working, out _, out _)) is { } problem)
        {
            return problem;
        }

        turnover.Mean(window, asOf, null, out var whole, out _);
        var part = flow.Sum(first, last) / (last - first + 1);
        flow.Explain(working, first, last);
        working?.Step($"{flow.Field} of an average day", $"sum of {last - first + 1} / {last - first + 1}", part, flow.Unit);
        return Ratio(flow, part, whole, times, working);
    }

    private static Outcome Ratio(Line flow, double part, double whole, double times, WorkingBuilder? working)
    {
        if (whole <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"The turnover beside the {flow.Field} of {flow.Subject.Id} is {WorkingBuilder.Text(whole)}; a share needs one above zero.") ?? WorkingBuilder.Unspoken;
        }

        var value = 100 * part / (times * whole);
        working?.Step("share of turnover", $"100 * {WorkingBuilder.Text(part)} / ({(times == 1 ? "" : $"{times} * ")}{WorkingBuilder.Text(whole)})", value, Unit.Percent);
        return value;
    }
}
