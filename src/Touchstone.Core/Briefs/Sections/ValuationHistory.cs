using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Where the P/E stands in its own history of three years, or of what the data have.</summary>
internal static class ValuationHistory
{
    /// <summary>The observed multiple.</summary>
    public const string Field = "pe_trailing";

    private const int Years = 3;

    private const int LeastFigures = 30;

    /// <summary>The window of the history: three years, or since the first figure; null when there are too few.</summary>
    public static Window? Window(BriefDraft draft)
    {
        if (draft.Market.Observations(draft.Subject.Id, Field) is not { } series || Place(series, draft.Day) is var last && last < 0)
        {
            return null;
        }

        var first = DateOnly.FromDayNumber(series.DayNumbers[0]);
        var start = draft.Day.AddYears(-Years);
        return last - Math.Max(Place(series, start), 0) + 1 < LeastFigures ? null : Measures.Window.Parse(first <= start.AddDays(7) ? $"{Years}y" : $"since:{first:yyyy-MM-dd}").Value;
    }

    public static IEnumerable<BriefSentence?> Sentences(BriefDraft draft, BriefFigure? earnings)
    {
        if (earnings is null)
        {
            yield break;
        }

        if (Window(draft) is not { } window)
        {
            draft.Omit("the P/E against its own history", null, new Problem(ProblemKind.NoData, $"The package has too few figures {Field} of {draft.Id} up to {draft.Day:yyyy-MM-dd}; {LeastFigures} would do."));
            yield break;
        }

        var over = window.ToString();
        var percentile = IsDaily(draft, window) ? draft.Ask("the percentile of the P/E", "percentile", draft.Id, Field, over) : null;
        if (percentile is not null)
        {
            yield return new SentenceBuilder("Its P/E was at or below that level on ").Add(Rounded.Percent(percentile.Value.Value), percentile).End($" of days {Wording.Of(window)}.");
        }

        if (draft.Ask("the distance of the P/E from its mean", "z-score", draft.Id, Field, over) is { } score && Math.Abs(score.Value.Value) >= 0.005)
        {
            yield return new SentenceBuilder(percentile is not null ? "It is " : "Its P/E is ").Add(Rounded.Number(Math.Abs(score.Value.Value), 2), score).End($" standard deviations {Wording.Direction(score.Value.Value, "above", "below")} its mean {OfThe(window)}.");
        }
    }

    /// <summary>A window after a noun: <c>of the past three years</c>.</summary>
    public static string OfThe(Window window) => window.Kind == WindowKind.Years ? Wording.Of(window).Replace("over the", "of the", StringComparison.Ordinal) : Wording.Of(window);

    // A share of days is a share of figures only where nearly every session has one.
    private static bool IsDaily(BriefDraft draft, Window window)
    {
        var series = draft.Market.Observations(draft.Subject.Id, Field)!;
        var resolved = draft.Evaluator.Resolve(draft.Subject.Id, window, draft.AsOf);
        if (!resolved.HasValue)
        {
            return false;
        }

        var sessions = ChartDays.Daily(draft, resolved.Value.From).Length - 1;
        var isDaily = Place(series, draft.Day) - Place(series, resolved.Value.From) >= 0.9 * sessions;
        if (!isDaily)
        {
            draft.Omit("the share of days with a lower P/E", null, new Problem(ProblemKind.NoData, $"The figures {Field} of {draft.Id} are not those of every session; a share of days needs daily ones."));
        }

        return isDaily;
    }

    private static int Place(ObservationSeries series, DateOnly day)
    {
        var found = series.DayNumbers.BinarySearch(day.DayNumber);
        return found >= 0 ? found : ~found - 1;
    }
}
