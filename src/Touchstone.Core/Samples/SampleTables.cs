using System.Globalization;
using System.Text;

namespace Touchstone.Samples;

/// <summary>A table of the sample: what the package says about it, and its rows.</summary>
/// <param name="Name">The resource's name; the file is the name with <c>.csv</c>.</param>
/// <param name="Role">The resource's role.</param>
/// <param name="Title">What it is.</param>
/// <param name="Columns">Column names, each with its type after a colon.</param>
/// <param name="Key">The columns that name a row.</param>
/// <param name="Basis">What the prices are, or empty.</param>
/// <param name="Rows">The cells.</param>
internal sealed record SampleTable(string Name, string Role, string Title, string[] Columns, string[] Key, (string Name, string Value)[] Basis, IEnumerable<object?[]> Rows)
{
    /// <summary>The rows as CSV, with a header and line feeds.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns.Select(column => column[..column.IndexOf(':', StringComparison.Ordinal)])).Append('\n');
        foreach (var row in Rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

/// <summary>The tables of a drawn market.</summary>
internal static class SampleTables
{
    private const string Mic = SampleCalendar.Mic;
    private const string Zone = "Etc/UTC";

    /// <summary>All tables in the order of the package.</summary>
    public static IEnumerable<SampleTable> Of(SampleMarket market) =>
    [
        new("instruments", "instruments", "What can be measured, and its names",
            ["id:string", "kind:string", "name:string", "aliases:string", "exchange:string", "currency:string", "issuer:string", "note:string"], ["id"], [], [.. Instruments(), .. GrowthTables.Instruments()]),
        new("exchanges", "exchanges", "Exchanges, zones and hours",
            ["exchange:string", "name:string", "zone:string", "open:string", "close:string", "currency:string"], ["exchange"], [],
            [[Mic, "Harbour Exchange", Zone, "09:30", "16:00", "USD"]]),
        new("calendars", "calendars", "Closures and half days; every other weekday is a session",
            ["exchange:string", "date:date", "session:string", "reason:string"], ["exchange", "date"], [],
            SampleCalendar.Departures.OrderBy(day => day.Date).Select(day => new object?[] { Mic, day.Date, day.Half ? "half" : "closed", day.Reason })),
        new("levels", "prices", "Index levels, index points",
            ["instrument:string", "date:date", "open:number", "high:number", "low:number", "close:number"], ["instrument", "date"],
            [("splits", "none"), ("dividends", "price index")], [.. Levels(market), .. GrowthTables.PriceLevels(market)]),
        new("levels-gross", "prices", "The Harbour Growth Index with dividends reinvested, index points",
            ["instrument:string", "date:date", "close:number"], ["instrument", "date"],
            [("splits", "none"), ("dividends", "total return index")], GrowthTables.Levels(market, GrowthRules.GrossId, level => level.Gross)),
        new("levels-net", "prices", "The Harbour Growth Index with dividends reinvested after 15% tax, index points",
            ["instrument:string", "date:date", "close:number"], ["instrument", "date"],
            [("splits", "none"), ("dividends", "net return index")], GrowthTables.Levels(market, GrowthRules.NetId, level => level.Net)),
        new("prices", "prices", "Stocks of the Harbour Exchange, USD; volume in shares",
            ["instrument:string", "date:date", "open:number", "high:number", "low:number", "close:number", "adjusted:number", "volume:number"], ["instrument", "date"],
            [("close", "as-traded"), ("adjusted", "splits and dividends")], [.. Prices(market), .. GrowthTables.Prices(market)]),
        new("constituents", "constituents", "Index members; where there are units: level = sum(units x as-traded close) / divisor; until is exclusive",
            ["index:string", "instrument:string", "from:date", "until:date", "units:number"], ["index", "instrument", "from"], [],
            [.. Indices(market).SelectMany(index => index.Members.OrderBy(member => member.Company.Id, StringComparer.Ordinal).ThenBy(member => member.From)
                .Select(member => new object?[] { index.Id, member.Company.Id, member.From, member.Until, member.Units })), .. GrowthTables.Constituents(market)]),
        new("divisors", "divisors", "Index divisors; a review moves the divisor so that the level does not jump",
            ["index:string", "from:date", "divisor:number"], ["index", "from"], [],
            Indices(market).SelectMany(index => index.Divisors.Select(divisor => new object?[] { index.Id, divisor.From, divisor.Value }))),
        new("observations", "observations", "Valuations, turnover and market value; an index multiple is total value over total earnings, losses counted",
            ["subject:string", "field:string", "date:date", "value:number", "unit:string"], ["subject", "field", "date"], [],
            SampleObservations.Of(market).OrderBy(row => row.Subject, StringComparer.Ordinal).ThenBy(row => row.Field, StringComparer.Ordinal).ThenBy(row => row.Day)
                .Select(row => new object?[] { row.Subject, row.Field, row.Day, row.Value, row.Unit })),
        new("shares", "shares", "Shares outstanding from a date on",
            ["instrument:string", "from:date", "shares:number", "free_float:number", "note:string"], ["instrument", "from"], [], [.. Shares(), .. GrowthTables.Shares(market)]),
        new("actions", "actions", "Corporate actions: shares afterwards for one before, or shares of the other company for one; cash for one share, or a first or final price",
            ["instrument:string", "ex_date:date", "kind:string", "ratio:number", "cash:number", "currency:string", "subscription_price:number", "other:string", "note:string"], ["instrument", "ex_date", "kind"], [],
            [.. Actions(), .. GrowthTables.Actions(market)]),
        new("classifications", "classifications", "What a stock counts as: board, industry, theme, flag; until is exclusive",
            ["instrument:string", "scheme:string", "value:string", "from:date", "until:date", "note:string"], ["instrument", "scheme", "value", "from"], [], GrowthTables.Classifications(market)),
        new("fx", "fx", "Harbour krone for one US dollar",
            ["base:string", "quote:string", "date:date", "rate:number"], ["base", "quote", "date"], [],
            SampleCalendar.Sessions.Zip(market.Krone, (day, rate) => new object?[] { "USD", "HBK", day, rate })),
        new("events", "events", "Dated events that articles refer to",
            ["id:string", "date:date", "zone:string", "name:string", "aliases:string", "instruments:string"], ["id"], [],
            [
                ["fog-week", new DateOnly(2022, 3, 14), Zone, "The harbour reopens after a week of fog", "fog week", ""],
                ["chartroom", SampleMoves.EventDay, Zone, "Chartroom released by Lanternfish Labs", "launch of Chartroom|release of Chartroom|Chartroom model|Chartroom", $"{Mic}:LANT"],
                ["ipo-filing-halyard", new DateOnly(2025, 1, 14), Zone, "Halyard Textiles files for a listing", "", ""],
                ["ipo-filing-mizzen", new DateOnly(2025, 2, 11), Zone, "Mizzen Optics files for a listing", "", ""],
            ]),
        .. SampleFlows.Tables(market),
    ];

    private static SampleIndex[] Indices(SampleMarket market) => [market.Broad, market.Technology];

    private static IEnumerable<object?[]> Instruments()
    {
        yield return ["HARB", "index", "Harbour Index", "Harbour benchmark|broader Harbour Index|^HARB", Mic, "USD", "", ""];
        yield return ["HARBT", "index", "Harbour Tech Index", "Harbour Tech|Harbour Technology Index|^HARBT", Mic, "USD", "", ""];
        yield return [Mic, "market", "Harbour stock market", "Harbour Exchange|Harbour stocks|Harbour market", Mic, "USD", "", ""];
        yield return [SampleFlows.Economy, "series", "Economy of the Tidal Coast", "", "", "USD", "", ""];
        foreach (var company in SampleCompany.All.OrderBy(company => company.Id, StringComparer.Ordinal))
        {
            var family = company.Name[..company.Name.LastIndexOf(' ')];
            yield return [company.Id, "equity", company.Name, $"{company.Short}|{family}|{company.Code}", Mic, "USD", company.Short, ""];
        }
    }

    private static IEnumerable<object?[]> Levels(SampleMarket market) =>
        Indices(market).SelectMany(index => SampleCalendar.Sessions.Zip(index.Levels, (day, level) => new object?[] { index.Id, day, level.Open, level.High, level.Low, level.Close }));

    private static IEnumerable<object?[]> Prices(SampleMarket market)
    {
        foreach (var bars in market.Bars.OrderBy(bars => bars.Company.Id, StringComparer.Ordinal))
        {
            for (var session = bars.FirstIndex; session < SampleCalendar.Sessions.Length; session++)
            {
                var bar = bars[session];
                yield return [bars.Company.Id, SampleCalendar.Sessions[session], bar.Open, bar.High, bar.Low, bar.Close, bar.Adjusted, bar.Volume];
            }
        }
    }

    private static IEnumerable<object?[]> Actions() =>
        SampleActions.All.OrderBy(action => action.Company.Id, StringComparer.Ordinal).ThenBy(action => action.ExDate).Select(action => action.Kind == "split"
            ? new object?[] { action.Company.Id, action.ExDate, action.Kind, action.Ratio, null, null, null, null, action.Note }
            : [action.Company.Id, action.ExDate, action.Kind, null, action.Cash, "USD", null, null, action.Note]);

    private static IEnumerable<object?[]> Shares()
    {
        foreach (var company in SampleCompany.All.OrderBy(company => company.Id, StringComparer.Ordinal))
        {
            yield return Row(company, company.Listed, company.Listed == SampleCalendar.First ? "" : "listing");
            foreach (var change in SampleActions.ShareChanges.Where(change => change.Code == company.Code))
            {
                yield return Row(company, change.From, change.Note);
            }

            if (company.Code == "WIND")
            {
                yield return Row(company, SampleActions.SplitDay, "two new shares for one old share");
            }
        }

        static object?[] Row(SampleCompany company, DateOnly from, string note) => [company.Id, from, SampleActions.SharesOn(company, from), company.Float, note];
    }
}
