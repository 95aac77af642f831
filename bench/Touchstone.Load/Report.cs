namespace Touchstone.Load;

/// <summary>Writes what came of a run.</summary>
internal static class Report
{
    /// <summary>A line for each kind, and one for all.</summary>
    /// <param name="outcomes">What came of each.</param>
    public static void Write(Outcome[] outcomes)
    {
        Console.WriteLine($"  {"",-20} {"requests",9} {"median",8} {"p95",8} {"p99",8} {"longest",8}  errors");
        foreach (var outcome in outcomes)
        {
            Line(outcome.Name, [.. outcome.Times], outcome.Faults);
        }

        if (outcomes.Length > 1)
        {
            Line("all", [.. outcomes.SelectMany(outcome => outcome.Times)], outcomes.Sum(outcome => outcome.Faults));
        }
    }

    private static void Line(string name, double[] times, int faults)
    {
        Array.Sort(times);
        string At(double share) => times.Length == 0 ? "-" : $"{times[Math.Min(times.Length - 1, (int)(share * times.Length))]:0.0}";
        Console.WriteLine($"  {name,-20} {times.Length,9} {At(0.5),8} {At(0.95),8} {At(0.99),8} {At(1),8}  {faults}");
    }
}
