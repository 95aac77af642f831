using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

/// <summary>Sentences whose numbers are answers of the catalogue of measures, on the harbour sample: each is read as the question it answers, confirmed, and found wrong when it is changed.</summary>
public class MeasureClaimTests
{
    private const string Closed = "The Harbour Index closed at [level(HARB)|0.00] on 28 February 2025. ";
    private const string TechClosed = "The Harbour Tech Index closed at [level(HARBT)|0.00] on 28 February 2025. ";
    private const string GrowthClosed = "The Harbour Growth Index closed at [level(HARBG)|0.00] on 28 February 2025. ";

    /// <summary>Sentences as a brief writes them.</summary>
    public static TheoryData<string> Forms { get; } =
    [
        "The Harbour Index closed at [level(HARB)|0.00] on 28 February 2025, up [points(HARB, 1d)|0.00] points, or [return(HARB, 1d)|0.00]%, on the day.",
        "Lanternfish closed at $[level(XHBR:LANT)|0.00] on 28 February 2025, up $[points(XHBR:LANT, 1d)|0.00], or [return(XHBR:LANT, 1d)|0.00]%, on the day. It is up [return(XHBR:LANT, 1w)|0.0]% this week, [return(XHBR:LANT, mtd)|0.0]% this month and [return(XHBR:LANT, ytd)|0.0]% this year.",
        "Gullstone Energy closed at $[level(XHBR:GULL)|0.00] on 28 February 2025. It is down [return(XHBR:GULL, 1w)|0.0]% this week, up [return(XHBR:GULL, mtd)|0.0]% this month and up [return(XHBR:GULL, ytd)|0.0]% this year.",
        Closed + "It has risen [return(HARB, 1y)|0.0]% over the past year and [return(HARB, 3y)|0.0]% over the past three years.",
        TechClosed + "Since 20 January 2025, the day of “Chartroom released by Lanternfish Labs”, it has risen [return(HARBT, since:2025-01-20)|0.0]%.",
        TechClosed + "It has outperformed the Harbour Index by [excess(HARBT, ytd, HARB)|0.0] percentage points this year.",
        TechClosed + "Its annualised volatility over the past three months was [volatility(HARBT, 3m)|0.0]%. Its largest fall from a peak over the past year was [max-drawdown(HARBT, 1y)|0.0]%.",
        TechClosed + "It stands [rise-from-trough(HARBT, 1y)|0.0]% above its lowest close of the past year.",
        "Gullstone Energy closed at $[level(XHBR:GULL)|0.00] on 28 February 2025. It stands [drawdown(XHBR:GULL, 1y)|0.0]% below its highest close of the past year.",
        "Lanternfish added [contribution(HARBT, XHBR:LANT, 1d)|0.0] points to the Harbour Tech Index on the day, [contribution(HARBT, XHBR:LANT, 1d, in=share)|0.0]% of its rise, and rose [return(XHBR:LANT, 1d)|0.0]%.",
        "Gullstone took [contribution(HARB, XHBR:GULL, 1d)|0.0] points off the Harbour Index on the day, and fell [return(XHBR:GULL, 1d)|0.0]%.",
        "Lanternfish added [contribution(HARBT, XHBR:LANT, ytd)|0.0] points to the Harbour Tech Index this year, [contribution(HARBT, XHBR:LANT, ytd, in=share)|0.0]% of its rise, and rose [return(XHBR:LANT, ytd)|0.0]%. The three largest contributors account for [top-contribution(HARBT, ytd, 3)|0.0]% of the rise.",
        "Of the Harbour Index’s price return of [rerating(HARB, ytd, part=total, in=scaled, basis=price)|0.0]% this year, [rerating(HARB, ytd, part=multiple, in=scaled, basis=price)|+0.0] percentage points came from the trailing P/E and [rerating(HARB, ytd, part=earnings, in=scaled, basis=price)|+0.00] percentage points from earnings.",
        "Of the Harbour Index’s price return of [rerating(HARB, ytd, part=total, in=scaled, basis=price, on=price_to_book)|0.0]% this year, [rerating(HARB, ytd, part=multiple, in=scaled, basis=price, on=price_to_book)|+0.0] percentage points came from the price-to-book ratio and [rerating(HARB, ytd, part=earnings, in=scaled, basis=price, on=price_to_book)|+0.00] percentage points from book value.",
        "The Harbour Tech Index trades at [pe(HARBT)|0.0] times trailing earnings, against [pe(HARB)|0.0] times for the Harbour Index, a premium of [discount(HARBT, pe_trailing, HARB)|0]%. Its P/E was at or below that level on [percentile(HARBT, pe_trailing, 3y)|0.0]% of days over the past three years. "
            + "It is [z-score(HARBT, pe_trailing, 3y)|0.00] standard deviations above its mean of the past three years. It trades at [pb(HARBT)|0.00] times book value and yields [dividend-yield(HARBT)|0.0]%.",
        "The Harbour Index trades at [pe(HARB)|0.0] times trailing earnings, against [pe(HARBT)|0.0] times for the Harbour Tech Index, a discount of [discount(HARB, pe_trailing, HARBT)|0]%. It yields [dividend-yield(HARB)|0.0]%.",
        TechClosed + "Its earnings yield is [equity-risk-premium(HARBT, XHBR)|0.0] percentage points above the ten-year yield of the Harbour stock market.",
        "Lanternfish is worth $[market-value(XHBR:LANT)|0.0bn] in the market. It has added $[market-value-change(XHBR:LANT, ytd)|0.00bn] of market value this year, $[value-added(XHBR:LANT, ytd, part=issuance)|0.00bn] of it by new shares.",
        Closed + "Of its [breadth(HARB, 1d, figure=members)|0] members, [breadth(HARB, 1d, figure=advancers)|0] rose and [breadth(HARB, 1d, figure=decliners)|0] fell on the day.",
        GrowthClosed + "Of its [breadth(HARBG, ytd, figure=members)|0] members, [breadth(HARBG, ytd, figure=advancers)|0] rose, [breadth(HARBG, ytd, figure=decliners)|0] fell, [breadth(HARBG, ytd, figure=unchanged)|0] were unchanged and [breadth(HARBG, ytd, figure=suspended)|0] were suspended this year.",
        GrowthClosed + "[share-above-average(HARBG, sessions=50)|0.0]% of its members closed above their 50-day average. [new-highs-lows(HARBG, sessions=250, figure=highs)|0] members closed at a 250-day high and [new-highs-lows(HARBG, sessions=250, figure=lows)|0] at a 250-day low. "
            + "[share-beating(HARBG, ytd)|0.0]% of its members beat the index this year. An equally weighted basket of its members returned [equal-minus-cap(HARBG, ytd)|0.0] percentage points more than the index this year.",
        Closed + "Its three largest members make up [weight(HARB, top=3)|0.0]% of its weight. The Herfindahl-Hirschman index of its weights is [hhi(HARB)|0.0000], as if it held [effective-number(HARB)|0.0] members of equal weight. "
            + "The average pairwise correlation of its members over the past three months was [average-correlation(HARB, 3m)|0.00].",
        TechClosed + "Over the past month its members made up [turnover-share(HARBT, 1m, XHBR)|0.0]% of the turnover of the Harbour stock market and [value-share(HARBT, XHBR)|0.0]% of its value, a crowding ratio of [crowding(HARBT, 1m, XHBR)|0.00].",
        "The average daily turnover of the Harbour stock market was $[average-daily-turnover(XHBR, 2025-01)|0.00bn] in January 2025.",
        "Net buying of Harbour stocks through southbound Stock Connect was $[connect-flow(XHBR, southbound, 3m, figure=net)|0.00bn] over the past three months.",
        "Turnover through southbound Stock Connect made up [connect-participation(XHBR, southbound, 1m)|0.0]% of the turnover of the Harbour stock market over the past month.",
        "The margin financing balance of the Harbour stock market stood at $[observation(XHBR, margin_financing_balance)|0.00bn] on 28 February 2025, [margin-to-value(XHBR)|0.00]% of its market value. Buying on margin made up [margin-buying-share(XHBR, 1m)|0.0]% of its turnover over the past month.",
        "If earnings rose 10% and the multiple fell 20%, the Harbour Tech Index would fall [scenario-return(HARBT, 10, -20)|0.0]%.",
        "For the Harbour Tech Index to fall 30% while earnings fell 10%, the multiple would have to fall [must-believe(HARBT, -30, -10)|0.0]%.",
        TechClosed + "At a discount rate of 9%, its dividend yield implies dividends that grow [implied-growth(HARBT, 9)|0.0]% a year.",
    ];

    /// <summary>The same in other words.</summary>
    public static TheoryData<string> Paraphrases { get; } =
    [
        Closed + "[breadth(HARB, 1d, figure=advancers)|0] of its [breadth(HARB, 1d, figure=members)|0] members rose.",
        "In the Harbour Index, advancers outnumbered decliners by [breadth(HARB, 1d, figure=advancers)|0] to [breadth(HARB, 1d, figure=decliners)|0] on Friday.",
        "On the Harbour Index there were [breadth(HARB, 1d, figure=advancers)|0] advancers and [breadth(HARB, 1d, figure=decliners)|0] decliner on Friday.",
        "[share-above-average(HARB, sessions=50)|0]% of the stocks in the Harbour Index are above their 50-day moving average.",
        "[new-highs-lows(HARBG, sessions=250, figure=highs)|0] stocks in the Harbour Growth Index hit 52-week highs.",
        "Only [share-beating(HARBG, ytd)|0]% of the Harbour Growth Index's members outperformed the index this year.",
        "The equal-weighted version of the Harbour Growth Index beat it by [equal-minus-cap(HARBG, ytd)|0.0] percentage points this year.",
        "The five largest members account for [weight(HARB, top=5)|0.0]% of the Harbour Index.",
        "The HHI of the Harbour Index is [hhi(HARB)|0.000], equivalent to [effective-number(HARB)|0.0] equally weighted stocks.",
        "The average correlation between members of the Harbour Index over the past three months was [average-correlation(HARB, 3m)|0.00].",
        "Members of the Harbour Growth Index made up [turnover-share(HARBG, 1m, XHBR)|0.0]% of the turnover of the Harbour stock market over the past month.",
        "The Harbour Tech Index trades on a P/E of [pe(HARBT)|0.0], a [discount(HARBT, pe_trailing, HARB)|0]% premium to the Harbour Index.",
        "The P/E of the Harbour Tech Index is [z-score(HARBT, pe_trailing, 3y)|0.0] standard deviations above its three-year average.",
        "Of the Harbour Tech Index's [return(HARBT, ytd)|0.0]% gain this year, [rerating(HARBT, ytd, part=multiple, in=scaled, basis=price)|0.0] percentage points came from a higher multiple.",
        "The higher P/E added [rerating(HARBT, ytd, part=multiple, in=scaled, basis=price)|0.0] percentage points to the Harbour Tech Index's price return this year.",
        "Volatility of the Harbour Tech Index over the past three months was [volatility(HARBT, 3m)|0]%.",
        "The Harbour Tech Index had a maximum drawdown of [max-drawdown(HARBT, 1y)|0.0]% over the past year.",
        "The top three contributors accounted for [top-contribution(HARBT, ytd, 3)|0]% of the Harbour Tech Index's rise this year.",
        "The Harbour Tech Index would lose [scenario-return(HARBT, -15, -20)|0]% if earnings fell 15% and valuations fell 20%.",
        "A 10% rise in earnings and a 20% fall in the multiple would take the Harbour Tech Index down [scenario-return(HARBT, 10, -20)|0]%.",
        "For the Harbour Index to lose 30% with earnings down 10%, its multiple must fall [must-believe(HARB, -30, -10)|0.0]%.",
        "At a required return of 9%, the Harbour Index's dividend yield implies growth of [implied-growth(HARB, 9)|0.0]% a year.",
        "Margin debt on the Harbour stock market stood at $[observation(XHBR, margin_financing_balance)|0.0bn] on Friday, or [margin-to-value(XHBR)|0.0]% of market value.",
        "Southbound investors bought a net $[connect-flow(XHBR, southbound, 3m, figure=net)|0.00bn] of Harbour stocks over the past three months.",
        "Daily turnover on the Harbour Exchange averaged $[average-daily-turnover(XHBR, 2025-01)|0.00bn] in January 2025.",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    [MemberData(nameof(Paraphrases))]
    public void Judge_ConfirmsEveryNumberByItsQuestion(string template)
    {
        var text = FilledText.Of(template);
        var report = text.Check();

        Assert.Empty(report.Unread);
        Assert.All(report.Claims, claim => Assert.True(claim.Verdict == Verdict.Confirmed, $"{claim.Verdict} '{claim.Span.Text}': {claim.Reason}"));
        Assert.Equal(text.Expressions.Order(StringComparer.Ordinal), report.Claims.Where(claim => claim.Stated.Value is not null).Select(claim => claim.Expression).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    [MemberData(nameof(Paraphrases))]
    public void Judge_FindsTheChangedNumberAloneWrong(string template)
    {
        var text = FilledText.Of(template);
        for (var changed = 0; changed < text.Count; changed++)
        {
            var claims = text.Check(changed).Claims;

            Assert.Equal([text.Expressions[changed]], claims.Where(claim => claim.Verdict != Verdict.Confirmed).Select(claim => claim.Expression));
            Assert.Contains(claims, claim => claim.Verdict is Verdict.Contradicted or Verdict.Inconsistent);
        }
    }

    [Theory]
    [InlineData("The average daily turnover of the Harbour stock market was $0.94 billion in January 2025, 4.6% less than in December 2024.", "ratio-of-means(XHBR, average_daily_turnover, 2025-01, 2024-12) @ 2025-02-28", Verdict.Confirmed)] // 0.9543
    [InlineData("The average daily turnover of the Harbour stock market was $0.94 billion in January 2025, 4.6% more than in December 2024.", "ratio-of-means(XHBR, average_daily_turnover, 2025-01, 2024-12) @ 2025-02-28", Verdict.Contradicted)]
    [InlineData("Average daily turnover on the Harbour Exchange fell 4.6% from December to $944 million in January.", "ratio-of-means(XHBR, average_daily_turnover, 2025-01, 2024-12) @ 2025-02-28", Verdict.Confirmed)]
    [InlineData("Eleven of the Harbour Index's twelve members rose on Friday.", "breadth(HARB, 1d, figure=advancers) @ 2025-02-28", Verdict.Confirmed)] // Gullstone fell
    [InlineData("Nine of the Harbour Index's twelve members rose on Friday.", "breadth(HARB, 1d, figure=advancers) @ 2025-02-28", Verdict.Contradicted)]
    [InlineData("Nine in ten of the Harbour Index’s members rose on Friday.", "breadth(HARB, 1d, figure=share) @ 2025-02-28", Verdict.Confirmed)] // 91.7%
    [InlineData("Six in ten of the Harbour Index’s members rose on Friday.", "breadth(HARB, 1d, figure=share) @ 2025-02-28", Verdict.Contradicted)]
    [InlineData("The Harbour Tech Index's P/E stands at the 100th percentile of its past three years.", "percentile(HARBT, pe_trailing, 3y) @ 2025-02-28", Verdict.Confirmed)]
    [InlineData("The Harbour Tech Index's P/E stands at the 60th percentile of its past three years.", "percentile(HARBT, pe_trailing, 3y) @ 2025-02-28", Verdict.Contradicted)]
    [InlineData("The HHI of the Harbour Index is 1,305.", "hhi(HARB) @ 2025-02-28", Verdict.Confirmed)] // 0.1305 on the scale of 10,000
    [InlineData("Net selling of Harbour stocks through southbound Stock Connect was $0.15 billion over the past month.", "connect-flow(XHBR, southbound, 1m, figure=net) @ 2025-02-28", Verdict.Contradicted)] // it was buying
    [InlineData("40% of the Harbour Growth Index's members lagged the index this year.", "share-beating(HARBG, ytd) @ 2025-02-28", Verdict.Contradicted)] // 40% beat it
    [InlineData("60% of the Harbour Growth Index's members lagged the index this year.", "share-beating(HARBG, ytd) @ 2025-02-28", Verdict.Confirmed)]
    public void Judge_ReadsOtherWords(string text, string expression, Verdict verdict) =>
        Assert.Contains(FilledText.Run(text).Claims, claim => (claim.Expression, claim.Verdict) == (expression, verdict));

    [Theory]
    [InlineData("Of the Harbour Tech Index’s 5 members, 3 rose and 2 fell on the day.", "no-data")]
    [InlineData("90% of the Harbour Tech Index’s members closed above their 50-day average.", "no-data")]
    [InlineData("The ten largest members make up 60% of the Harbour Tech Index.", "no-data")]
    [InlineData("The HHI of the Harbour Tech Index is 0.05.", "no-data")]
    [InlineData("The average correlation of the Harbour Tech Index's members over the past month was 0.4.", "no-data")]
    [InlineData("Of the Harbour Tech Index’s price return of 8.1% this year, 5.0 percentage points came from the trailing P/E.", "no-data")]
    [InlineData("The Harbour Tech Index’s volatility was 20%.", "no-window")]
    [InlineData("Half of the members of the Nikkei rose on Friday.", "no-data")]
    public void Judge_SaysWhatIsMissing(string text, string code)
    {
        // This market has one member of one index and no members of the Tech index, no share counts of it and no multiples.
        var claim = ClaimMarket.Claims(text)[^1];

        Assert.Equal(Verdict.Unchecked, claim.Verdict);
        Assert.StartsWith(code, claim.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NamesTheRowsThatWouldSettleACount() =>
        Assert.Contains("constituents", ClaimMarket.Claims("Of the Harbour Tech Index’s 5 members, 3 rose on the day.")[^1].Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("The Harbour Index rose 2.4% on Friday. Three of its members fell by more than 3%.")]
    [InlineData("The Harbour Index rose 2.4% on Friday. Its five largest members fell.")]
    [InlineData("The Harbour Index rose 2.4% on Friday. Two members of the board lost their seats.")]
    [InlineData("The committee has 12 members.")]
    [InlineData("Lanternfish fell 2% on Friday; 10% of revenue came from dividends.")]
    [InlineData("The union said 80% of its members were above the age of 40.")]
    [InlineData("Lanternfish would lose 5% of its customers if prices rose 10%.")]
    [InlineData("The correlation between rain and umbrellas was 0.9.")]
    public void Read_AsksNothingWhereNothingIsSaid(string text) =>
        Assert.DoesNotContain(new ClaimReader(FilledText.Market).Read(text).Drafts, draft => draft.Metric == ClaimMetric.Asked && !draft.Subject.Candidates.IsEmpty);

    [Fact]
    public void Judge_KeepsTheSubjectOfTheParagraphPastAComparison()
    {
        var report = FilledText.Of("The Harbour Tech Index trades at [pe(HARBT)|0.0] times trailing earnings, against [pe(HARB)|0.0] times for the Harbour Index. The index closed at [level(HARBT)|0.00]. [breadth(HARBT, 1d, figure=advancers)|0] members rose on the day.").Check();

        Assert.All(report.Claims, claim => Assert.Equal(Verdict.Confirmed, claim.Verdict));
        Assert.Equal(["HARBT", "HARB", "HARBT", "HARBT"], report.Claims.Select(claim => claim.Subject.Id));
    }

    [Theory]
    [InlineData("Ferrymoor Shipping rose 2% on Friday. It was the highest close in the data, which begin on 3 January 2022.", Verdict.Contradicted)] // 40.22 on 2022-08-16
    [InlineData("The Harbour Tech Index rose 3.8% on Friday. It was the highest close in the data, which begin on 3 January 2022.", Verdict.Confirmed)]
    [InlineData("The Harbour Index rose 2.4% on Friday. It was the highest close since 3 January 2022.", Verdict.Confirmed)]
    [InlineData("The Harbour Index rose 2.4% on Friday. It was the highest close since 14 June 2024.", Verdict.Near)] // for longer than said
    [InlineData("The Harbour Tech Index fell on Friday. It was the worst day since 3 January 2022.", Verdict.Contradicted)]
    public void Judge_HoldsASuperlativeToItsDay(string text, Verdict verdict) =>
        Assert.Equal(verdict, FilledText.Run(text).Claims.Last(claim => claim.Type == "superlative_rank").Verdict);
}
