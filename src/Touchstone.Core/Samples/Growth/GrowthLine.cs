namespace Touchstone.Samples;

/// <summary>One company of the Growth Board while it is drawn, and what came of it.</summary>
internal sealed class GrowthLine(GrowthCompany company, SampleRandom random)
{
    /// <summary>How much of a company's own swing is left a day later; without it the order of the companies would drift apart.</summary>
    private const double Swing = 0.97;
    private const double Wobble = 0.011;

    private readonly SampleBar?[] _bars = new SampleBar?[SampleCalendar.Sessions.Length];
    private readonly List<(int Session, decimal Factor)> _factors = [];
    private readonly List<GrowthShares> _shares = [];
    private double _price;
    private double _swing;
    private (decimal Target, int From, int Until)? _offer;
    private bool _trades;

    public GrowthCompany Company { get; } = company;

    /// <summary>Shares and free float over time, earliest first.</summary>
    public IReadOnlyList<GrowthShares> Shares => _shares;

    /// <summary>The first day it is no longer listed, or null.</summary>
    public DateOnly? Gone { get; private set; }

    /// <summary>What is paid for a share, or shares of the buyer for one, once there is an offer.</summary>
    public decimal Offer { get; private set; }

    /// <summary>The bar of a session, or null without trading.</summary>
    public SampleBar? this[int session] => _bars[session];

    /// <summary>The last close on or before a session.</summary>
    public decimal LastClose(int session)
    {
        while (_bars[session] is null)
        {
            session--;
        }

        return _bars[session]!.Value.Close;
    }

    /// <summary>Shares and free float on a day.</summary>
    public GrowthShares SharesOn(DateOnly day) => _shares.Last(row => row.From <= day);

    /// <summary>The company is listed.</summary>
    public void List(DateOnly day, double price, decimal shares, string note)
    {
        (_price, _trades) = (price, true);
        _shares.Add(new GrowthShares(day, shares, Company.Float, note));
    }

    /// <summary>The price goes from the last close to another before the open, for a reason that holders are made good for.</summary>
    public void Rebase(int session, decimal close, decimal after)
    {
        _price *= (double)(after / close);
        _factors.Add((session, after / close));
    }

    public void Count(DateOnly day, decimal ratio, string note) => _shares.Add(_shares[^1] with { From = day, Count = _shares[^1].Count * ratio, Note = note });

    public void Issue(DateOnly day, decimal shares, string note) => _shares.Add(_shares[^1] with { From = day, Count = _shares[^1].Count + shares, Note = note });

    public void Release(DateOnly day, decimal free, string note) => _shares.Add(_shares[^1] with { From = day, Float = free, Note = note });

    public void Suspend() => _trades = false;

    public void Resume() => _trades = true;

    public void End(DateOnly day) => (_trades, Gone) = (false, day);

    /// <summary>From a session until another, not included, the price goes by an offer.</summary>
    public void Accept(decimal offer, int from, int until)
    {
        Offer = offer;
        _offer = (offer, from, until);
    }

    /// <summary>Draws a session. The draws are the same in number whether it trades or not.</summary>
    /// <param name="session">The session.</param>
    /// <param name="market">The market's move, as a fraction.</param>
    /// <param name="buyer">The close of a buyer who pays in shares; 1 for cash.</param>
    public void Trade(int session, double market, decimal buyer)
    {
        var day = SampleCalendar.Sessions[session];
        var (before, chance) = (_price, random.Normal());
        var swing = (Swing * _swing) + (Wobble * chance);
        if (_trades && _offer is var (target, from, until))
        {
            _price = (double)(target * buyer) * (1 - (0.015 * (until - session) / (until - from)) + (0.001 * chance));
        }
        else if (_trades && !(day == Company.Listed && Company.Millions > 0))
        {
            _price *= 1 + (Company.Beta * market) + GrowthScript.TrendOf(Company, day) + swing - _swing;
        }

        _swing = swing;
        var open = before + ((_price - before) * 0.4 * random.Uniform());
        var high = Math.Max(open, _price) * (1 + (0.006 * random.Uniform()));
        var low = Math.Min(open, _price) * (1 - (0.006 * random.Uniform()));
        var busy = Math.Max(0.25, 1 + (0.35 * random.Normal()));
        if (_trades)
        {
            var lots = (double)_shares[^1].Count * Company.Traded / 100 * busy;
            _bars[session] = new SampleBar(ToTick(open), ToTick(high), ToTick(low), ToTick(_price), 0, (long)lots * 100);
        }
    }

    /// <summary>Fills the adjusted close backwards.</summary>
    public void Adjust()
    {
        var factor = 1m;
        for (var session = _bars.Length - 1; session >= 0; session--)
        {
            if (_bars[session] is { } bar)
            {
                _bars[session] = bar with { Adjusted = Math.Round(bar.Close * factor, 4) };
            }

            foreach (var change in _factors.Where(change => change.Session == session))
            {
                factor *= change.Factor;
            }
        }
    }

    private static decimal ToTick(double price)
    {
        var tick = price < 1 ? 0.001m : price < 20 ? 0.01m : price < 100 ? 0.02m : 0.05m;
        return Math.Round((decimal)price / tick, MidpointRounding.AwayFromZero) * tick;
    }
}
