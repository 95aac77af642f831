namespace Touchstone.Samples;

/// <summary>Money of the sample in motion: turnover by day, a trading link in both directions, buying on margin, offer prices, and the economy behind it. Drawn from a stream of its own.</summary>
internal static class SampleFlows
{
    public const string Economy = "COAST";

    /// <summary>The first day of daily flows.</summary>
    private static readonly DateOnly First = new(2024, 1, 2);

    /// <summary>The first day on which purchases and sales through the northbound link are not told apart.</summary>
    private static readonly DateOnly NorthboundBreak = new(2024, 9, 2);

    private const string BreakReason = "since then the exchange publishes the northbound total alone";

    private const decimal Quota = 420;

    private static readonly string[] Undisclosed = ["northbound_buy", "northbound_net_buy", "northbound_sell"];

    /// <summary>The tables: figures and the break of disclosure.</summary>
    public static IEnumerable<SampleTable> Tables(SampleMarket market) =>
    [
        new("flows", "observations", "Turnover, trading link, margin financing, offer prices and the economy of the Tidal Coast",
            ["subject:string", "field:string", "date:date", "value:number", "unit:string"], ["subject", "field", "date"], [],
            Rows(market).OrderBy(row => row.Subject, StringComparer.Ordinal).ThenBy(row => row.Field, StringComparer.Ordinal).ThenBy(row => row.Day)
                .Select(row => new object?[] { row.Subject, row.Field, row.Day, row.Value, row.Unit })),
        new("disclosures", "disclosures", "Figures that are not published from a day on",
            ["subject:string", "field:string", "from:date", "until:date", "reason:string"], ["subject", "field", "from"], [],
            Undisclosed.Select(field => new object?[] { SampleCalendar.Mic, field, NorthboundBreak, null, BreakReason })),
    ];

    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> Rows(SampleMarket market) =>
        Daily(market).Concat(Offers(market)).Concat(Quarters(market.FlowStream.Fork(2)));

    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> Daily(SampleMarket market)
    {
        const string subject = SampleCalendar.Mic;
        var random = market.FlowStream.Fork(1);
        var balance = 7_500m;
        for (var session = SampleCalendar.IndexOnOrBefore(First); session < SampleCalendar.Sessions.Length; session++)
        {
            var day = SampleCalendar.Sessions[session];
            var turnover = market.Turnover(session) / 1_000_000m;
            var (bought, sold) = (Part(turnover, 0.125, 0.2), Part(turnover, 0.115, 0.15));
            yield return (subject, "turnover", day, Math.Round(turnover, 1), "USD m");
            yield return (subject, "southbound_buy", day, bought, "USD m");
            yield return (subject, "southbound_sell", day, sold, "USD m");
            yield return (subject, "southbound_quota", day, Quota, "USD m");
            yield return (subject, "southbound_quota_balance", day, Math.Round(Quota - (bought - sold) * 1.05m, 1), "USD m");
            var (northBought, northSold) = (Part(turnover, 0.08, 0.2), Part(turnover, 0.08, 0.2));
            yield return (subject, "northbound_turnover", day, northBought + northSold, "USD m");
            if (day < NorthboundBreak)
            {
                yield return (subject, "northbound_buy", day, northBought, "USD m");
                yield return (subject, "northbound_sell", day, northSold, "USD m");
            }

            var financed = Part(turnover, 0.09, 0.15);
            balance += Math.Round(financed * (decimal)(0.02 + 0.1 * random.Normal()), 1);
            yield return (subject, "margin_financing_buys", day, financed, "USD m");
            yield return (subject, "margin_financing_balance", day, balance, "USD m");
        }

        decimal Part(decimal whole, double share, double spread) => Math.Round(whole * (decimal)(share * Math.Max(0.3, 1 + spread * random.Normal())), 1);
    }

    /// <summary>What the shares that were listed later were offered at, on the last day before trading began.</summary>
    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> Offers(SampleMarket market)
    {
        var random = market.FlowStream.Fork(3);
        var salt = market.BarsOf("SALT");
        yield return Offer(salt.Company.Id, salt.Company.Listed, salt[salt.FirstIndex].Close);
        foreach (var code in new[] { "SKRC", "VNSM" })
        {
            var company = GrowthCompany.Of(code);
            yield return Offer(company.Id, company.Listed, market.Growth.Board.LineOf(company)[SampleCalendar.IndexOnOrBefore(company.Listed)]!.Value.Close);
        }

        (string, string, DateOnly, decimal, string) Offer(string id, DateOnly listed, decimal close) =>
            (id, "offer_price", SampleCalendar.Sessions[SampleCalendar.IndexOnOrBefore(listed.AddDays(-1))], Math.Round(close / (decimal)(1.12 + 0.08 * random.Normal()), 2), "USD");
    }

    private static IEnumerable<(string Subject, string Field, DateOnly Day, decimal Value, string Unit)> Quarters(SampleRandom random)
    {
        var (real, deflator) = (240.0, 100.0);
        for (var quarter = new DateOnly(2021, 12, 31); quarter < SampleCalendar.Last; quarter = new DateOnly(quarter.Year, quarter.Month, 1).AddMonths(4).AddDays(-1))
        {
            yield return (Economy, "gdp_real", quarter, Math.Round((decimal)real, 2), "USD bn");
            yield return (Economy, "gdp_deflator", quarter, Math.Round((decimal)deflator, 2), "index");
            yield return (Economy, "gdp_nominal", quarter, Math.Round((decimal)(real * deflator / 100), 2), "USD bn");
            real *= 1.011 + 0.004 * random.Normal();
            deflator *= 0.998 + 0.002 * random.Normal();
        }
    }
}
