namespace Touchstone.Samples;

/// <summary>The dated figures of the sample: valuations daily for the indices and monthly for the companies, turnover and value of the market and the yield of ten-year bonds monthly.</summary>
internal static class SampleObservations
{
    /// <summary>All figures, in no particular order.</summary>
    public static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> Of(SampleMarket market) =>
        OfIndices(market).Concat(OfCompanies(market)).Concat(OfMarket(market));

    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> OfIndices(SampleMarket market)
    {
        foreach (var index in new[] { market.Broad, market.Technology })
        {
            for (var session = 0; session < SampleCalendar.Sessions.Length; session++)
            {
                var day = SampleCalendar.Sessions[session];
                yield return (index.Id, "pe_trailing", day, Math.Round(SampleValuation.PriceToEarnings(market, index, session), 2), "ratio");
                yield return (index.Id, "price_to_book", day, Math.Round(SampleValuation.PriceToBook(market, index, session), 2), "ratio");
                yield return (index.Id, "dividend_yield", day, Math.Round(SampleValuation.DividendYield(market, index, session), 2), "percent");
            }
        }
    }

    /// <summary>A loss maker has no multiple and a company without dividends has no yield: those rows are left out.</summary>
    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> OfCompanies(SampleMarket market)
    {
        foreach (var bars in market.Bars)
        {
            var company = bars.Company;
            foreach (var (session, _) in SampleCalendar.MonthEnds().Where(month => month.Index >= bars.FirstIndex))
            {
                var day = SampleCalendar.Sessions[session];
                var close = bars[session].Close;
                if (SampleActions.EarningsOn(company, day) is > 0 and var earnings)
                {
                    yield return (company.Id, "pe_trailing", day, Math.Round(close / earnings, 2), "ratio");
                }

                yield return (company.Id, "price_to_book", day, Math.Round(close / SampleActions.BookOn(company, day), 2), "ratio");
                if (SampleActions.DividendOn(company, day) is > 0 and var dividend)
                {
                    yield return (company.Id, "dividend_yield", day, Math.Round(100 * dividend / close, 2), "percent");
                }
            }
        }
    }

    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> OfMarket(SampleMarket market)
    {
        foreach (var (session, monthEnd) in SampleCalendar.MonthEnds())
        {
            yield return (SampleCalendar.Mic, "average_daily_turnover", monthEnd, Math.Round(market.AverageDailyTurnover(monthEnd.Year, monthEnd.Month) / 1_000_000_000m, 4), "USD bn");
            yield return (SampleCalendar.Mic, "market_cap", monthEnd, Math.Round(market.MarketValue(session) / 1_000_000_000m, 2), "USD bn");
            yield return (SampleCalendar.Mic, "yield_10y", monthEnd, BondYield(monthEnd), "percent");
        }
    }

    /// <summary>Up by 4 basis points a month in 2022 and 2023, down by 3 from then on.</summary>
    private static decimal BondYield(DateOnly day)
    {
        var months = ((day.Year - 2022) * 12) + day.Month;
        return 2.2m + (months <= 24 ? 0.04m * months : 0.96m - (0.03m * (months - 24)));
    }
}
