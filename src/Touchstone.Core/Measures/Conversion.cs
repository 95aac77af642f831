using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The way from one currency to another through the rates of the package: one pair, or two through a common currency.</summary>
internal sealed class Conversion
{
    private const int StaleDays = 7;

    private readonly (FxSeries Series, bool Inverse)[] _legs;

    private Conversion(string from, string to, (FxSeries Series, bool Inverse)[] legs) => (From, To, _legs) = (from, to, legs);

    public string From { get; }

    public string To { get; }

    /// <summary>The shortest way, or null when the package has none.</summary>
    public static Conversion? Find(Market market, string from, string to)
    {
        if (from == to)
        {
            return new Conversion(from, to, []);
        }

        var legs = market.Rows.Fx
            .SelectMany(series => new[] { (From: series.Base, To: series.Quote, Series: series, Inverse: false), (From: series.Quote, To: series.Base, Series: series, Inverse: true) })
            .ToList();
        foreach (var first in legs.Where(leg => leg.From == from && leg.To == to))
        {
            return new Conversion(from, to, [(first.Series, first.Inverse)]);
        }

        foreach (var first in legs.Where(leg => leg.From == from))
        {
            foreach (var second in legs.Where(leg => leg.From == first.To && leg.To == to))
            {
                return new Conversion(from, to, [(first.Series, first.Inverse), (second.Series, second.Inverse)]);
            }
        }

        return null;
    }

    /// <summary>Units of the target currency for one of the source on a day: each rate on or before it, at most a week old.</summary>
    public Problem? Rate(DateOnly day, WorkingBuilder? working, out double rate)
    {
        rate = 1;
        foreach (var (series, inverse) in _legs)
        {
            var row = series.Rates.IndexOnOrBefore(day);
            if (row < 0 || day.DayNumber - series.Rates.DayNumbers[row] > StaleDays)
            {
                return working?.Problem(ProblemKind.NoData, $"No rate of {series.Base} in {series.Quote} on or within {StaleDays} days before {day:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
            }

            var value = series.Rates.Values[row];
            rate = inverse ? rate / value : rate * value;
            if (working is not null)
            {
                var source = series.Rates.SourceAt(row);
                working.Input(new Input(series.Rates.Subject, "rate", series.Rates.DateAt(row), value, Unit.Number, source.ToString(), source.File?.Sha256 ?? ""));
                if (series.Rates.DateAt(row) != day)
                {
                    working.Convention($"The rate of {series.Base} in {series.Quote} on {series.Rates.DateAt(row):yyyy-MM-dd} is the last on or before {day:yyyy-MM-dd}.");
                }
            }
        }

        return null;
    }
}
