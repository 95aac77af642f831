using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Small random panels: staggered dates, missing days, groups, returns on a grid of binary fractions so that ties are exact.</summary>
internal static class RandomPanel
{
    public static readonly EventWindow Window = new(-2, 3);

    public static EventPanel Draw(Random random, int events = 9, int estimation = 40, double missing = 0.08, int step = 3)
    {
        var length = estimation + Window.Days;
        var market = Enumerable.Range(0, length + (step * events)).Select(_ => Grid(random, 0.02)).ToArray();
        var style = market.Select(_ => Grid(random, 0.01)).ToArray();
        return EventPanel.Of(estimation, Window, Enumerable.Range(0, events).Select(i =>
        {
            var start = step * random.Next(events);
            var returns = Enumerable.Range(0, length).Select(t => random.NextDouble() < missing ? double.NaN : Math.Round((0.7 * market[start + t] * 256) + (Grid(random, 0.03) * 256)) / 256).ToArray();
            return new EventReturns
            {
                Event = new EventKey($"S{i:00}", new DateOnly(2024, 1, 1).AddDays(start)),
                Group = i % 2 == 0 ? "even" : "odd",
                Returns = returns,
                Factors = [market.AsMemory(start, length), style.AsMemory(start, length)],
                DayNumbers = Enumerable.Range(start + 1000, length).ToArray(),
            };
        }));
    }

    private static double Grid(Random random, double size) => Math.Round((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * size * 256 * 2) / 256;
}
