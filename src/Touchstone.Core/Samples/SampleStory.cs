using System.Collections.Immutable;

namespace Touchstone.Samples;

/// <summary>What the article can say about a drawn market: true numbers, and the four that are made wrong on purpose.</summary>
internal sealed class SampleStory
{
    private static readonly DateOnly YearEnd = new(2024, 12, 31);
    private static readonly string[] Winners = ["QUAY", "BRIN", "SALT"];
    private static readonly int[] MonthsBack = [1, 2, 3, 6, 12];
    private static readonly int[] DaysBack = [2, 5, 10];

    private readonly SampleMarket _market;
    private readonly int _last;

    private SampleStory(SampleMarket market) => (_market, _last) = (market, SampleCalendar.Sessions.Length - 1);

    /// <summary>The index moves of the last day, the week and the year, percent.</summary>
    public (decimal Day, decimal Week, decimal Year) BroadMoves { get; private init; }

    /// <summary>The technology index's moves of the last day, the week and the year, percent.</summary>
    public (decimal Day, decimal Week, decimal Year) TechnologyMoves { get; private init; }

    /// <summary>The technology index since the close before the event, percent.</summary>
    public decimal SinceEvent { get; private init; }

    /// <summary>Sessions in a row that the technology index rose.</summary>
    public int Streak { get; private init; }

    /// <summary>The month of the last week that was better than this one.</summary>
    public DateOnly BetterWeek { get; private init; }

    /// <summary>Technology companies, other than those with sentences of their own, that are up by 10 percent or more this year.</summary>
    public ImmutableArray<SampleCompany> DoubleDigit { get; private init; }

    /// <summary>This month's mean daily turnover over last month's.</summary>
    public decimal TurnoverRatio { get; private init; }

    /// <summary>Tidewrack's month, as it was and as the article says, percent.</summary>
    public (decimal True, decimal Said) WrongReturn { get; private init; }

    /// <summary>The technology index's Thursday, percent, as it was and as the article says.</summary>
    public (decimal True, decimal Said) WrongTriple { get; private init; }

    /// <summary>Ferrymoor's highest close and its day.</summary>
    public (decimal Close, DateOnly Day) FerrymoorPeak { get; private init; }

    /// <summary>The story of a market, or null when the market does not fit it.</summary>
    public static SampleStory? TryTell(SampleMarket market)
    {
        var draft = new SampleStory(market);
        var (broad, technology, last) = (market.Broad, market.Technology, draft._last);
        var yearEnd = SampleCalendar.IndexOnOrBefore(YearEnd);
        var monthEnd = SampleCalendar.IndexOnOrBefore(new DateOnly(2025, 1, 31));
        var eventDay = SampleCalendar.IndexOnOrBefore(SampleMoves.EventDay.AddDays(-1));
        var friday = SampleCalendar.IndexOnOrBefore(SampleCalendar.Last.AddDays(-7));
        var threeYears = SampleCalendar.IndexOnOrBefore(SampleCalendar.Last.AddYears(-3));
        var tide = market.BarsOf("TIDE");
        var wrongReturn = draft.WrongFor(tide, Move(tide[monthEnd].Close, tide[last].Close));
        var thursday = Move(Level(technology, last - 2), Level(technology, last - 1));
        var peak = draft.PeakOf(market.BarsOf("FERR"));
        var story = new SampleStory(market)
        {
            BroadMoves = Moves(broad),
            TechnologyMoves = Moves(technology),
            SinceEvent = Move(Level(technology, eventDay), Level(technology, last)),
            Streak = StreakOf(technology, last),
            BetterWeek = draft.BetterWeekOf(broad),
            DoubleDigit = [.. Winners.Select(SampleCompany.Of).Where(company => draft.YearOf(company.Code) >= 10.5m)],
            TurnoverRatio = market.AverageDailyTurnover(2025, 2) / market.AverageDailyTurnover(2025, 1),
            WrongReturn = wrongReturn ?? default,
            WrongTriple = (thursday, Math.Round(thursday + 3.2m, 1)),
            FerrymoorPeak = peak,
        };

        var fits =
            IsHigh(broad, threeYears) && IsHigh(technology, threeYears)
            && story.BroadMoves is { Day: > 0.8m and < 3, Week: > 3.5m, Year: > 5 and < 25 }
            && story.TechnologyMoves is { Day: > 1.5m and < 5, Year: > 15 and < 60 }
            && story.TechnologyMoves.Year > story.BroadMoves.Year + 5
            && story.Streak is >= 4 and <= 11
            && story.BetterWeek.Year == 2022
            && thursday > 0.5m
            && draft.YearOf("LANT") > 15 && draft.DayOf("LANT") > 2.5m
            && draft.DayOf("GULL") is < -0.8m and > -6
            && story.DoubleDigit.Length >= 2
            && wrongReturn is { True: > 3 }
            && draft.PastYearOf("WIND") > 8
            && story.IsClear()
            && peak.Close > market.BarsOf("FERR")[last].Close * 1.08m && peak.Day.Year == 2022;
        return fits ? story : null;

        (decimal Day, decimal Week, decimal Year) Moves(SampleIndex index) =>
            (Move(Level(index, last - 1), Level(index, last)), Move(Level(index, friday), Level(index, last)), Move(Level(index, yearEnd), Level(index, last)));

        bool IsHigh(SampleIndex index, int from) =>
            Enumerable.Range(from, last - from).All(session => Level(index, session) < Level(index, last) && index.Levels[session].High < Level(index, last));
    }

    /// <summary>The last day's move of a company, percent.</summary>
    public decimal DayOf(string code) => Move(Close(code, _last - 1), Close(code, _last));

    /// <summary>A company's move since the end of last year, percent.</summary>
    public decimal YearOf(string code) => Move(Close(code, SampleCalendar.IndexOnOrBefore(YearEnd)), Close(code, _last));

    /// <summary>A company's move over the past year, splits allowed for and dividends not, percent.</summary>
    public decimal PastYearOf(string code)
    {
        var day = SampleCalendar.Last.AddYears(-1);
        var company = SampleCompany.Of(code);
        var split = SampleActions.All.Where(action => action.Company == company && action.ExDate > day).Aggregate(1, (ratio, action) => ratio * action.Ratio);
        return Move(Close(code, SampleCalendar.IndexOnOrBefore(day)), Close(code, _last) * split);
    }

    /// <summary>A company's last close, USD.</summary>
    public decimal CloseOf(string code) => Close(code, _last);

    /// <summary>What a company's shares gained on the last day, USD billion.</summary>
    public decimal ValueGainOf(string code) =>
        (Close(code, _last) - Close(code, _last - 1)) * SampleActions.SharesOn(SampleCompany.Of(code), SampleCalendar.Last) / 1_000_000_000m;

    /// <summary>The level of an index a number of sessions before the last.</summary>
    public decimal LevelOf(SampleIndex index, int back) => Level(index, _last - back);

    /// <summary>Whether no printed number lies so near the edge of its rounding that two honest calculations could print two numbers.</summary>
    private bool IsClear()
    {
        decimal[] whole = [BroadMoves.Year, TechnologyMoves.Year, SinceEvent, TechnologyMoves.Year - BroadMoves.Year, YearOf("LANT"), PastYearOf("WIND"), WrongReturn.True];
        decimal[] tenths = [BroadMoves.Day, BroadMoves.Week, TechnologyMoves.Day, DayOf("LANT"), DayOf("GULL"), ValueGainOf("LANT"), WrongTriple.True];
        return whole.Concat(tenths.Select(value => value * 10)).All(value => Math.Abs(Math.Abs(value % 1) - 0.5m) > 0.04m);
    }

    private static decimal Level(SampleIndex index, int session) => index.Levels[session].Close;

    private static decimal Move(decimal from, decimal to) => (to / from - 1) * 100;

    private decimal Close(string code, int session) => _market.BarsOf(code)[session].Close;

    private static int StreakOf(SampleIndex index, int last)
    {
        var streak = 0;
        while (Level(index, last - streak) > Level(index, last - streak - 1))
        {
            streak++;
        }

        return streak;
    }

    private DateOnly BetterWeekOf(SampleIndex index)
    {
        var fridays = SampleCalendar.Sessions.Index()
            .Where(item => item.Index == _last || Monday(SampleCalendar.Sessions[item.Index + 1]) != Monday(item.Item))
            .Select(item => item.Index)
            .ToList();
        var weeks = fridays.Zip(fridays.Skip(1), (from, to) => (Day: SampleCalendar.Sessions[to], Gain: Move(Level(index, from), Level(index, to)))).ToList();
        return weeks.SkipLast(1).LastOrDefault(week => week.Gain >= weeks[^1].Gain).Day;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private (decimal Close, DateOnly Day) PeakOf(SampleBars bars) =>
        Enumerable.Range(0, _last).Select(session => (bars[session].Close, Day: SampleCalendar.Sessions[session])).MaxBy(item => item.Close);

    /// <summary>A wrong move that no other reading rescues: far from every usual window, base day, as-of day and column.</summary>
    private (decimal True, decimal Said)? WrongFor(SampleBars bars, decimal truth)
    {
        DateOnly[] bases = [YearEnd, new(2025, 1, 31), SampleMoves.EventDay.AddDays(-1), .. MonthsBack.Select(months => SampleCalendar.Last.AddMonths(-months)), .. DaysBack.Select(days => SampleCalendar.Sessions[_last - days])];
        var from = bases.Select(SampleCalendar.IndexOnOrBefore).SelectMany(session => Enumerable.Range(session - 1, 3)).Distinct();
        var readings = from.SelectMany(low => Enumerable.Range(_last - 1, 2).SelectMany(high => Columns(bars[low]).SelectMany(start => Columns(bars[high]).Select(end => Move(start, end))))).ToList();
        for (var said = Math.Round(truth) + 4; said < truth + 60; said++)
        {
            if (readings.All(reading => Math.Abs(reading - said) > 1.1m))
            {
                return (truth, said);
            }
        }

        return null;

        static IEnumerable<decimal> Columns(SampleBar bar) => [bar.Close, bar.Adjusted, bar.High, bar.Low];
    }
}
