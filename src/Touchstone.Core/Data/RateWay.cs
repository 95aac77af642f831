namespace Touchstone.Data;

/// <summary>A rate as it was found, with the one or two rows behind it.</summary>
/// <param name="Value">Units of the currency wanted for one of the other; above zero.</param>
/// <param name="First">The row of the first pair; null from a currency to itself.</param>
/// <param name="Second">The row of the second pair; null where one is enough.</param>
internal readonly record struct CurrencyRate(double Value, RateRow? First, RateRow? Second)
{
    /// <summary>One for one.</summary>
    public static CurrencyRate OfItself { get; } = new(1, null, null);

    /// <summary>The rows behind it.</summary>
    public IEnumerable<RateRow> Rows => new[] { First, Second }.OfType<RateRow>();

    /// <summary>Whether every row is of a day, and none of an earlier one.</summary>
    /// <param name="day">The day.</param>
    public bool IsOf(DateOnly day) => (First is not { } first || first.Day == day) && (Second is not { } second || second.Day == day);
}

/// <summary>A row of a currency pair.</summary>
/// <param name="Series">The pair.</param>
/// <param name="Index">The row, from 0.</param>
internal readonly record struct RateRow(FxSeries Series, int Index)
{
    /// <summary>The day of the rate.</summary>
    public DateOnly Day => Series.Rates.DateAt(Index);

    /// <summary>The row as an input of a working.</summary>
    public Input Input
    {
        get
        {
            var source = Series.Rates.SourceAt(Index);
            return new Input(Series.Rates.Subject, "rate", Day, Series.Rates.Values[Index], Unit.Number, source.ToString(), source.File?.Sha256 ?? "");
        }
    }
}

/// <summary>A way from one currency to another: a pair, or two that share a currency.</summary>
/// <param name="First">The first pair.</param>
/// <param name="Second">The second, or null.</param>
internal sealed record RateWay(RateLeg First, RateLeg? Second)
{
    /// <summary>The ways between two currencies, best first: a pair as it stands, turned round, then two through a common currency by its code.</summary>
    /// <param name="market">The package.</param>
    /// <param name="source">The currency to be turned.</param>
    /// <param name="target">The currency wanted.</param>
    public static RateWay[] Between(Market market, string source, string target)
    {
        var legs = market.Rows.Fx
            .SelectMany(series => new[] { new RateLeg(series, false), new RateLeg(series, true) })
            .OrderBy(leg => leg.IsInverse).ThenBy(leg => leg.From, StringComparer.Ordinal).ThenBy(leg => leg.To, StringComparer.Ordinal)
            .ToArray();
        var single = legs.Where(leg => leg.From == source && leg.To == target).Select(leg => new RateWay(leg, null));
        var crossed =
            from first in legs
            where first.From == source
            from second in legs
            where second.From == first.To && second.To == target
            select new RateWay(first, second);
        return [.. single, .. crossed];
    }

    /// <summary>The rate of a day along this way, or null when a pair has none that is fresh enough.</summary>
    /// <param name="day">The day.</param>
    public CurrencyRate? On(DateOnly day)
    {
        if (First.On(day) is not { } first)
        {
            return null;
        }

        var rate = First.Applied(1, first);
        return Second is not { } leg ? new CurrencyRate(rate, first, null)
            : leg.On(day) is { } second ? new CurrencyRate(leg.Applied(rate, second), first, second)
            : null;
    }
}

/// <summary>A currency pair, as it stands or turned round.</summary>
/// <param name="Series">The pair.</param>
/// <param name="IsInverse">Whether it is turned round.</param>
internal readonly record struct RateLeg(FxSeries Series, bool IsInverse)
{
    /// <summary>The currency to be turned.</summary>
    public string From => IsInverse ? Series.Quote : Series.Base;

    /// <summary>The currency it becomes.</summary>
    public string To => IsInverse ? Series.Base : Series.Quote;

    /// <summary>The row of a day, or the last before it that is fresh enough; or null.</summary>
    /// <param name="day">The day.</param>
    public RateRow? On(DateOnly day)
    {
        var row = Series.Rates.IndexOnOrBefore(day);
        return row < 0 || day.DayNumber - Series.Rates.DayNumbers[row] > CurrencyRates.StaleDays ? null : new RateRow(Series, row);
    }

    /// <summary>An amount turned at a row.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="row">The row.</param>
    public double Applied(double amount, RateRow row) => IsInverse ? amount / Series.Rates.Values[row.Index] : amount * Series.Rates.Values[row.Index];
}
