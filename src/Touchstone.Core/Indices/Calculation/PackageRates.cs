using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The currency rates of a package: a pair as it stands, turned round, or two through a common currency, in this order.</summary>
/// <param name="market">The package.</param>
internal sealed class PackageRates(Market market)
{
    private const int StaleDays = 10;

    private readonly Dictionary<(string From, string To), List<(FxSeries Series, bool Inverse)[]>> _ways = [];

    /// <summary>Units of one currency for one of another at a close.</summary>
    /// <param name="from">The currency to be turned.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="day">The day: its rate, or the last on or before it within ten calendar days.</param>
    /// <returns>The rate, above zero; <see cref="ProblemKind.NoData"/> when the package has none.</returns>
    public Answer<double> Of(string from, string to, DateOnly day)
    {
        if (from == to)
        {
            return Answer<double>.Of(1, new Working { Formula = "one currency" });
        }

        if (!_ways.TryGetValue((from, to), out var ways))
        {
            _ways.Add((from, to), ways = WaysBetween(from, to));
        }

        foreach (var way in ways)
        {
            if (Along(way, day) is { } rate)
            {
                return Answer<double>.Of(rate, new Working { Formula = "the rate of the day, or the last before it within ten days" });
            }
        }

        return new Problem(
            ProblemKind.NoData,
            $"No rate of {from} in {to} on {day:yyyy-MM-dd}: the package's fx has {(ways.Count == 0 ? $"no pair that leads from {from} to {to}" : $"none on that day or within {StaleDays} days before it")}.");
    }

    private static double? Along((FxSeries Series, bool Inverse)[] way, DateOnly day)
    {
        var rate = 1.0;
        foreach (var (series, inverse) in way)
        {
            var row = series.Rates.IndexOnOrBefore(day);
            if (row < 0 || day.DayNumber - series.Rates.DayNumbers[row] > StaleDays)
            {
                return null;
            }

            rate = inverse ? rate / series.Rates.Values[row] : rate * series.Rates.Values[row];
        }

        return rate;
    }

    private List<(FxSeries Series, bool Inverse)[]> WaysBetween(string source, string target)
    {
        var legs = market.Rows.Fx
            .SelectMany(series => new[] { (From: series.Base, To: series.Quote, Series: series, Inverse: false), (From: series.Quote, To: series.Base, Series: series, Inverse: true) })
            .OrderBy(leg => leg.Inverse).ThenBy(leg => leg.From, StringComparer.Ordinal).ThenBy(leg => leg.To, StringComparer.Ordinal)
            .ToArray();
        var single = legs.Where(leg => leg.From == source && leg.To == target).Select(leg => new[] { (leg.Series, leg.Inverse) });
        var crossed =
            from first in legs
            where first.From == source
            from second in legs
            where second.From == first.To && second.To == target
            select new[] { (first.Series, first.Inverse), (second.Series, second.Inverse) };
        return [.. single, .. crossed];
    }
}
