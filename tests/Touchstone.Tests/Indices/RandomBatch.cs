using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>A small random market with corporate actions, and random rules that a batch knows, all from one seed.</summary>
internal sealed class RandomBatch
{
    public const string Exchange = "XTST";

    private readonly Random _random;
    private readonly DateOnly[] _days;
    private readonly int _lead;

    public RandomBatch(Random random, int sessions = 0)
    {
        _random = random;
        _lead = random.Next(1, 6);
        var length = _lead + (sessions > 0 ? sessions : random.Next(3, 120));
        _days = [.. Enumerable.Range(0, length * 2).Select(TwoStocks.Base.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Take(length)];
        Span = new DateSpan(_days[_lead], _days[^1]);
        var market = new TestMarket();
        var stocks = random.Next(4, 14);
        for (var i = 0; i < stocks; i++)
        {
            AddStock(market, $"{Exchange}:{i:00}");
        }

        Market = market.Build();
        Rulebooks = [.. Enumerable.Range(0, 3).Select(Rules)];
    }

    public Market Market { get; }

    public Rulebook[] Rulebooks { get; }

    public DateSpan Span { get; }

    public ImmutableArray<DateOnly> Sessions => [.. _days.Skip(_lead)];

    private bool Chance(double part) => _random.NextDouble() < part;

    private void AddStock(TestMarket market, string id)
    {
        market.Equity(id).Classified(id, "industry", $"i{_random.Next(3)}", "2020-01-01");
        if (Chance(0.2))
        {
            market.Classified(id, "industry", "extra", "2020-01-01", Text(Day()));
        }

        market.Shares(id, "2020-01-01", _random.Next(1, 1000) * 1000.0, FreeFloat());
        for (var rows = _random.Next(4); rows > 0; rows--)
        {
            market.Shares(id, Text(Day()), _random.Next(1, 1000) * 1000.0, FreeFloat());
        }

        var (close, halted, rows2) = (10 + (90 * _random.NextDouble()), false, new List<(string, double)>());
        for (var session = 0; session < _days.Length; session++)
        {
            if (session > 0 && Chance(0.03))
            {
                var (ratio, day) = (_random.Next(2, 5), Text(_days[session]));
                switch (_random.Next(6))
                {
                    case 0:
                        market.Split(id, day, ratio);
                        close /= ratio;
                        break;
                    case 1:
                        market.Action(id, day, "consolidation", 1.0 / ratio);
                        close *= ratio;
                        break;
                    case 2:
                        market.Action(id, day, "bonus", 1 + (0.25 * ratio));
                        close /= 1 + (0.25 * ratio);
                        break;
                    case 3 when !halted:
                        market.Action(id, day, "special", cash: close / 20);
                        close *= 0.95;
                        break;
                    case 4:
                        market.Action(id, day, "cash", cash: close / 50);
                        break;
                    case 5:
                        market.Action(id, day, halted ? "resume" : "suspend");
                        halted = !halted;
                        break;
                }
            }

            if (session > 3 && Chance(0.004))
            {
                market.Action(id, Text(_days[session]), "delist", cash: Chance(0.5) ? _random.Next(3) * close / 2 : null);
                break;
            }

            close *= 0.9 + (0.205 * _random.NextDouble());
            if (!halted && !Chance(0.0005))
            {
                rows2.Add((Text(_days[session]), Math.Round(close, 3)));
            }
        }

        market.Closes(id, [.. rows2]);
    }

    private double? FreeFloat() => Chance(0.03) ? null : Math.Round(0.05 + (0.95 * _random.NextDouble()), 2);

    private DateOnly Day() => _days[_random.Next(_days.Length)];

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");

    private Rulebook Rules(int number)
    {
        var (count, reviews, last) = (_random.Next(2, 6), new List<ReviewDates>(), 0);
        for (var effective = _lead; effective < _days.Length; effective += _random.Next(2, 40))
        {
            var prices = _random.Next(last, effective);
            var cutOff = _random.Next(last, prices + 1);
            reviews.Add(new ReviewDates(_days[cutOff], _days[prices], _days[effective], reviews.Count > 0 && Chance(0.2) ? ReviewKind.Rebalance : ReviewKind.Reconstitution));
            last = Math.Max(0, effective - 10);
        }

        var screens = ImmutableArray.CreateBuilder<Screen>();
        var figure = new RankField(Chance(0.5) ? RankFigure.MarketValue : RankFigure.FloatMarketValue);
        if (Chance(0.5))
        {
            screens.Add(new ClassificationScreen("industry", Chance(0.7) ? ["i0", "i1", "nothing"] : [], Chance(0.5) ? ["extra"] : []));
        }

        if (Chance(0.3))
        {
            screens.Add(new FigureScreen(new RankField(Chance(0.5) ? RankFigure.MarketValue : RankFigure.FloatMarketValue), Chance(0.7) ? 1e6 : null, Chance(0.5) ? 6e7 : null));
        }

        if (Chance(0.3))
        {
            screens.Add(Chance(0.5) ? new RankScreen(figure, _random.Next(3, 9)) : new RankScreen(figure, DropLowest: Percent.FromPoints(10 * _random.Next(1, 5))));
        }

        ImmutableArray<CapRule> caps = _random.Next(4) switch
        {
            0 => [new SingleCap(Percent.FromPoints(40 + (20 * _random.NextDouble())))],
            1 => [new SingleCap(Percent.FromPoints(35), Percent.FromPoints(45)), new TopCap(1, Percent.FromPoints(34))],
            2 => [new TopCap(_random.Next(1, 3), Percent.FromPoints(60), Percent.FromPoints(55), Percent.FromPoints(30))],
            _ => [],
        };
        return new Rulebook
        {
            Id = new InstrumentId($"INDEX{number}"), Name = "Index", Currency = "HKD", Exchange = Exchange, BaseDate = Span.First, BaseLevel = 100 + (5000 * _random.NextDouble()), Reviews = [.. reviews],
            Versions =
            [
                new RulebookVersion
                {
                    From = _days[0], Universe = Universe.Of(Exchange), Screens = screens.ToImmutable(), Ranking = new Ranking([figure]),
                    Selection = new Selection { Count = count, EnterWithin = Chance(0.5) ? _random.Next(1, count + 1) : null, StayWithin = Chance(0.5) ? count + _random.Next(4) : null },
                    Shares = _random.Next(4) switch
                    {
                        0 => ShareRule.Total,
                        1 => new ShareRule { FreeFloat = true },
                        2 => new ShareRule { FloatMultiple = 1.5 },
                        _ => new ShareRule { FreeFloat = true, Bands = [new FloatBand(Percent.FromPoints(15)), new FloatBand(Percent.FromPoints(80), null, Percent.FromPoints(10)), new FloatBand(Percent.FromPoints(100), Percent.FromPoints(100))] },
                    },
                    Weighting = Chance(0.3) ? Weighting.Equal : Weighting.MarketValue,
                    Caps = new CapPlan { AtReconstitution = caps, AtRebalance = Chance(0.5) ? caps : [] },
                    Actions = new ActionRules { Holding = Chance(0.2) ? (HoldingRule)_random.Next(3) : null, SpecialDividend = Chance(0.2) ? SpecialDividendTreatment.AsOrdinary : SpecialDividendTreatment.Adjusted },
                },
            ],
        };
    }
}
