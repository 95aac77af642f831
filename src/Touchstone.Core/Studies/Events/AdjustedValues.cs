using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>p-values of a study raised because many tests were made.</summary>
public static class AdjustedValues
{
    /// <summary>The p-values of one test over several days or windows.</summary>
    /// <param name="windows">The days or windows; those in which the test has no value do not count.</param>
    /// <param name="test">The test.</param>
    /// <param name="adjustment">How.</param>
    /// <returns>One value for each window, null where the test has none.</returns>
    public static ImmutableArray<double?> Of(IReadOnlyList<WindowResult> windows, EventTest test, Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(windows);
        return Raised([.. windows.Select(window => window.Of(test) is { HasValue: true } answer ? answer.Value.PValue : (double?)null)], adjustment);
    }

    /// <summary>The p-values of the single events over one window.</summary>
    /// <param name="events">The events; those without a return in the window do not count.</param>
    /// <param name="window">The window; inside the study's event window.</param>
    /// <param name="adjustment">How.</param>
    /// <returns>One value for each event, null where it has none.</returns>
    public static ImmutableArray<double?> Of(IReadOnlyList<EventOutcome> events, EventWindow window, Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Raised([.. events.Select(item => item.Over(window) is { HasValue: true } answer ? answer.Value.PValue : (double?)null)], adjustment);
    }

    private static ImmutableArray<double?> Raised(double?[] values, Adjustment adjustment)
    {
        var raised = MultipleTesting.Adjust([.. values.Where(value => value is not null).Select(value => value!.Value)], adjustment);
        var next = 0;
        return [.. values.Select(value => value is null ? (double?)null : raised[next++])];
    }
}
