namespace Touchstone.Samples;

/// <summary>Valuations of the sample's companies and indices.</summary>
internal static class SampleValuation
{
    /// <summary>An index's value over its members' earnings, losses counted: sum of units × close / sum of units × earnings.</summary>
    public static decimal PriceToEarnings(SampleMarket market, SampleIndex index, int session) =>
        Sum(market, index, session, Close) / Sum(market, index, session, (bars, row) => SampleActions.EarningsOn(bars.Company, SampleCalendar.Sessions[row]));

    /// <summary>An index's value over its members' book value.</summary>
    public static decimal PriceToBook(SampleMarket market, SampleIndex index, int session) =>
        Sum(market, index, session, Close) / Sum(market, index, session, (bars, row) => SampleActions.BookOn(bars.Company, SampleCalendar.Sessions[row]));

    /// <summary>An index's dividends over its value, percent.</summary>
    public static decimal DividendYield(SampleMarket market, SampleIndex index, int session) =>
        100 * Sum(market, index, session, (bars, row) => SampleActions.DividendOn(bars.Company, SampleCalendar.Sessions[row])) / Sum(market, index, session, Close);

    private static decimal Close(SampleBars bars, int session) => bars[session].Close;

    private static decimal Sum(SampleMarket market, SampleIndex index, int session, Func<SampleBars, int, decimal> figure) =>
        index.MembersOn(SampleCalendar.Sessions[session]).Sum(member => member.Units * figure(market.BarsOf(member.Company.Code), session));
}
