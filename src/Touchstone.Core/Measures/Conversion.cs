using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The way from one currency to another through the rates of the package: one pair, or two through a common currency.</summary>
internal sealed class Conversion
{
    private readonly CurrencyRates _rates;

    private Conversion(CurrencyRates rates, string from, string to) => (_rates, From, To) = (rates, from, to);

    public string From { get; }

    public string To { get; }

    /// <summary>The way, or null when the package has none.</summary>
    public static Conversion? Find(Market market, string from, string to)
    {
        var rates = new CurrencyRates(market);
        return rates.Connects(from, to) ? new Conversion(rates, from, to) : null;
    }

    /// <summary>Units of the target currency for one of the source on a day: each rate on or before it, at most ten days old.</summary>
    public Problem? Rate(DateOnly day, WorkingBuilder? working, out double rate)
    {
        rate = 1;
        if (_rates.Find(From, To, day) is not { } found)
        {
            return working?.Problem(ProblemKind.NoData, _rates.Missing(From, To, day).Message) ?? WorkingBuilder.Unspoken;
        }

        rate = found.Value;
        if (working is not null)
        {
            foreach (var row in found.Rows)
            {
                working.Input(row.Input);
                if (row.Day != day)
                {
                    working.Convention($"The rate of {row.Series.Base} in {row.Series.Quote} on {row.Day:yyyy-MM-dd} is the last on or before {day:yyyy-MM-dd}.");
                }
            }
        }

        return null;
    }
}
