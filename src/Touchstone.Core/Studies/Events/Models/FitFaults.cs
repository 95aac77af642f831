namespace Touchstone.Studies;

/// <summary>Why an event cannot be fitted, or only with a remark.</summary>
internal static class FitFaults
{
    /// <summary>What the numbers of an event do not allow, or null.</summary>
    public static Problem? Of(EventPanel panel, EventReturns source, ModelDesign design, EventStudyOptions options)
    {
        if (source.Factors.Length < design.Factors)
        {
            return new Problem(ProblemKind.Invalid, $"{source.Event} has no market series; the model {options.Model} needs one.");
        }

        if (Infinite(source.Returns.Span) is { } at)
        {
            return new Problem(ProblemKind.Undefined, $"The return of {source.Event} on day {Day(panel, at)} is infinite; every return must be a finite number.");
        }

        for (var factor = 0; factor < design.Factors; factor++)
        {
            if (Infinite(source.Factors[factor].Span) is { } where)
            {
                return new Problem(ProblemKind.Undefined, $"Factor {factor + 1} of {source.Event} on day {Day(panel, where)} is infinite; every return must be a finite number.");
            }
        }

        foreach (var span in source.Spans.Span)
        {
            if (span < 1 || (span > 1 && !design.TakesSpans))
            {
                return new Problem(ProblemKind.Invalid, $"{source.Event} has a return over {span} sessions; {(span < 1 ? "a span is at least one session" : $"the model {options.Model} needs returns of one session each")}.");
            }
        }

        return null;
    }

    /// <summary>What is wrong with the event days: a remark (quality), a reason to leave the event out, or null.</summary>
    public static Problem? OfEventDays(EventPanel panel, EventFit fit, EventStudyOptions options)
    {
        var missing = fit.Abnormal.Count(double.IsNaN);
        if (missing == fit.Abnormal.Length)
        {
            return new Problem(ProblemKind.NoData, $"{fit.Source.Event} has no return on any day of the event window {panel.Window}.");
        }

        if (missing > 0)
        {
            var days = string.Join(", ", Enumerable.Range(panel.Window.First, panel.Window.Days).Where(day => !fit.Has(day)).Take(8));
            var what = $"{fit.Source.Event} has no return on {missing} of {panel.Window.Days} event days ({days}{(missing > 8 ? ", ..." : "")})";
            return options.Missing == MissingEventDays.LeaveOut
                ? new Problem(ProblemKind.NoData, $"{what}; its event window is incomplete.")
                : new Problem(ProblemKind.Quality, $"{what}; it counts with the others.");
        }

        var reach = new ModelDesign(options, fit.Source.Factors.Length).Reach;
        var absent = panel.EstimationDays - reach.Lags - reach.Leads - fit.Used;
        return absent > 0
            ? new Problem(ProblemKind.Quality, $"{fit.Source.Event} has {fit.Used} of {panel.EstimationDays} estimation days; the model is fitted to those.")
            : null;
    }

    private static int Day(EventPanel panel, int position) =>
        position >= panel.EstimationDays ? panel.Window.First + position - panel.EstimationDays : panel.Window.First - panel.Gap - panel.EstimationDays + position;

    private static int? Infinite(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                return i;
            }
        }

        return null;
    }
}
