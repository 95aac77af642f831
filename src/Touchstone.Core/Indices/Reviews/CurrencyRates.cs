using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Currency rates of the package: a pair, or its inverse, at the nearest day on or before, at most ten days old.</summary>
internal sealed class CurrencyRates(Market market)
{
    /// <summary>Calendar days that a rate, or a close of a stock that trades, may be old.</summary>
    public const int StaleDays = 10;

    private readonly Dictionary<(string From, string To), (FxSeries? Series, bool Inverse)> _pairs = [];

    /// <summary>Units of one currency for one of another on a day.</summary>
    /// <param name="from">The currency of the amount.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="day">The day.</param>
    /// <param name="rate">The rate; above zero.</param>
    /// <param name="input">The row of the package, or null for one currency and itself.</param>
    /// <returns>Null, or the problem that there is no such rate.</returns>
    public Problem? Rate(string from, string to, DateOnly day, out double rate, out Input? input)
    {
        (rate, input) = (1, null);
        if (string.Equals(from, to, StringComparison.Ordinal))
        {
            return null;
        }

        if (!_pairs.TryGetValue((from, to), out var pair))
        {
            _pairs.Add((from, to), pair = Find(from, to));
        }

        var row = pair.Series?.Rates.IndexOnOrBefore(day) ?? -1;
        if (pair.Series is null || row < 0 || day.DayNumber - pair.Series.Rates.DayNumbers[row] > StaleDays)
        {
            return new Problem(ProblemKind.NoData, $"No rate of {from} in {to} on {day:yyyy-MM-dd} or within {StaleDays} days before: a row of the role `fx` for {from} and {to} would settle it.");
        }

        var stored = pair.Series.Rates.Values[row];
        var source = pair.Series.Rates.SourceAt(row);
        rate = pair.Inverse ? 1 / stored : stored;
        input = new Input(pair.Series.Rates.Subject, "rate", pair.Series.Rates.DateAt(row), stored, Unit.Number, source.ToString(), source.File?.Sha256 ?? "");
        return null;
    }

    private (FxSeries? Series, bool Inverse) Find(string from, string to)
    {
        foreach (var series in market.Rows.Fx)
        {
            if (series.Base == from && series.Quote == to)
            {
                return (series, false);
            }
        }

        foreach (var series in market.Rows.Fx)
        {
            if (series.Base == to && series.Quote == from)
            {
                return (series, true);
            }
        }

        return (null, false);
    }
}
