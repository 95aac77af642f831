using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>Random tables of stocks with everything that can happen: late starts, early ends, suspensions, limits, changing members, equal closes.</summary>
internal static class RandomStocks
{
    public static StockTable Table(Random random, int most = 40, int sessions = 120)
    {
        var (stocks, count) = (random.Next(2, most), random.Next(30, sessions));
        var (closes, days, isMember) = (new double[stocks * count], new StockDay[stocks * count], new bool[stocks * count]);
        for (var stock = 0; stock < stocks; stock++)
        {
            var (first, end) = (random.Next(4) == 0 ? random.Next(count) : 0, random.Next(6) == 0 ? random.Next(count) : count);
            var (joins, leaves, close) = (random.Next(3) == 0 ? random.Next(count) : 0, random.Next(3) == 0 ? random.Next(count) : count, 10.0 + random.Next(1000));
            for (var session = 0; session < count; session++)
            {
                var cell = (session * stocks) + stock;
                isMember[cell] = session >= joins && session < leaves;
                if (session < first)
                {
                    continue;
                }

                var kind = session >= end ? StockDay.Missing : session == first ? StockDay.Traded : random.Next(30) switch { 0 => StockDay.Idle, 1 => StockDay.LimitUp, 2 => StockDay.LimitDown, _ => StockDay.Traded };
                close = kind switch
                {
                    StockDay.Missing or StockDay.Idle => close,
                    StockDay.LimitUp => close * 1.1,
                    StockDay.LimitDown => close * 0.9,
                    _ => random.Next(5) == 0 ? close : close * (1 + ((random.NextDouble() - 0.5) * 0.06)),
                };
                (closes[cell], days[cell]) = (close, kind);
            }
        }

        return new StockTable(stocks, closes, days, random.Next(3) == 0 ? null : isMember);
    }

    /// <summary>Closes of stocks that trade every day, so that every pair has every return.</summary>
    public static StockTable Trading(Random random, int stocks, int sessions, double common)
    {
        var closes = new double[stocks * sessions];
        for (var session = 0; session < sessions; session++)
        {
            var market = random.NextDouble() - 0.5;
            for (var stock = 0; stock < stocks; stock++)
            {
                var cell = (session * stocks) + stock;
                closes[cell] = session == 0 ? 5 + random.Next(500) : closes[cell - stocks] * (1 + (0.05 * ((common * market) + random.NextDouble() - 0.5)));
            }
        }

        var days = new StockDay[closes.Length];
        Array.Fill(days, StockDay.Traded);
        return new StockTable(stocks, closes, days);
    }
}
