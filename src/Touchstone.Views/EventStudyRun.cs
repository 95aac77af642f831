using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Studies;

namespace Touchstone.Views;

/// <summary>An event study with what was asked, as its views show it.</summary>
/// <param name="Market">The package.</param>
/// <param name="Design">Which events, against what, over which days.</param>
/// <param name="Options">How.</param>
/// <param name="Model">The model's name on the command line.</param>
/// <param name="Factors">The names of factors besides the market.</param>
/// <param name="Notes">Where securities come from.</param>
/// <param name="Adjustment">How p-values are raised, or null.</param>
/// <param name="Answer">What was found, or the problem.</param>
internal sealed record EventStudyRun(
    Market Market,
    EventStudyDesign Design,
    EventStudyOptions Options,
    string Model,
    ImmutableArray<string> Factors,
    ImmutableArray<string> Notes,
    Adjustment? Adjustment,
    Answer<EventStudyResult> Answer)
{
    /// <summary>The window that single events are ordered by: the first that was asked for.</summary>
    public EventWindow First => Options.Windows.IsEmpty ? Design.Window : Options.Windows[0];

    /// <summary>The events that entered, by abnormal return over the first window, the highest first; those without one last.</summary>
    public IEnumerable<EventOutcome> ByReturn => Answer.Value.Events
        .Select(item => (Event: item, Found: item.Over(First)))
        .OrderBy(item => item.Found.HasValue ? 0 : 1)
        .ThenByDescending(item => item.Found.HasValue ? item.Found.Value.Value : 0)
        .ThenBy(item => item.Event.Event)
        .Select(item => item.Event);

    /// <summary>The whole sample, then each group.</summary>
    public IEnumerable<SampleResult> Samples => Answer.Value.Groups.Prepend(Answer.Value.Sample);

    /// <summary>The design in one line.</summary>
    public string Line
    {
        get
        {
            var against = Design.Benchmark is { } benchmark && Options.Model != ReturnModel.MeanAdjusted ? $" against {benchmark}" : "";
            var factors = Factors.IsEmpty ? "" : $" and {string.Join(", ", Factors)}";
            var gap = Design.Gap == 0 ? "" : $", {Design.Gap} days of gap";
            return $"{Model} model{against}{factors}, {Design.EstimationDays} estimation days{gap}, event window {Design.Window}, {EventStudyNames.Of(Design.Variable).Replace('-', ' ')}s";
        }
    }

    /// <summary>The raised p-values of each test over days or windows; null without an adjustment.</summary>
    /// <param name="windows">The days or windows of one sample.</param>
    public Dictionary<EventTest, ImmutableArray<double?>>? Raised(ImmutableArray<WindowResult> windows) =>
        Adjustment is { } adjustment ? Options.Tests.ToDictionary(test => test, test => AdjustedValues.Of(windows, test, adjustment)) : null;

    /// <summary>The raised p-values of single events over a window, by event; null without an adjustment.</summary>
    /// <param name="window">The window.</param>
    public Dictionary<EventKey, double?>? RaisedEvents(EventWindow window)
    {
        if (Adjustment is not { } adjustment)
        {
            return null;
        }

        var events = Answer.Value.Events;
        var raised = AdjustedValues.Of(events, window, adjustment);
        return Enumerable.Range(0, events.Length).ToDictionary(i => events[i].Event, i => raised[i]);
    }
}
