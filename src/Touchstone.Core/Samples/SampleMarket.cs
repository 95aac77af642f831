using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>Everything that happened on the Harbour Exchange.</summary>
internal sealed class SampleMarket
{
    /// <summary>The level of the Harbour Index on the first session.</summary>
    public const decimal BroadStart = 2_000;

    /// <summary>The level of the Harbour Tech Index on the first session.</summary>
    public const decimal TechnologyStart = 1_000;

    private const int Attempts = 2_000;
    private const decimal TurnoverRise = 1.667m;

    private readonly Lazy<GrowthStory> _growth;

    private SampleMarket(ImmutableArray<SampleBars> bars, SampleIndex broad, SampleIndex technology, ImmutableArray<decimal> krone, Lazy<GrowthStory> growth, SampleRandom flows) =>
        (Bars, Broad, Technology, Krone, _growth, FlowStream) = (bars, broad, technology, krone, growth, flows);

    /// <summary>The Growth Board with its index; drawn from streams of its own.</summary>
    public GrowthStory Growth => _growth.Value;

    /// <summary>The bars, one entry for each company of the main board.</summary>
    public ImmutableArray<SampleBars> Bars { get; }

    /// <summary>The Harbour Index.</summary>
    public SampleIndex Broad { get; }

    /// <summary>The Harbour Tech Index.</summary>
    public SampleIndex Technology { get; }

    /// <summary>The generator of the flows; only forks of it are drawn from.</summary>
    public SampleRandom FlowStream { get; }

    /// <summary>Harbour krone for one US dollar, one rate for each session.</summary>
    public ImmutableArray<decimal> Krone { get; }

    /// <summary>The bars of a company.</summary>
    public SampleBars BarsOf(string code) => Bars.Single(bars => bars.Company.Code == code);

    /// <summary>Draws markets until one fits the story that the article tells; the same seed always ends at the same market.</summary>
    /// <param name="seed">Any number.</param>
    public static (SampleMarket Market, SampleStory Story) Draw(int seed)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var market = DrawOnce(new SampleRandom(unchecked((ulong)seed * 1_000_003 + (ulong)attempt)));
            if (SampleStory.TryTell(market) is { } story)
            {
                return (market, story);
            }
        }

        throw new InvalidOperationException($"Seed {seed} gave no market that fits the story in {Attempts} attempts; try another seed.");
    }

    /// <summary>Mean daily turnover of the main board in a month, USD.</summary>
    public decimal AverageDailyTurnover(int year, int month)
    {
        var sessions = SampleCalendar.Sessions.Index().Where(item => item.Item.Year == year && item.Item.Month == month).Select(item => item.Index).ToList();
        return sessions.Sum(Turnover) / sessions.Count;
    }

    /// <summary>Turnover of the main board in a session, USD.</summary>
    public decimal Turnover(int session) => Bars.Where(bars => session >= bars.FirstIndex).Sum(bars => bars[session].Close * bars[session].Volume);

    /// <summary>The value of all shares of the main board at the close of a session, USD.</summary>
    public decimal MarketValue(int session) =>
        Bars.Where(bars => session >= bars.FirstIndex).Sum(bars => bars[session].Close * SampleActions.SharesOn(bars.Company, SampleCalendar.Sessions[session]));

    private static SampleMarket DrawOnce(SampleRandom random)
    {
        var moves = SampleMoves.Draw(random.Fork(0));
        var bars = SampleCompany.All.Select((company, number) => SampleBars.Draw(company, moves, random.Fork(number + 1))).ToImmutableArray();
        var broad = SampleIndex.Calculate("HARB", "Harbour Index", BroadStart, bars);
        var technology = SampleIndex.Calculate("HARBT", "Harbour Tech Index", TechnologyStart, [.. bars.Where(item => item.Company.Technology)]);
        var krone = DrawKrone(random.Fork(100));
        var market = new SampleMarket(bars, broad, technology, krone, new Lazy<GrowthStory>(() => GrowthStory.Draw(random, moves, krone)), random.Fork(200));
        market.ScaleFebruary();
        return market;
    }

    private static ImmutableArray<decimal> DrawKrone(SampleRandom random)
    {
        var rate = 6.25;
        return [.. SampleCalendar.Sessions.Select(_ =>
        {
            rate *= 1 + 0.002 * random.Normal();
            return Math.Round((decimal)rate, 4);
        })];
    }

    /// <summary>The rally brings trading: the last month's volumes are scaled so that its turnover is two-thirds above the month before.</summary>
    private void ScaleFebruary()
    {
        var factor = TurnoverRise * AverageDailyTurnover(2025, 1) / AverageDailyTurnover(2025, 2);
        for (var session = SampleCalendar.IndexOnOrBefore(new DateOnly(2025, 1, 31)) + 1; session < SampleCalendar.Sessions.Length; session++)
        {
            foreach (var item in Bars)
            {
                item[session] = item[session] with { Volume = (long)(item[session].Volume * factor / 100) * 100 };
            }
        }
    }
}
