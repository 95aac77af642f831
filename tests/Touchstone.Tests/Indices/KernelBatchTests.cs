using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices;

/// <summary>A batch against one review after the other and a calculation from day to day, on whatever a seed draws.</summary>
public class KernelBatchTests
{
    [Fact]
    public void Run_IsReviewsAndDivisorCalculation()
    {
        var (known, asked, reviews) = (0, 0, 0);
        Property.Holds(random =>
        {
            var drawn = new RandomBatch(random);
            var batch = IndexBatch.Together(drawn.Market, drawn.Rulebooks, drawn.Span);
            for (var i = 0; i < batch.Length; i++)
            {
                asked++;
                if (!batch[i].HasValue)
                {
                    Assert.Contains("outside the batch's rules", batch[i].Problem!.Message, StringComparison.Ordinal);
                    continue;
                }

                var (holdings, levels) = Slowly(drawn, drawn.Rulebooks[i]);
                Assert.Equal(holdings.Select(Members), batch[i].Value.Reviews.Select(Members));
                Assert.All(holdings.Zip(batch[i].Value.Reviews), pair => Assert.All(pair.First.Select((holding, place) => holding.Cap / pair.Second.FactorAt(place)), ratio => Assert.Equal(1, ratio, 11)));
                Assert.Equal(levels, batch[i].Value.Levels.ToArray().Select(level => LevelRounding.Publish(level, 2)));
                known++;
                reviews += holdings.Count;
            }
        }, 600);

        // Most of what is drawn can be calculated, or the test would say little.
        Assert.InRange(known, asked * 6 / 10, asked);
        Assert.InRange(reviews, 3 * known, int.MaxValue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    public void Run_IsRightAtTheEdgesOfBlocks(int sessions)
    {
        var known = 0;
        Property.Holds(random =>
        {
            var drawn = new RandomBatch(random, sessions);
            var batch = IndexBatch.Together(drawn.Market, drawn.Rulebooks, drawn.Span);
            for (var i = 0; i < batch.Length; i++)
            {
                if (batch[i].HasValue)
                {
                    Assert.Equal(Slowly(drawn, drawn.Rulebooks[i]).Levels, batch[i].Value.Levels.ToArray().Select(level => LevelRounding.Publish(level, 2)));
                    known++;
                }
            }
        }, 30);
        Assert.InRange(known, 30, 90);
    }

    [Fact]
    public void Run_GivesTheSameBytesOnAnyNumberOfThreads() => Property.Holds(random =>
    {
        var drawn = new RandomBatch(random);
        var one = Bytes(IndexBatch.Run(drawn.Market, drawn.Rulebooks, drawn.Span, 1));
        Assert.Equal(one, Bytes(IndexBatch.Run(drawn.Market, drawn.Rulebooks, drawn.Span, 2)));
        Assert.Equal(one, Bytes(IndexBatch.Run(drawn.Market, [drawn.Rulebooks[0], drawn.Rulebooks[1], drawn.Rulebooks[2]], drawn.Span, 5)));
    }, 100);

    [Fact]
    public void Run_IsTheCalculationOfEachByItself() => Property.Holds(random =>
    {
        var drawn = new RandomBatch(random);
        var batch = IndexBatch.Run(drawn.Market, drawn.Rulebooks, drawn.Span);
        for (var i = 0; i < batch.Length; i++)
        {
            var alone = RulebookCalculation.Run(drawn.Market, drawn.Rulebooks[i], drawn.Span, new CalculationOptions { FromRules = true });
            Assert.Equal(alone.Problem?.Message, batch[i].Problem?.Message);
            if (alone.HasValue)
            {
                Assert.Equal(alone.Value.History.Levels.Select(level => LevelRounding.Publish(level.Price, 2)), batch[i].Value.Levels.ToArray().Select(level => LevelRounding.Publish(level, 2)));
                Assert.Equal(alone.Value.Reviews.Select(review => Members(review.Holdings)), batch[i].Value.Reviews.Select(Members));
                Assert.Equal(1, batch[i].Value.Divisors[^1].Value / alone.Value.History.Last.Divisor * Scale(alone.Value, batch[i].Value), 10);
            }
        }
    }, 300);

    // Equal weights leave the size of the units open; a divisor goes with it.
    private static double Scale(IndexCalculation alone, BatchedIndex batch) => alone.StartDivisor / batch.Divisors[0].Value;

    private static string Members(ImmutableArray<Holding> holdings) => string.Join(' ', holdings.Select(holding => holding.Instrument));

    private static string Members(BatchedReview review) => string.Join(' ', Enumerable.Range(0, review.Count).Select(review.MemberAt));

    private static string Bytes(Answer<BatchedIndex>[] batch) => string.Join('\n', batch.Select(answer => answer.HasValue
        ? Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(answer.Value.Levels.Span)) + string.Join(' ', answer.Value.Divisors) + string.Join(' ', answer.Value.Reviews.Select(Members))
        : answer.Problem.Message));

    /// <summary>Reviews by the review engine, events of members by hand, levels by the divisor calculation.</summary>
    private static (List<ImmutableArray<Holding>> Holdings, IEnumerable<decimal> Levels) Slowly(RandomBatch drawn, Rulebook rulebook)
    {
        var (market, days) = (drawn.Market, drawn.Sessions);
        var events = new List<IndexEvent>();
        var all = new List<ImmutableArray<Holding>> { ReviewOn(days[0], MembersBefore.None) };
        var members = all[0].Select(holding => holding.Instrument).ToHashSet();
        foreach (var day in days.Skip(1))
        {
            var actions = market.Rows.Actions.Where(action => action.ExDate == day).ToArray();
            foreach (var action in actions.Where(action => action.Kind == "delist" && members.Remove(action.Instrument)))
            {
                events.Add(action.Cash is { } price ? new Delisting(day, action.Instrument, price) : new Deletion(day, action.Instrument));
            }

            if (rulebook.Reviews.Any(review => review.Effective == day))
            {
                all.Add(ReviewOn(day, new MembersBefore([.. members.Order()], null)));
                events.Add(new Review(day, all[^1]));
                members = [.. all[^1].Select(holding => holding.Instrument)];
            }

            events.AddRange(actions.Where(action => members.Contains(action.Instrument)).Select(action => Event(action, rulebook.Versions[0].Actions)).OfType<IndexEvent>());
        }

        // Splits of the base day itself are in its closes; units that stay as they are do not take them.
        var rule = RulebookCalculation.HoldingOf(rulebook.Versions[0]);
        var basket = Basket.Of("HKD", rule, all[0].Select(holding => new Holding(
            holding.Instrument, holding.Shares * (rule == HoldingRule.KeepUnits ? 1 : ShareRatio.Between(market.Actions(holding.Instrument), days[0].AddDays(-1), days[0])), holding.FreeFloat, holding.Cap))).Value;
        var history = DivisorCalculation.Run(new IndexPlan { Basket = basket, BaseLevel = rulebook.BaseLevel, Events = [.. events] }, [.. days.Select(day => Closes(market, day))]);
        return (all, history.Value.Levels.Select(level => LevelRounding.Publish(level.Price, 2)));

        ImmutableArray<Holding> ReviewOn(DateOnly day, MembersBefore before) =>
            [.. ReviewEngine.Run(market, rulebook, rulebook.Reviews.Single(review => review.Effective == day), before).Value.Holdings.Select(holding => new Holding(holding.Instrument, holding.Shares, holding.FreeFloat, holding.Cap))];
    }

    private static IndexEvent? Event(CorporateAction action, ActionRules rules) => action.Kind switch
    {
        "split" => new Split(action.ExDate, action.Instrument, action.Ratio!.Value),
        "consolidation" => new Consolidation(action.ExDate, action.Instrument, 1 / action.Ratio!.Value),
        "bonus" => new BonusIssue(action.ExDate, action.Instrument, action.Ratio!.Value - 1),
        "special" when rules.SpecialDividend == SpecialDividendTreatment.Adjusted => new SpecialDividend(action.ExDate, action.Instrument, action.Cash!.Value),
        _ => null,
    };

    /// <summary>The closes of a day, with the last one of a suspended stock as its splits leave it.</summary>
    private static ClosingPrices Closes(Market market, DateOnly day) => ClosingPrices.Of(day, market.Rows.Instruments
        .Select(stock => (stock.Id, Close: StockClose.OnOrBefore(market, stock.Id, day)))
        .Where(pair => pair.Close is { } close && (close.Day == day || StockClose.IsSuspended(market, pair.Id, day)))
        .Select(pair => (pair.Id, pair.Close!.Value.Price)));
}
