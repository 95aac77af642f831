using Touchstone.Data;

namespace Touchstone.Tests.Measures;

/// <summary>Two indices over the same stocks with random prices and units that change twice; the divisor keeps the level through each change.</summary>
internal static class RandomIndices
{
    public static readonly string[] Stocks = ["XTST:A", "XTST:B", "XTST:C", "XTST:D", "XTST:E", "XTST:F"];

    private static readonly string[] Industries = ["Tools", "Boats", "Rope"];

    /// <summary>Indices OWN and OTHER from 2025-01-02 to 2025-04-30; the quoted levels carry two decimals.</summary>
    public static Market Build(Random random)
    {
        var market = new TestMarket();
        var days = Enumerable.Range(0, 119).Select(TestMarket.Day("2025-01-02").AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToArray();
        var closes = Stocks.Select(_ => Walk(random, days.Length)).ToArray();
        for (var stock = 0; stock < Stocks.Length; stock++)
        {
            market.Equity(Stocks[stock]).Classified(Stocks[stock], "industry", Industries[stock % 3], "2020-01-01").Bars(Stocks[stock], null, days, (PriceField.Close, closes[stock]));
        }

        foreach (var id in new[] { "OWN", "OTHER" })
        {
            AddIndex(market.Index(id, "XTST"), id, random, days, closes);
        }

        return market.Build();
    }

    private static void AddIndex(TestMarket market, string id, Random random, DateOnly[] days, double[][] closes)
    {
        int[] starts = [0, random.Next(5, 30), random.Next(31, 70), days.Length];
        var (levels, divisor) = (new double[days.Length], 0.0);
        for (var part = 0; part < 3; part++)
        {
            var first = random.Next(Stocks.Length);
            var units = Stocks.Select((_, stock) => stock == first || random.Next(3) > 0 ? random.Next(1, 50) : 0).ToArray();
            double Value(int day) => units.Select((held, stock) => held * closes[stock][day]).Sum();
            divisor = part == 0 ? Value(0) / 1000 : Value(starts[part] - 1) / levels[starts[part] - 1];
            market.Divisor(id, Text(days[starts[part]]), divisor);
            var until = part == 2 ? null : Text(days[starts[part + 1]]);
            for (var stock = 0; stock < Stocks.Length; stock++)
            {
                if (units[stock] > 0)
                {
                    market.Member(id, Stocks[stock], Text(days[starts[part]]), until, units[stock]);
                }
            }

            for (var day = starts[part]; day < starts[part + 1]; day++)
            {
                levels[day] = Value(day) / divisor;
            }
        }

        market.Bars(id, null, days, (PriceField.Close, [.. levels.Select(level => Math.Round(level, 2))]));
    }

    private static double[] Walk(Random random, int count)
    {
        var closes = new double[count];
        closes[0] = 10 + (random.NextDouble() * 90);
        for (var day = 1; day < count; day++)
        {
            closes[day] = closes[day - 1] * (1 + ((random.NextDouble() - 0.48) * 0.06));
        }

        return closes;
    }

    private static string Text(DateOnly day) => $"{day:yyyy-MM-dd}";
}
