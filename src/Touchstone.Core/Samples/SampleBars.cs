namespace Touchstone.Samples;

/// <summary>One daily bar, as traded.</summary>
internal readonly record struct SampleBar(decimal Open, decimal High, decimal Low, decimal Close, decimal Adjusted, long Volume);

/// <summary>The bars of one company: one for each session from its listing on.</summary>
internal sealed class SampleBars(SampleCompany company, int firstIndex, SampleBar[] bars)
{
    public SampleCompany Company { get; } = company;

    /// <summary>The row of its first session in <see cref="SampleCalendar.Sessions"/>.</summary>
    public int FirstIndex { get; } = firstIndex;

    /// <summary>The bar of a session.</summary>
    public ref SampleBar this[int session] => ref bars[session - FirstIndex];

    /// <summary>Draws the bars from the market's daily moves.</summary>
    /// <param name="company">The company.</param>
    /// <param name="moves">The daily move of market and technology, as fractions, one for each session.</param>
    /// <param name="random">Its own generator.</param>
    public static SampleBars Draw(SampleCompany company, (double Market, double Technology)[] moves, SampleRandom random)
    {
        var sessions = SampleCalendar.Sessions;
        var first = SampleCalendar.IndexOnOrBefore(company.Listed);
        var actions = SampleActions.All.Where(action => action.Company == company).ToDictionary(action => action.ExDate);
        var bars = new SampleBar[sessions.Length - first];
        var price = company.Price;
        for (var session = first; session < sessions.Length; session++)
        {
            var before = price;
            if (session > first)
            {
                if (actions.TryGetValue(sessions[session], out var action))
                {
                    before = (price - (double)action.Cash) / action.Ratio;
                }

                var own = company.Wobble / 100 * random.Normal() + SampleMoves.OwnMove(company, sessions[session]);
                price = before * (1 + company.Beta * moves[session].Market + (company.Technology ? moves[session].Technology : 0) + own);
            }

            bars[session - first] = BarOf(company, SampleActions.SharesOn(company, sessions[session]), before, price, random);
        }

        var result = new SampleBars(company, first, bars);
        result.Adjust(actions);
        return result;
    }

    private static SampleBar BarOf(SampleCompany company, long shares, double before, double price, SampleRandom random)
    {
        var open = before + (price - before) * 0.4 * random.Uniform();
        var stretch = company.Wobble / 100 * 0.5;
        var high = Math.Max(open, price) * (1 + stretch * random.Uniform());
        var low = Math.Min(open, price) * (1 - stretch * random.Uniform());
        var lots = shares / 100 * 0.003 * Math.Max(0.25, 1 + 0.35 * random.Normal());
        return new SampleBar(ToTick(open), ToTick(high), ToTick(low), ToTick(price), 0, (long)lots * 100);
    }

    private static decimal ToTick(double price)
    {
        var tick = price < 20 ? 0.01m : price < 100 ? 0.02m : 0.05m;
        return Math.Round((decimal)price / tick, MidpointRounding.AwayFromZero) * tick;
    }

    /// <summary>Fills the adjusted close backwards: splits divide, dividends take their part of the close before.</summary>
    private void Adjust(Dictionary<DateOnly, SampleAction> actions)
    {
        var factor = 1m;
        for (var row = bars.Length - 1; row >= 0; row--)
        {
            bars[row] = bars[row] with { Adjusted = Math.Round(bars[row].Close * factor, 4) };
            if (row > 0 && actions.TryGetValue(SampleCalendar.Sessions[FirstIndex + row], out var action))
            {
                factor *= (1 - action.Cash / bars[row - 1].Close) / action.Ratio;
            }
        }
    }
}
