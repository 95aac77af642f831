using System.Globalization;

namespace Touchstone.Samples;

/// <summary>Writes the article and the note that gives its faults away.</summary>
internal static class SampleArticle
{
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"];

    /// <summary>The article as Markdown.</summary>
    public static string Write(SampleMarket market, SampleStory story)
    {
        var (broad, tech) = (market.Broad, market.Technology);
        var points = story.LevelOf(broad, 0) - story.LevelOf(broad, 1);
        var thursdayPoints = story.LevelOf(tech, 1) - story.LevelOf(tech, 2);
        var excess = story.TechnologyMoves.Year - story.BroadMoves.Year;
        return Text($"""
            # Harbour stocks reach a three-year high as the Chartroom rally rolls on

            *28 February 2025*

            Technology shares on the Harbour Exchange extended a dramatic run, with the Harbour Tech Index closing {One(story.TechnologyMoves.Day)}% higher on Friday and gaining {Whole(story.TechnologyMoves.Year)}% year-to-date. The gauge rose for {Ordinal(story.Streak)} straight session. It is up {Whole(story.SinceEvent)}% since the launch of Chartroom, the low-cost language model that Lanternfish Labs released last month.

            The broader Harbour Index rose {Two(points)} points, or {One(story.BroadMoves.Day)}%, to {Two(story.LevelOf(broad, 0))} on Friday, a three-year high. It climbed {One(story.BroadMoves.Week)}% for the week, its biggest weekly gain since {Month(story.BetterWeek)}, and has gained {Whole(story.BroadMoves.Year)}% since the start of the year. The Harbour Tech Index has outperformed the Harbour Index by {Whole(excess)} percentage points this year.

            On Thursday, the Harbour Tech Index added {Two(thursdayPoints)} points, or {One(story.WrongTriple.Said)}%, to {Two(story.LevelOf(tech, 1))}. The model costs a fraction of what larger rivals charge, and its release has turned a quiet corner of the market into the busiest.

            ## Winners and losers

            Lanternfish has been the primary beneficiary, with its shares closing {One(story.DayOf("LANT"))}% higher on Friday at ${Two(story.CloseOf("LANT"))}, adding ${One(story.ValueGainOf("LANT"))} billion in market value in a single day. The stock is up {Whole(story.YearOf("LANT"))}% year-to-date. Other major winners include {Listed(story.DoubleDigit.Select(company => company.Short))}, {(story.DoubleDigit.Length == 2 ? "both" : "all")} posting double-digit percentage gains this year. Tidewrack Games jumped {Whole(story.WrongReturn.Said)}% in February. Windlass Motors is up {Whole(story.PastYearOf("WIND"))}% over the past year; its shares were split in May.

            Not everyone took part. Gullstone Energy fell {One(-story.DayOf("GULL"))}% on Friday. Ferrymoor Shipping closed at a record high.

            ## Turnover and valuations

            Trading has picked up as well. February's average daily turnover on the Harbour Exchange was {Rise(story.TurnoverRatio)} higher than January. According to a note from Mooring Research on Wednesday, companies with a stake in language models now account for over 60% of the exchange's turnover, despite representing just 25% of market capitalization.

            Even after the rally, the Harbour Index is trading at a P/E ratio of just {Multiple(market, broad)}, a discount to the Harbour Tech Index at {Multiple(market, tech)}. Saltire Brokers expects the Harbour Tech Index to reach {Forecast(story.LevelOf(tech, 0))} by the end of the year.

            Others are less sure. "The harbour has seen fog before," Mooring Research wrote. In an extreme scenario, it said, a shortage of chips and a stricter export regime could combine to a 2% reduction from current prices. Company results are due in March, and they will show whether earnings keep up with the mood. Until then, traders will watch how many firms keep paying for Chartroom, and whether the port authority follows with a contract.

            *Everything in this article is made up: the exchange, the companies, the firms quoted and the prices.*

            """);
    }

    /// <summary>The note beside the article that tells which numbers are wrong.</summary>
    public static string WriteNotes(SampleMarket market, SampleStory story, int seed) => Text($"""
        # The harbour sample

        A fictional market of twelve companies on one exchange, two indices, three years and two months of days, and an article
        about it; and a board of smaller companies with an index whose rules are all in play. Written by
        `touchstone sample DIR --seed {seed}`; the same seed gives the same bytes. No company, firm, currency or price in it is real.

        `datapackage.json` names the tables. The Harbour Index and the Harbour Tech Index obey *level = sum of units × close / divisor*, rounded to two decimals;
        `rulebooks` says how each index is made.

        ## What is wrong in the article

        Four statements are false on purpose. All other figures come from the data.

        | the article says | it should say | what a check finds |
        |---|---|---|
        | Tidewrack Games jumped {Whole(story.WrongReturn.Said)}% in February | {One(story.WrongReturn.True)}% | contradicted |
        | On Thursday, the Harbour Tech Index added {Two(story.LevelOf(market.Technology, 1) - story.LevelOf(market.Technology, 2))} points, or {One(story.WrongTriple.Said)}%, to {Two(story.LevelOf(market.Technology, 1))} | {One(story.WrongTriple.True)}%: points, level and percent determine each other | inconsistent |
        | Ferrymoor Shipping closed at a record high | it closed at {Two(story.CloseOf("FERR"))}; its highest close was {Two(story.FerrymoorPeak.Close)} on {Date(story.FerrymoorPeak.Day)} | contradicted |
        | an extreme scenario … a 2% reduction from current prices | one ordinary day can do that; something is missing | implausible |

        Three more cannot be checked against this data, and a check must say so: the share of turnover of companies *with a stake in
        language models* (nobody says which they are), their share of market value, and the forecast for the end of the year.

        ## Flows and the economy

        `flows.csv` has the turnover of the main board by day, what was bought and sold through a trading link in both directions, margin
        financing, the offer prices of three later listings, and the accounts of the Tidal Coast by quarter. From 2024-09-02 on the exchange
        publishes the northbound total alone: `disclosures.csv` says so, and a question for northbound buying after that has the answer *not published*.

        {GrowthNotes.Write(market.Growth.Board)}
        """).TrimEnd('\n') + "\n";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).ReplaceLineEndings("\n");

    private static decimal Whole(decimal value) => Math.Round(value, 0, MidpointRounding.AwayFromZero);

    /// <summary>Rounded from the two decimals that the observations hold.</summary>
    private static decimal Multiple(SampleMarket market, SampleIndex index) =>
        Whole(Math.Round(SampleValuation.PriceToEarnings(market, index, SampleCalendar.Sessions.Length - 1), 2));

    private static string One(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Two(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Ordinal(int number) => $"{(number is 8 or 11 ? "an" : "a")} {Ordinals[number]}";

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static string Forecast(decimal level) => (Math.Round(level * 1.15m / 100) * 100).ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Rise(decimal ratio) => ratio is > 1.65m and < 1.685m
        ? "two-thirds"
        : throw new InvalidOperationException($"The turnover ratio {ratio} is not two-thirds up.");
}
