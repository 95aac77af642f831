using System.Collections.Immutable;
using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

/// <summary>
/// A small made-up market for sentences. Closes are steps: a close stays what it was until the next day named, so every return can be
/// worked by hand. Weekdays are sessions; Hong Kong closes at 08:00 and New York at 20:00 or 21:00 universal time.
/// </summary>
internal sealed class ClaimMarket
{
    private static readonly DateOnly End = TestMarket.Day("2025-03-14");

    private readonly List<Instrument> _instruments = [];
    private readonly List<PriceHistory> _prices = [];
    private readonly List<ObservationSeries> _observations = [];
    private readonly List<ShareCount> _shares = [];
    private readonly List<Membership> _members = [];
    private readonly List<Divisor> _divisors = [];
    private readonly List<MarketEvent> _events = [];

    /// <summary>
    /// Two indices and five lines of stock, to Friday 14 March 2025.
    /// </summary>
    /// <remarks>
    /// Harbour Index (HBX): 900 in 2024, 1000 on 2024-12-31, 1050 from 02-14, 1100 from 02-28, 1120 from 03-07, 1150 on 03-13, 1196 on 03-14.
    /// So on 03-14: one day 46 points or 1196/1150 = +4.000%; year to date 1196/1000 = +19.6%; month to date 1196/1100 = +8.727%;
    /// week 1196/1120 = +6.786%; one month 1196/1050 = +13.905%; thirty days (from 02-12) 1196/1000 = +19.6%.
    /// Harbour Tech Index (HBT): 500, 560 from 02-14, 550 from 02-28, 540 from 03-07, 530 on 03-13, 540.6 on 03-14: one day +2.0%, year to date +8.12%, month to date -1.709%.
    /// Acorn in Hong Kong (XHKG:100): 80, 90 from 02-14, 100 from 02-28, 106.3 on 03-14: one day +6.3%, year to date +32.875%.
    /// Acorn in New York (XNYS:ACN): 80, 100 from 02-28, 113 on 03-13, 115 on 03-14: year to date +41.25% to Thursday, +43.75% to Friday; Friday alone +1.770%.
    /// Birch (XHKG:200): 40, 50 from 02-28, 45 on 03-14: one day -10%, year to date +12.5%; a billion shares.
    /// Cedar (XHKG:300): 20, 20.6 on 03-14: +3.0%. Dover (XHKG:400): 10, 11 on 03-14: +10%.
    /// </remarks>
    public static Market Sample { get; } = Standard().Build();

    /// <summary>
    /// The sample, with the units of the Harbour Index and a third index, Harbour Select (HBS); both have a divisor of 1.
    /// </summary>
    /// <remarks>
    /// Harbour Index: 8 Acorn in Hong Kong, 2.4 Birch, 11 Cedar, 1 Dover: 800 + 120 + 220 + 10 = 1150 on 03-13, 850.4 + 108 + 226.6 + 11 = 1196 on 03-14.
    /// So on 03-14 Acorn added 50.4 points, Cedar 6.6, Dover 1 and Birch -12, together 46; of the move 109.565%, 14.348%, 2.174% and -26.087%; of 1150 4.383, 0.574, 0.087 and -1.043 percentage points.
    /// Weights on 03-14: Acorn 71.104%, Cedar 18.946%, Birch 9.030%, Dover 0.920%; the two largest 90.05%. On 03-13: 69.565%, 19.130%, 10.435%, 0.870%.
    /// Harbour Select: 5 Acorn, 31.5 Dover: 500 + 315 = 815, then 531.5 + 346.5 = 878: each added 31.5 of 63 points.
    /// </remarks>
    public static Market Weighted { get; } = Standard()
        .Index("HBS", "Harbour Select Index", "Harbour Select")
        .Steps("HBS", ("2022-01-03", 800), ("2025-03-13", 815), ("2025-03-14", 878))
        .Member("HBX", "XHKG:100", "2022-01-03", 8).Member("HBX", "XHKG:200", "2022-01-03", 2.4).Member("HBX", "XHKG:300", "2022-01-03", 11).Member("HBX", "XHKG:400", "2022-01-03", 1)
        .Member("HBS", "XHKG:100", "2022-01-03", 5).Member("HBS", "XHKG:400", "2022-01-03", 31.5)
        .Divisor("HBX", "2022-01-03", 1).Divisor("HBS", "2022-01-03", 1)
        .Build();

    public static ClaimMarket Standard() => new ClaimMarket()
        .Index("HBX", "Harbour Index", "Harbour benchmark")
        .Index("HBT", "Harbour Tech Index", "Harbour Tech")
        .Equity("XHKG:100", "Acorn Group Holding Ltd", "HKD", "Acorn")
        .Equity("XNYS:ACN", "Acorn ADS", "USD", "Acorn")
        .Equity("XHKG:200", "Birch Motors Ltd", "HKD", null, "Birch")
        .Equity("XHKG:300", "Cedar Software Ltd", "HKD", null, "Cedar")
        .Equity("XHKG:400", "Dover Holdings Ltd", "HKD", null, "Dover")
        .Steps("HBX", ("2022-01-03", 950), ("2022-01-10", 1300), ("2022-01-11", 900), ("2024-12-31", 1000), ("2025-02-14", 1050), ("2025-02-28", 1100), ("2025-03-07", 1120), ("2025-03-13", 1150), ("2025-03-14", 1196))
        .Steps("HBT", ("2022-01-03", 500), ("2025-02-14", 560), ("2025-02-28", 550), ("2025-03-07", 540), ("2025-03-13", 530), ("2025-03-14", 540.6))
        .Steps("XHKG:100", ("2022-01-03", 80), ("2025-02-14", 90), ("2025-02-28", 100), ("2025-03-14", 106.3))
        .Steps("XNYS:ACN", ("2022-01-03", 80), ("2025-02-28", 100), ("2025-03-13", 113), ("2025-03-14", 115))
        .Steps("XHKG:200", ("2022-01-03", 40), ("2025-02-28", 50), ("2025-03-14", 45))
        .Steps("XHKG:300", ("2022-01-03", 20), ("2025-03-14", 20.6))
        .Steps("XHKG:400", ("2022-01-03", 10), ("2025-03-14", 11))
        .Shares("XHKG:200", "2022-01-03", 1_000_000_000)
        .Member("HBX", "XHKG:100", "2022-01-03")
        .Observed("HBX", "pe_trailing", "ratio", ("2025-03-13", 12.2), ("2025-03-14", 12.4))
        .Event("lantern-day", "2025-02-12", "Lantern holiday");

    public ClaimMarket Index(string id, string name, params string[] aliases) => Add(id, InstrumentKind.Index, name, "XHKG", "HKD", null, aliases);

    public ClaimMarket IndexOn(string exchange, string id, string name, params string[] aliases) => Add(id, InstrumentKind.Index, name, exchange, null, null, aliases);

    public ClaimMarket Equity(string id, string name, string currency, string? issuer = null, params string[] aliases) => Add(id, InstrumentKind.Equity, name, new InstrumentId(id).Exchange, currency, issuer, aliases);

    /// <summary>Closes on every weekday from the first day named to the end, each as the latest step says.</summary>
    public ClaimMarket Steps(string id, params (string Day, double Close)[] steps) => Steps(id, [], steps);

    /// <summary>The same, with no row at all on some days.</summary>
    public ClaimMarket Steps(string id, string[] missing, params (string Day, double Close)[] steps)
    {
        var days = new List<int>();
        var closes = new List<double>();
        var gaps = missing.Select(TestMarket.Day).ToHashSet();
        for (var day = TestMarket.Day(steps[0].Day); day <= End; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || gaps.Contains(day))
            {
                continue;
            }

            days.Add(day.DayNumber);
            closes.Add(steps.Last(step => TestMarket.Day(step.Day) <= day).Close);
        }

        var columns = new ReadOnlyMemory<double>[Enum.GetValues<PriceField>().Length];
        columns[(int)PriceField.Close] = closes.ToArray();
        var basis = _instruments.Single(instrument => instrument.Id.Value == id).Kind == InstrumentKind.Index ? CloseBasis.IndexLevel : CloseBasis.AsTraded;
        _prices.RemoveAll(history => history.Instrument.Value == id);
        _prices.Add(new PriceHistory(
            new InstrumentId(id), "prices", new PriceBasis(basis, basis.ToString(), CloseBasis.TotalReturn, "splits and dividends"), File("prices.csv"),
            days.ToArray(), Enumerable.Range(2, days.Count).ToArray(), columns));
        return this;
    }

    public ClaimMarket Shares(string id, string from, double count)
    {
        _shares.Add(new ShareCount(new InstrumentId(id), TestMarket.Day(from), count, null, null, Row("shares.csv")));
        return this;
    }

    /// <summary>A membership; it takes the place of one without units.</summary>
    public ClaimMarket Member(string index, string id, string from, double? units = null)
    {
        _members.RemoveAll(member => member.Index.Value == index && member.Instrument.Value == id);
        _members.Add(new Membership(new InstrumentId(index), new InstrumentId(id), TestMarket.Day(from), null, units, Row("constituents.csv")));
        return this;
    }

    public ClaimMarket Divisor(string index, string from, double value)
    {
        _divisors.Add(new Divisor(new InstrumentId(index), TestMarket.Day(from), value, Row("divisors.csv")));
        return this;
    }

    public ClaimMarket Observed(string subject, string field, string unit, params (string Day, double Value)[] rows)
    {
        _observations.Add(new ObservationSeries(
            new InstrumentId(subject), field, unit, File("observations.csv"),
            rows.Select(row => TestMarket.Day(row.Day).DayNumber).ToArray(), Enumerable.Range(2, rows.Length).ToArray(), rows.Select(row => row.Value).ToArray()));
        return this;
    }

    public ClaimMarket Event(string id, string day, string name, params string[] aliases)
    {
        _events.Add(new MarketEvent(id, TestMarket.Day(day), null, name, [.. aliases], [], Row("events.csv")));
        return this;
    }

    public Market Build() => new(new MarketRows
    {
        Name = "harbour",
        Sha256 = new string('0', 64),
        Instruments = [.. _instruments],
        Exchanges =
        [
            new Exchange("XHKG", "Hong Kong", "Asia/Hong_Kong", new TimeOnly(9, 30), new TimeOnly(16, 0), "HKD", Row("exchanges.csv")),
            new Exchange("XNYS", "New York", "America/New_York", new TimeOnly(9, 30), new TimeOnly(16, 0), "USD", Row("exchanges.csv")),
        ],
        Prices = [.. _prices],
        Observations = [.. _observations],
        Shares = [.. _shares],
        Constituents = [.. _members],
        Divisors = [.. _divisors],
        Events = [.. _events],
    });

    /// <summary>Checks a text published on a day; without a day it is inferred.</summary>
    public static CheckReport Check(Market market, string text, string? published = "2025-03-14") =>
        ArticleCheck.Run(new Article("test.txt", new string('0', 64), text), market, new CheckOptions { Published = published is null ? null : TestMarket.Day(published) });

    /// <summary>Checks a text about the sample published on Friday 14 March 2025 after the close in Hong Kong.</summary>
    public static ImmutableArray<CheckedClaim> Claims(string text) => Check(Sample, text).Claims;

    /// <summary>The drafts of a text, each as <c>subject metric signed-number window</c>, one a line.</summary>
    public static string Read(string text) => Read(Sample, text);

    public static string Read(Market market, string text) => string.Join('\n', new ClaimReader(market).Read(text).Drafts.Select(Line));

    private static string Line(ClaimDraft draft)
    {
        var subject = draft.Subject.Candidates.IsEmpty ? "?" : string.Join('/', draft.Subject.Candidates);
        var number = draft.Quantity is { } quantity ? FormattableString.Invariant($" {(draft.Sign < 0 ? -quantity.Value : quantity.Value):0.####}") : "";
        return $"{subject} {draft.Metric}{number}{(draft.Time is { } time ? $" {time.Kind}" : "")}";
    }

    private static SourceFile File(string name) => new(name, new string('a', 64));

    private static RowSource Row(string file) => new(File(file), 2);

    private ClaimMarket Add(string id, InstrumentKind kind, string name, string? exchange, string? currency, string? issuer, string[] aliases)
    {
        _instruments.Add(new Instrument(new InstrumentId(id), kind, name, [.. aliases], exchange, currency, issuer, null, Row("instruments.csv")));
        return this;
    }
}
