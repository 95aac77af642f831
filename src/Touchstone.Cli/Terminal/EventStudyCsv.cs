using Touchstone.Cli.Sources;
using Touchstone.Studies;

namespace Touchstone.Cli.Terminal;

/// <summary>An event study as CSV: a row for each event and day, event and window, and for each test of each day and window of a sample.</summary>
internal static class EventStudyCsv
{
    /// <summary>Writes the rows: events in order, then samples.</summary>
    /// <param name="run">The study; has an answer.</param>
    /// <param name="output">Where to.</param>
    public static void Write(EventStudyRun run, TextWriter output)
    {
        output.Write("scope,event,security,group,date,first,last,days,events,abnormal_return,standard_error,test,statistic,p,adjusted_p,law\n");
        var windows = run.Answer.Value.Sample.Windows.Select(window => window.Window).ToArray();
        var days = run.Answer.Value.Sample.Days.Select(day => day.Window).ToArray();
        var raised = windows.Concat(days).Distinct().ToDictionary(window => window, run.RaisedEvents);
        foreach (var item in run.Answer.Value.Events)
        {
            foreach (var window in days.Concat(windows))
            {
                if (item.Over(window) is { HasValue: true } found)
                {
                    Row(output, "event", item.Event.Name, item.Event.Security, item.Group ?? "", $"{item.DateOf(window.First):yyyy-MM-dd}", window, $"{found.Value.Days}", "1", Percent(found.Value.Value), Percent(found.Value.StandardError),
                        "forecast-t", Figure.Exact(found.Value.Standardised), Figure.Exact(found.Value.PValue), Exact(raised[window]?[item.Event]), found.Value.Law.ToString());
                }
            }
        }

        foreach (var sample in run.Samples)
        {
            Sample(run, sample, sample.Days, output);
            Sample(run, sample, sample.Windows, output);
        }
    }

    private static void Sample(EventStudyRun run, SampleResult sample, System.Collections.Immutable.ImmutableArray<WindowResult> windows, TextWriter output)
    {
        var raised = run.Raised(windows);
        for (var i = 0; i < windows.Length; i++)
        {
            var window = windows[i];
            foreach (var result in window.Tests)
            {
                var found = result.Answer.HasValue ? result.Answer.Value : default(TestValue?);
                Row(output, sample.Name.Length == 0 ? "sample" : "group", "", "", sample.Name, "", window.Window, "", $"{window.Events}", window.Average is { } average ? Percent(average) : "", "",
                    EventStudyNames.Of(result.Test), Exact(found?.Statistic), Exact(found?.PValue), Exact(raised?[result.Test][i]), found?.Law.ToString() ?? "");
            }
        }
    }

    private static void Row(TextWriter output, string scope, string name, string security, string group, string date, EventWindow window, params string[] rest) =>
        output.Write($"{string.Join(',', new[] { scope, Quoted(name), Quoted(security), Quoted(group), date, $"{window.First}", $"{window.Last}" }.Concat(rest.Select(Quoted)))}\n");

    private static string Exact(double? value) => value is { } number ? Figure.Exact(number) : "";

    private static string Percent(double fraction) => Figure.Exact(fraction * 100);

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
