namespace Touchstone.Briefs;

/// <summary>A multiple that can be spoken of: one above zero.</summary>
internal static class PositiveMultiple
{
    /// <summary>Asks for a multiple; where there is none, or it is not above zero, notes what cannot be said.</summary>
    public static BriefFigure? Ask(BriefDraft draft, string what, string measure, string id)
    {
        if (draft.Ask(what, measure, id) is not { } multiple)
        {
            return null;
        }

        if (multiple.Value.Value > 0)
        {
            return multiple;
        }

        draft.Omit(what, multiple.Expression, new Problem(ProblemKind.Undefined, $"The multiple of {id} is {multiple.Value.Value:R}; only one above zero says at how many times it trades."));
        return null;
    }
}
