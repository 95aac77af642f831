using System.Globalization;
using System.Text.Json;
using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>The shared vectors of event studies: panels as CSV, expected numbers as JSON, each file with its provenance.</summary>
internal sealed class EventVectors
{
    private readonly JsonElement _expected;

    private EventVectors(EventPanel panel, JsonElement expected, string provenance) => (Panel, _expected, Provenance) = (panel, expected, provenance);

    public EventPanel Panel { get; }

    public string Provenance { get; }

    /// <summary>12 securities with one common date, 120 estimation and 21 event days.</summary>
    public static EventVectors Common()
    {
        var rows = Rows("event_panel_12x141.csv");
        var market = rows.Select(row => row[2]).ToArray();
        var days = Enumerable.Range(1, rows.Length).ToArray();
        var events = Enumerable.Range(0, 12).Select(i => Of(i, 131, market, [.. rows.Select(row => row[3 + i])], days));
        return Load("event_study_expected.json", events);
    }

    /// <summary>15 securities with dates five days apart.</summary>
    public static EventVectors Staggered()
    {
        var rows = Rows("event_panel_staggered_15x220.csv");
        var events = Enumerable.Range(0, 15).Select(i =>
        {
            var day = 131 + (5 * i);
            var own = rows[(day - 131)..(day + 10)];
            return Of(i, day, [.. own.Select(row => row[1])], [.. own.Select(row => row[2 + i])], [.. own.Select(row => (int)row[0])]);
        });
        return Load("event_study_staggered_expected.json", events);
    }

    public double Number(string name) => Find(name).GetDouble();

    public double[] Numbers(string name) => [.. Find(name).EnumerateArray().Select(item => item.GetDouble())];

    public double[][] Table(string name) => [.. Find(name).EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetDouble()).ToArray())];

    public static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Folder!, "vectors", file))).RootElement;

    private JsonElement Find(string path) => path.Split('.').Aggregate(_expected, (at, name) => at.GetProperty(name));

    private static EventVectors Load(string file, IEnumerable<EventReturns> events)
    {
        var json = Json(file);
        return new EventVectors(EventPanel.Of(120, new EventWindow(-10, 10), events), json.GetProperty("expected"), json.GetProperty("provenance").GetString()!);
    }

    private static EventReturns Of(int index, int day, double[] market, double[] returns, int[] days) => new()
    {
        // Two digits, so that the order of names is the order of the file.
        Event = new EventKey($"S{index + 1:00}", DateOnly.FromDayNumber(day)),
        Returns = returns,
        Factors = [market],
        DayNumbers = days,
    };

    private static double[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(SharedData.Folder!, "vectors", file)).Skip(1).Select(line => line.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray())];
}
