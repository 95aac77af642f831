using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Bench;

/// <summary>A market in memory with prices that walk at random, quarterly share rows, industries, splits, special dividends and delistings; and rulebooks for many indices on it. All from one seed.</summary>
internal sealed class BatchMarket
{
    public const string Exchange = "XTST";
    private const int Industries = 30;

    // Sessions before the base day: the first review looks at their closes.
    private const int Before = 5;

    private readonly Random _random = new(20240229);
    private readonly int[] _days;

    public BatchMarket(int stocks, int sessions, int indices, int members)
    {
        var day = new DateOnly(2015, 1, 1);
        _days = [.. Enumerable.Range(0, sessions * 2).Select(day.AddDays).Where(item => item.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(sessions + Before).Select(item => item.DayNumber)];
        Span = new DateSpan(DateOnly.FromDayNumber(_days[Before]), DateOnly.FromDayNumber(_days[^1]));
        Market = Build(stocks);
        Rulebooks = [.. Enumerable.Range(0, indices).Select(i => Rules(i, members))];
    }

    public Market Market { get; }

    public Rulebook[] Rulebooks { get; }

    public DateSpan Span { get; }

    private Market Build(int stocks)
    {
        var file = new SourceFile("bench.csv", new string('0', 64));
        var (instruments, prices, shares, actions, classes) = (new List<Instrument>(), new List<PriceHistory>(), new List<ShareCount>(), new List<CorporateAction>(), new List<Classification>());
        for (var i = 0; i < stocks; i++)
        {
            var id = new InstrumentId($"{Exchange}:{i:0000}");
            var source = new RowSource(file, i + 2);
            instruments.Add(new Instrument(id, InstrumentKind.Equity, $"Stock {i}", [], Exchange, "HKD", null, null, source));
            classes.Add(new Classification(id, "industry", $"industry-{i % Industries:00}", DateOnly.FromDayNumber(_days[0]).AddYears(-5), null, null, source));
            var split = i % 25 == 3 ? _random.Next(Before + 1, _days.Length) : -1;
            var special = i % 25 == 7 ? _random.Next(Before + 1, _days.Length) : -1;
            var last = i % 100 == 11 ? _random.Next(200, _days.Length) : _days.Length;
            var closes = new double[last];
            var close = 5 + (95 * _random.NextDouble());
            for (var session = 0; session < last; session++)
            {
                close *= 1 + ((_random.NextDouble() - 0.4995) * 0.04);
                close /= session == split ? 2 : 1;
                close -= session == special ? close / 20 : 0;
                closes[session] = Math.Round(close, 3);
            }

            var count = Math.Round(Math.Exp(14 + (8 * _random.NextDouble())));
            for (var session = 0; session < last; session += 63)
            {
                shares.Add(new ShareCount(id, DateOnly.FromDayNumber(_days[session]).AddDays(-200), count * (session > split && split >= 0 ? 2 : 1), Math.Round(0.2 + (0.8 * _random.NextDouble()), 2), null, source));
                count = Math.Round(count * (1 + (0.01 * _random.NextDouble())));
            }

            Act(split, "split", 2, null);
            Act(special, "special", null, special > 0 && special < last ? Math.Round(closes[special] / 20, 3) : 1);
            Act(last < _days.Length ? last : -1, "delist", null, null);
            var columns = new ReadOnlyMemory<double>[Enum.GetValues<PriceField>().Length];
            columns[(int)PriceField.Close] = closes;
            prices.Add(new PriceHistory(id, "prices", new PriceBasis(CloseBasis.AsTraded, "as-traded", CloseBasis.Unstated, ""), file, _days[..last], new int[last], columns));

            void Act(int session, string kind, double? ratio, double? cash)
            {
                if (session > 0 && (session < last || kind == "delist"))
                {
                    actions.Add(new CorporateAction(id, DateOnly.FromDayNumber(_days[session]), kind, ratio, cash, null, null, null, null, source));
                }
            }
        }

        return new Market(new MarketRows
        {
            Name = "bench", Sha256 = new string('0', 64), Instruments = [.. instruments], Prices = [.. prices], Shares = [.. shares], Actions = [.. actions], Classifications = [.. classes],
        });
    }

    private Rulebook Rules(int index, int members)
    {
        var industries = Enumerable.Range(0, Industries).OrderBy(_ => _random.Next()).Take(_random.Next(8, 20)).Select(i => $"industry-{i:00}").Order(StringComparer.Ordinal).ToImmutableArray();
        var shift = 5 * (index % 4);
        var reviews = Enumerable.Range(1, _days.Length / 63)
            .Select(quarter => new ReviewDates(Day((quarter * 63) - 20 + shift), Day((quarter * 63) - 5 + shift), Day((quarter * 63) + shift)))
            .Where(review => review.Effective < Span.Last)
            .Prepend(new ReviewDates(Day(0), Day(2), Span.First));
        return new Rulebook
        {
            Id = new InstrumentId($"INDEX{index:0000}"), Name = $"Index {index}", Currency = "HKD", Exchange = Exchange, BaseDate = Span.First, BaseLevel = 1000,
            Versions =
            [
                new RulebookVersion
                {
                    From = Span.First.AddYears(-1), Universe = Universe.Of(Exchange), Screens = [new ClassificationScreen("industry", industries, [])],
                    Ranking = index % 3 == 0 ? new Ranking([new RankField(RankFigure.FloatMarketValue)]) : Ranking.ByMarketValue,
                    Selection = new Selection { Count = members, EnterWithin = members * 4 / 5, StayWithin = members * 6 / 5 },
                    Shares = index % 2 == 0 ? ShareRule.Total : new ShareRule { FreeFloat = true, Bands = [new FloatBand(Percent.FromPoints(15)), new FloatBand(Percent.FromPoints(80), null, Percent.FromPoints(10)), new FloatBand(Percent.FromPoints(100), Percent.FromPoints(100))] },
                    Weighting = index % 10 == 0 ? Weighting.Equal : Weighting.MarketValue,
                    Caps = (index % 4) switch
                    {
                        0 => CapPlan.None,
                        1 => new CapPlan { AtReconstitution = [new SingleCap(Percent.FromPoints(10))] },
                        2 => new CapPlan { AtReconstitution = [new SingleCap(Percent.FromPoints(5))] },
                        _ => new CapPlan { AtReconstitution = [new SingleCap(Percent.FromPoints(10)), new TopCap(5, Percent.FromPoints(40))] },
                    },
                },
            ],
            Reviews = [.. reviews],
        };
    }

    private DateOnly Day(int session) => DateOnly.FromDayNumber(_days[Math.Min(session, _days.Length - 1)]);
}
