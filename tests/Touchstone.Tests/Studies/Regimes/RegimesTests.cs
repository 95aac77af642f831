using Touchstone.Studies;

namespace Touchstone.Tests.Studies;

/// <summary>Bull and bear markets.</summary>
public class RegimesTests
{
    private static readonly DateOnly First = new(2000, 1, 31);

    /// <summary>Turning points by R bbdetection 1.0, which assumes a bull market at the start and lets a large move keep a short cycle; counted from 1.</summary>
    [SharedTheory]
    [InlineData("cyc300")]
    [InlineData("rw300")]
    public void Turns_AgreeWithBbdetection(string name)
    {
        var expected = ExuberanceVectors.File("bull_bear_vectors.json").GetProperty("series").GetProperty(name);
        var levels = Levels(ExuberanceVectors.Numbers(expected.GetProperty("prices")));

        Agrees("twenty_percent_rule", Regimes.TwentyPercent(levels, MarketState.Bull).Value);
        Agrees("lunde_timmermann_up20_down15", Regimes.LundeTimmermann(levels, Percent.FromPoints(20), Percent.FromPoints(15), MarketState.Bull).Value);
        Agrees("pagan_sossounov_8_6_4_16_20", Regimes.PaganSossounov(levels, new PaganSossounovOptions { LargeMovesKeepShortCycles = true }).Value);

        void Agrees(string rule, MarketRegimes regimes)
        {
            var turns = expected.GetProperty(rule);
            Assert.Equal(ExuberanceVectors.Wholes(turns.GetProperty("turning_points_1based")), regimes.Turns.Select(turn => turn.Position + 1));
            Assert.Equal(turns.GetProperty("type").EnumerateArray().Select(type => type.GetString()), regimes.Turns.Select(turn => turn.Kind == TurnKind.Peak ? "peak" : "trough"));
        }
    }

    /// <summary>100 to 80 is a fall of exactly 20%; 80 to 96 a rise of exactly 20%.</summary>
    [Fact]
    public void TwentyPercent_CountsExactlyTwenty()
    {
        var levels = Levels([95, 100, 90, 80, 85, 95.9, 96, 90]);

        var turns = Regimes.TwentyPercent(levels).Value.Turns;

        Assert.Equal(
            [new MarketTurn(TurnKind.Peak, 1, Day(1), 100, 3, Day(3)), new MarketTurn(TurnKind.Trough, 3, Day(3), 80, 6, Day(6))],
            turns.AsEnumerable());
    }

    [Fact]
    public void LundeTimmermann_WantsMoreThanTheThreshold()
    {
        var levels = Levels([95, 100, 90, 80, 85, 95.9, 96, 97]);

        Assert.Empty(Regimes.LundeTimmermann(Levels([95, 100, 90, 80, 85, 95.9, 96]), Percent.FromPoints(20), Percent.FromPoints(20)).Value.Turns);
        Assert.Equal([(1, 2), (3, 7)], Regimes.LundeTimmermann(levels, Percent.FromPoints(20), Percent.FromPoints(9)).Value.Turns.Select(turn => (turn.Position, turn.KnownPosition)));
    }

    [Fact]
    public void FirstThreshold_DecidesWhereNoStateIsAssumed()
    {
        var levels = Levels([100, 95, 90, 100, 108, 120]);

        Assert.Equal((TurnKind.Trough, 2, 4), Single(Regimes.TwentyPercent(levels).Value));
        Assert.Empty(Regimes.TwentyPercent(levels, MarketState.Bull).Value.Turns);
        Assert.Equal((TurnKind.Trough, 2, 4), Single(Regimes.TwentyPercent(levels, MarketState.Bear).Value));

        static (TurnKind Kind, int At, int Known) Single(MarketRegimes regimes) => regimes.Turns.Select(turn => (turn.Kind, turn.Position, turn.KnownPosition)).Single();
    }

    [Fact]
    public void States_AreSeenAfterwardsAndKnownOnTheDay()
    {
        var regimes = Regimes.TwentyPercent(Levels([95, 100, 90, 80, 85, 95.9, 96, 90])).Value;

        Assert.Equal(MarketState.Bull, regimes.StateOn(Day(1)).Value);
        Assert.Equal(MarketState.Bear, regimes.StateOn(Day(2)).Value);
        Assert.Equal(MarketState.Bear, regimes.StateOn(Day(3)).Value);
        Assert.Equal(MarketState.Bull, regimes.StateOn(Day(4)).Value);
        Assert.Equal(ProblemKind.Undefined, regimes.KnownStateOn(Day(2)).Problem!.Kind);
        Assert.Equal(MarketState.Bear, regimes.KnownStateOn(Day(3)).Value);
        Assert.Equal(MarketState.Bear, regimes.KnownStateOn(Day(5)).Value);
        Assert.Equal(MarketState.Bull, regimes.KnownStateOn(Day(6)).Value);
        Assert.Equal(ProblemKind.NoData, regimes.StateOn(First.AddDays(-1)).Problem!.Kind);
        Assert.Equal(MarketState.Bull, Regimes.TwentyPercent(Levels([1, 1.1]), MarketState.Bull).Value.KnownStateOn(Day(1)).Value);
    }

    /// <summary>95 to 100, 100 to 80, 80 to 90: +5.26%, -20%, +12.5%.</summary>
    [Fact]
    public void Phases_RunFromTurnToTurn()
    {
        var phases = Regimes.TwentyPercent(Levels([95, 100, 90, 80, 85, 95.9, 96, 90])).Value.Phases;

        Assert.Equal([MarketState.Bull, MarketState.Bear, MarketState.Bull], phases.Select(phase => phase.State));
        Assert.Equal([1, 2, 4], phases.Select(phase => phase.Steps));
        Assert.Equal([false, true, false], phases.Select(phase => phase.Complete));
        Assert.Equal([5.263, -20, 12.5], phases.Select(phase => Math.Round(phase.Amplitude.Points, 3)));
        Assert.Equal(new DateSpan(Day(1), Day(3)), phases[1].Span);
        Assert.Empty(Regimes.TwentyPercent(Levels([1, 1.1])).Value.Phases);
    }

    /// <summary>A filter never takes a turn back: what a shorter series shows is what of the longer one was known by its end.</summary>
    [Fact]
    public void Filters_KnowATurnExactlyWhenTheySaySo() => Property.Holds(
        random =>
        {
            var levels = Walk(random, 120);
            var whole = Regimes.LundeTimmermann(Levels(levels), Percent.FromPoints(12), Percent.FromPoints(9)).Value.Turns;
            for (var length = 2; length <= 120; length++)
            {
                var then = Regimes.LundeTimmermann(Levels(levels[..length]), Percent.FromPoints(12), Percent.FromPoints(9)).Value.Turns;
                Assert.Equal(whole.Where(turn => turn.KnownPosition < length), then);
            }
        },
        20);

    [Fact]
    public void PaganSossounov_KnowsATurnFromWhenItAlwaysNamesIt() => Property.Holds(
        random =>
        {
            var levels = Walk(random, 150);
            var options = new PaganSossounovOptions { Window = 4, Censor = 3, Phase = 3, Cycle = 9 };
            var whole = Regimes.PaganSossounov(Levels(levels), options).Value.Turns;
            var shorter = Enumerable.Range(9, 142).ToDictionary(length => length, length => Regimes.PaganSossounov(Levels(levels[..length]), options).Value.Turns.Select(turn => (turn.Kind, turn.Position)).ToHashSet());
            Assert.NotEmpty(whole);
            foreach (var turn in whole)
            {
                Assert.InRange(turn.KnownPosition, turn.Position + 4, 149);
                Assert.All(shorter.Where(pair => pair.Key > turn.KnownPosition), pair => Assert.Contains((turn.Kind, turn.Position), pair.Value));
                Assert.DoesNotContain((turn.Kind, turn.Position), shorter[turn.KnownPosition]);
            }
        },
        10);

    [Fact]
    public void PaganSossounov_KeepsItsRules() => Property.Holds(
        random =>
        {
            var (levels, options) = (Walk(random, 300), new PaganSossounovOptions());
            var turns = Regimes.PaganSossounov(Levels(levels), options).Value.Turns;
            Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.True(
                pair.First.Kind != pair.Second.Kind
                && (pair.Second.Position - pair.First.Position >= options.Phase || Math.Abs((pair.Second.Level / pair.First.Level) - 1) >= 0.2)
                && (pair.Second.Level > pair.First.Level) == (pair.Second.Kind == TurnKind.Peak)));
            Assert.All(turns, turn => Assert.InRange(turn.Position, 8, 300 - 9));
        });

    [Fact]
    public void Scale_ChangesNoTurn() => Property.Holds(
        random =>
        {
            var levels = Walk(random, 200);
            var (one, other) = (Levels(levels), Levels([.. levels.Select(level => level * 1024)]));
            Assert.Equal(Places(Regimes.TwentyPercent(one)), Places(Regimes.TwentyPercent(other)));
            Assert.Equal(Places(Regimes.PaganSossounov(one)), Places(Regimes.PaganSossounov(other)));

            static IEnumerable<(TurnKind, int, int)> Places(Answer<MarketRegimes> answer) => answer.Value.Turns.Select(turn => (turn.Kind, turn.Position, turn.KnownPosition));
        },
        50);

    [Fact]
    public void BadInput_IsNamed()
    {
        var good = Levels([100, 101, 102]);
        Names("needs at least 2", Regimes.TwentyPercent(Levels([100])));
        Names("2000-02-01 is 0", Regimes.TwentyPercent(Levels([100, 0])));
        Names("rise of 0%", Regimes.LundeTimmermann(good, Percent.FromPoints(0), Percent.FromPoints(10)));
        Names("fall of 100%", Regimes.LundeTimmermann(good, Percent.FromPoints(20), Percent.FromPoints(100)));
        Names("needs at least 17", Regimes.PaganSossounov(good));
        Names("Window 0", Regimes.PaganSossounov(good, new PaganSossounovOptions { Window = 0 }));
        Names("must be above zero", Regimes.PaganSossounov(good, new PaganSossounovOptions { LargeMove = Percent.FromPoints(0) }));
        Assert.Equal(168, PaganSossounovOptions.Daily.Window);

        static void Names(string words, Answer<MarketRegimes> answer) => Assert.Contains(words, answer.Problem!.Message, StringComparison.Ordinal);
    }

    private static DailySeries Levels(double[] levels) => DailySeries.Of(levels.Select((level, i) => (Day(i), level)));

    private static DateOnly Day(int position) => First.AddDays(position);

    private static double[] Walk(Random random, int points)
    {
        var level = 100.0;
        return [.. Enumerable.Range(0, points).Select(_ => level *= 1 + (0.12 * (random.NextDouble() - 0.48)))];
    }
}
