namespace Touchstone.Samples;

/// <summary>The rows that the Growth Board and its index add to the tables, after those that stand there.</summary>
internal static class GrowthTables
{
    private const string Mic = SampleCalendar.Mic;

    private static IEnumerable<GrowthCompany> Companies => GrowthCompany.All.OrderBy(company => company.Id, StringComparer.Ordinal);

    /// <summary>Indices and companies.</summary>
    public static IEnumerable<object?[]> Instruments()
    {
        yield return [GrowthRules.Id, "index", GrowthRules.Name, "Harbour Growth|^HARBG", Mic, "USD", "", "rules in rulebooks/harbg.yaml"];
        yield return [GrowthRules.GrossId, "index", $"{GrowthRules.Name} (gross total return)", "^HARBGTR", Mic, "USD", "", ""];
        yield return [GrowthRules.NetId, "index", $"{GrowthRules.Name} (net total return)", "^HARBGNR", Mic, "USD", "", ""];
        yield return [GrowthRules.KroneId, "index", GrowthRules.KroneName, "^HARBGK", Mic, "HBK", "", "rules in rulebooks/harbgk.yaml"];
        foreach (var company in Companies)
        {
            yield return [company.Id, "equity", company.Name, $"{company.Short}|{company.Name[..company.Name.LastIndexOf(' ')]}|{company.Code}", Mic, "USD", company.Short, "Growth Board"];
        }
    }

    /// <summary>The price index in dollars and in krone; there are closes alone.</summary>
    public static IEnumerable<object?[]> PriceLevels(SampleMarket market) =>
        Levels(market, GrowthRules.Id, level => level.Price).Concat(Levels(market, GrowthRules.KroneId, level => level.Krone))
            .Select(row => new object?[] { row[0], row[1], null, null, null, row[2] });

    /// <summary>One of the levels: id, day and close.</summary>
    public static IEnumerable<object?[]> Levels(SampleMarket market, string id, Func<GrowthLevel, decimal> figure) =>
        market.Growth.Index.Levels.Select(level => new object?[] { id, level.Day, GrowthLevel.Published(figure(level)) });

    /// <summary>Daily bars.</summary>
    public static IEnumerable<object?[]> Prices(SampleMarket market) =>
        from company in Companies
        let line = market.Growth.Board.LineOf(company)
        from session in Enumerable.Range(0, SampleCalendar.Sessions.Length)
        where line[session] is not null
        let bar = line[session]!.Value
        select new object?[] { company.Id, SampleCalendar.Sessions[session], bar.Open, bar.High, bar.Low, bar.Close, bar.Adjusted, bar.Volume };

    /// <summary>Members; units follow from the rules.</summary>
    public static IEnumerable<object?[]> Constituents(SampleMarket market) =>
        market.Growth.Index.Members.Select(member => new object?[] { GrowthRules.Id, member.Line.Company.Id, member.From, member.Until, null });

    /// <summary>Shares and free float over time.</summary>
    public static IEnumerable<object?[]> Shares(SampleMarket market) =>
        from company in Companies
        from row in market.Growth.Board.LineOf(company).Shares
        select new object?[] { company.Id, row.From, row.Count, row.Float, row.Note };

    /// <summary>Corporate actions.</summary>
    public static IEnumerable<object?[]> Actions(SampleMarket market) =>
        market.Growth.Board.Actions.Select(action => new object?[]
        {
            action.Company.Id, action.ExDate, action.Kind, action.Ratio, action.Cash, action.Cash is null && action.Subscription is null ? null : "USD", action.Subscription, action.Other?.Id, action.Note,
        });

    /// <summary>What the companies of both boards count as.</summary>
    public static IEnumerable<object?[]> Classifications(SampleMarket market)
    {
        foreach (var company in SampleCompany.All.OrderBy(company => company.Id, StringComparer.Ordinal))
        {
            yield return [company.Id, "listing", "main-board", company.Listed, null, ""];
        }

        foreach (var line in Companies.Select(market.Growth.Board.LineOf))
        {
            var company = line.Company;
            yield return [company.Id, "listing", "growth-board", company.Listed, line.Gone, ""];
            yield return [company.Id, "industry", company.Industry, company.Listed, null, ""];
            if (company.Theme.Length > 0)
            {
                yield return [company.Id, "theme", company.Theme, company.Listed, null, ""];
            }

            if (company.Code == GrowthScript.Investigated)
            {
                yield return [company.Id, "flag", "under-investigation", GrowthScript.Investigation.From, GrowthScript.Investigation.Until, "cleared of all charges"];
            }
        }
    }
}
