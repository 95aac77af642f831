using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Finds the window that a sentence may state: the one asked for, or, where a neighbour's close stands in for a missing one, the span that was measured.</summary>
internal static class WindowChoice
{
    /// <summary>A window of the subject whose closes are in the data; null when its return has no answer.</summary>
    /// <param name="evaluator">Answers the questions.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="window">The window asked for.</param>
    /// <param name="omission">What cannot be said when another span stands in its place.</param>
    public static Window? Measured(Evaluator evaluator, Instrument subject, AsOf asOf, Window window, out BriefOmission? omission)
    {
        omission = null;
        var expression = Expression.Of("return", subject.Id.Value, window.ToString()).At(asOf);
        var answer = evaluator.Evaluate(expression);
        if (!answer.HasValue)
        {
            return null;
        }

        if (!answer.Working.StandIn)
        {
            return window;
        }

        var days = answer.Working.Inputs.Where(input => input.Instrument == subject.Id).Select(input => input.Date).ToArray();
        omission = new BriefOmission($"the move {Wording.Loosely(window)}, a close of which is missing", expression, new Problem(ProblemKind.NoData, string.Join(' ', answer.Working.Conventions)));
        return days.Length > 1 && days.Min() < days.Max() ? Window.Parse($"{days.Min():yyyy-MM-dd}..{days.Max():yyyy-MM-dd}").Value : null;
    }

    /// <summary>The same for a draft, which notes what cannot be said, under a name of its own where one is given.</summary>
    public static Window? Measured(BriefDraft draft, Window window, string? what = null)
    {
        var measured = Measured(draft.Evaluator, draft.Subject, draft.AsOf, window, out var omission);
        draft.Omit(omission is null || what is null ? omission : omission with { What = what });
        return measured;
    }

    /// <summary>A window since an event as the window since its day, which is the same; a problem for an event that the package does not have.</summary>
    public static Problem? Dated(Market market, Window window, out Window dated)
    {
        dated = window;
        if (window.Event is not { } id)
        {
            return null;
        }

        if (market.Event(id) is not { } found)
        {
            return new Problem(ProblemKind.NoData, $"The package has no event '{id}'.");
        }

        dated = Window.Parse($"since:{found.Date:yyyy-MM-dd}").Value!;
        return null;
    }
}
