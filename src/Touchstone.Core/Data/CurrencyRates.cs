namespace Touchstone.Data;

/// <summary>The currency rates of a package: a pair as it stands, turned round, or two through a common currency, in this order.</summary>
/// <param name="market">The package.</param>
internal sealed class CurrencyRates(Market market)
{
    /// <summary>Calendar days that a rate may be old.</summary>
    public const int StaleDays = 10;

    private readonly Dictionary<(string From, string To), RateWay[]> _ways = [];

    /// <summary>Whether the package has a pair, or two, that lead from one currency to another.</summary>
    /// <param name="from">The currency to be turned.</param>
    /// <param name="to">The currency wanted.</param>
    public bool Connects(string from, string to) => from == to || WaysOf(from, to).Length > 0;

    /// <summary>Units of one currency for one of another, or null when the package has no such rate.</summary>
    /// <param name="from">The currency to be turned.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="day">The day: its rate, or the last on or before it within <see cref="StaleDays"/> calendar days.</param>
    public CurrencyRate? Find(string from, string to, DateOnly day)
    {
        if (from == to)
        {
            return CurrencyRate.OfItself;
        }

        foreach (var way in WaysOf(from, to))
        {
            if (way.On(day) is { } rate)
            {
                return rate;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, with a problem where there is no rate.</summary>
    /// <param name="from">The currency to be turned.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="day">The day.</param>
    /// <returns>The rate, above zero; <see cref="ProblemKind.NoData"/> when the package has none.</returns>
    public Answer<double> Of(string from, string to, DateOnly day) => Find(from, to, day) is { } rate
        ? Answer<double>.Of(rate.Value, new Working { Formula = "the rate of the day, or the last before it within ten days" })
        : Missing(from, to, day);

    /// <summary>That the package has no rate.</summary>
    /// <param name="from">The currency to be turned.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="day">The day.</param>
    public Problem Missing(string from, string to, DateOnly day) => new(
        ProblemKind.NoData,
        $"No rate of {from} in {to} on {day:yyyy-MM-dd}: the package's fx has {(Connects(from, to) ? $"none on that day or within {StaleDays} days before it" : $"no pair that leads from {from} to {to}")}.");

    private RateWay[] WaysOf(string from, string to)
    {
        if (!_ways.TryGetValue((from, to), out var ways))
        {
            _ways.Add((from, to), ways = RateWay.Between(market, from, to));
        }

        return ways;
    }
}
