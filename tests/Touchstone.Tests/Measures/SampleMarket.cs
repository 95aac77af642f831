using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Tests.Measures;

/// <summary>A made-up market with every role, on which each catalogue example has an answer; prices are a seeded random walk.</summary>
internal static class SampleMarket
{
    public static Market Build()
    {
        var market = new TestMarket()
            .Closed("XHKG", "2025-01-01", "2025-01-29", "2025-01-30", "2025-01-31")
            .Half("XHKG", "2024-12-24", "2024-12-31", "2025-01-28")
            .Index("HSI").Index("HSTECH").Equity("XHKG:700").Place("XHKG", "XHKG")
            .Event("launch", "2025-01-20")
            .Shares("XHKG:700", "2023-01-01", 1000)
            .Split("XHKG:700", "2024-11-04", 5)
            .Member("HSI", "XHKG:700", "2023-01-01")
            .Observed("XHKG", "average_daily_turnover", "HKD bn", ("2025-01-31", 143.8), ("2025-02-28", 297.3))
            .Observed("HSI", "price_to_book", "ratio", ("2025-03-13", 1.1), ("2025-03-14", 1.2))
            .Observed("HSI", "dividend_yield", "percent", ("2025-03-13", 3.5), ("2025-03-14", 3.4))
            .Observed("HSI", "pe_trailing", "ratio", ("2025-03-12", 10), ("2025-03-13", 12), ("2025-03-14", 11))
            .Observed("HSTECH", "pe_trailing", "ratio", ("2025-03-12", 20), ("2025-03-13", 21), ("2025-03-14", 22));
        var calendar = market.Build().Calendar("XHKG");
        var random = new Random(7);
        foreach (var id in new[] { "HSI", "HSTECH", "XHKG:700" })
        {
            var days = new List<DateOnly>();
            for (var day = TestMarket.Day("2023-06-01"); day <= TestMarket.Day("2025-03-14"); day = day.AddDays(1))
            {
                if (calendar.IsSession(day) && (id != "XHKG:700" || calendar.KindOf(day) != SessionKind.Half))
                {
                    days.Add(day);
                }
            }

            var closes = new double[days.Count];
            closes[0] = 1000;
            for (var i = 1; i < closes.Length; i++)
            {
                closes[i] = closes[i - 1] * (1 + ((random.NextDouble() - 0.49) * 0.04));
            }

            if (id == "XHKG:700")
            {
                for (var i = 0; i < closes.Length; i++)
                {
                    closes[i] = days[i] >= TestMarket.Day("2024-11-04") ? closes[i] / 5 : closes[i];
                }
            }

            market.Bars(id, null, [.. days],
                (PriceField.Close, closes),
                (PriceField.Open, closes),
                (PriceField.High, [.. closes.Select(close => close * 1.01)]),
                (PriceField.Low, [.. closes.Select(close => close * 0.99)]),
                (PriceField.Adjusted, [.. closes.Select((close, i) => (id == "XHKG:700" && days[i] < TestMarket.Day("2024-11-04") ? close / 5 : close) * 0.98)]));
        }

        return market.Build();
    }

    /// <summary>Parses an expression that must be right.</summary>
    public static Expression Parse(string text)
    {
        var parsed = Expression.Parse(text);
        Assert.True(parsed.Value is not null, $"{parsed.Error}\n{parsed.Error?.Pointer()}");
        return parsed.Value;
    }

    /// <summary>The answer to an expression.</summary>
    public static Answer<Measurement> Ask(this Market market, string text) => new Evaluator(market).Evaluate(Parse(text));

    /// <summary>The number an expression gives.</summary>
    public static double Value(this Market market, string text)
    {
        var answer = market.Ask(text);
        Assert.True(answer.HasValue, answer.Problem?.ToString());
        return answer.Value.Value;
    }

    /// <summary>The problem an expression gives.</summary>
    public static Problem Problem(this Market market, string text)
    {
        var answer = market.Ask(text);
        Assert.False(answer.HasValue, "There is a value.");
        return answer.Problem;
    }
}
