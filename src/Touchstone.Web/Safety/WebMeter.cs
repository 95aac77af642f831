using System.Diagnostics.Metrics;

namespace Touchstone.Web.Safety;

/// <summary>What the framework's instruments do not count: answers by operation. Nothing is sent anywhere; <c>dotnet-counters</c> shows them.</summary>
internal sealed class WebMeter
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Touchstone.Web";

    private readonly Histogram<double> _answers;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Where they are known.</param>
    public WebMeter(IMeterFactory meters)
    {
        // The factory owns the meter.
        var meter = meters.Create(Name);
        _answers = meter.CreateHistogram<double>("touchstone.answer.duration", "s", "How long answers took to make, without those that were kept.");
    }

    /// <summary>An answer was made.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="time">How long it took.</param>
    public void Answered(string operation, TimeSpan time) => _answers.Record(time.TotalSeconds, new KeyValuePair<string, object?>("operation", operation));
}
