using Touchstone.Studies;

namespace Touchstone.Bench;

/// <summary>How simulated returns without an effect are made.</summary>
internal enum PanelKind
{
    /// <summary>One common date, errors independent: what every test assumes.</summary>
    Independent,

    /// <summary>Every event its own dates.</summary>
    Staggered,

    /// <summary>One common date, errors that share a factor with a tenth of their variance.</summary>
    Correlated,

    /// <summary>Independent errors, whose variance trebles on event days.</summary>
    VarianceRises,

    /// <summary>Independent errors with fat tails and skewness (centred exponential squares of normals).</summary>
    Skewed,
}

/// <summary>One-factor panels without an effect, from a seed.</summary>
internal static class SimulatedPanel
{
    public static EventPanel Draw(int securities, int estimationDays, EventWindow window, PanelKind kind, ulong seed)
    {
        var length = estimationDays + window.Days;
        var step = kind == PanelKind.Staggered ? 1 : 0;
        var clock = StudyRandom.Of(seed, -1);
        var total = length + (step * securities);
        var market = Normals(clock, total, 0.01);
        var common = Normals(clock, total, Math.Sqrt(0.1));
        var calendar = Enumerable.Range(700_000, total).ToArray();
        return EventPanel.Of(estimationDays, window, Enumerable.Range(0, securities).Select(i =>
        {
            var random = StudyRandom.Of(seed, i);
            var start = step * i;
            var (beta, deviation) = (0.5 + random.Uniform(), 0.01 + (0.02 * random.Uniform()));
            var returns = new double[length];
            for (var day = 0; day < length; day++)
            {
                var error = random.Normal();
                error = kind switch
                {
                    PanelKind.Correlated => (Math.Sqrt(0.9) * error) + common[start + day],
                    PanelKind.VarianceRises => day >= estimationDays ? error * Math.Sqrt(3) : error,
                    PanelKind.Skewed => ((error * error) - 1) / Math.Sqrt(2),
                    _ => error,
                };
                returns[day] = 0.0002 + (beta * market[start + day]) + (deviation * error);
            }

            return new EventReturns
            {
                Event = new EventKey($"S{i:00000}", DateOnly.FromDayNumber(calendar[start + estimationDays - window.First])),
                Returns = returns,
                Factors = [market.AsMemory(start, length)],
                DayNumbers = calendar.AsMemory(start, length),
            };
        }));
    }

    private static double[] Normals(StudyRandom random, int count, double deviation) => [.. Enumerable.Range(0, count).Select(_ => deviation * random.Normal())];
}
