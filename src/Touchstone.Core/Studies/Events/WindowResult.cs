using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>What a sample of events did over one day or window.</summary>
/// <param name="Window">The days; a single day is a window of one.</param>
/// <param name="Events">Events with an abnormal return in it.</param>
/// <param name="Average">The average abnormal return: AAR for a day, CAAR for a window; a fraction, or null when no event has one.</param>
/// <param name="CrossSectionalDeviation">The standard deviation across events (n - 1), or null for fewer than two.</param>
/// <param name="ForecastDeviation">The square root of the mean forecast variance of the events: sigma squared times the forecast factor; null when no event has one.</param>
/// <param name="MeanStandardised">The mean standardised abnormal return, or null when no event has one.</param>
/// <param name="StandardisedDeviation">The standard deviation of standardised abnormal returns across events (n - 1), or null for fewer than two.</param>
/// <param name="Positive">Events whose abnormal return is above zero.</param>
/// <param name="Tests">The tests in the order asked.</param>
public sealed record WindowResult(
    EventWindow Window,
    int Events,
    double? Average,
    double? CrossSectionalDeviation,
    double? ForecastDeviation,
    double? MeanStandardised,
    double? StandardisedDeviation,
    int Positive,
    ImmutableArray<TestResult> Tests)
{
    /// <summary>The answer of one test; <see cref="ProblemKind.Invalid"/> when it was not asked for.</summary>
    /// <param name="test">The test.</param>
    public Answer<TestValue> Of(EventTest test)
    {
        foreach (var result in Tests)
        {
            if (result.Test == test)
            {
                return result.Answer;
            }
        }

        return new Problem(ProblemKind.Invalid, $"The test {test} was not asked for; the options list the tests.");
    }
}
