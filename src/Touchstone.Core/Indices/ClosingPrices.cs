using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The closes of one session, and the currency rates that go with them. Immutable.</summary>
public sealed class ClosingPrices
{
    private readonly ImmutableDictionary<InstrumentId, double> _prices;
    private readonly ImmutableDictionary<string, double> _rates;

    private ClosingPrices(DateOnly day, ImmutableDictionary<InstrumentId, double> prices, ImmutableDictionary<string, double> rates) =>
        (Day, _prices, _rates) = (day, prices, rates);

    /// <summary>The session.</summary>
    public DateOnly Day { get; }

    /// <summary>Makes the closes of a session.</summary>
    /// <param name="day">The session.</param>
    /// <param name="prices">As-traded closes in the currency of each price; finite, zero (worthless) or more; no instrument twice.</param>
    /// <param name="rates">Units of the index's currency for one unit of another; finite, above zero; no currency twice.</param>
    public static ClosingPrices Of(DateOnly day, IEnumerable<(InstrumentId Instrument, double Price)> prices, IEnumerable<(string Currency, double Rate)>? rates = null)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var closes = ImmutableDictionary.CreateBuilder<InstrumentId, double>();
        foreach (var (instrument, price) in prices)
        {
            if (!closes.TryAdd(instrument, Checked(instrument, price)))
            {
                throw new ArgumentException($"{instrument} has two closes on {day:yyyy-MM-dd}; expected one.", nameof(prices));
            }
        }

        var known = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (currency, rate) in rates ?? [])
        {
            if (!double.IsFinite(rate) || rate <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(rates), rate, $"The rate of {currency} must be a finite number above zero.");
            }

            if (!known.TryAdd(currency, rate))
            {
                throw new ArgumentException($"{currency} has two rates on {day:yyyy-MM-dd}; expected one.", nameof(rates));
            }
        }

        return new ClosingPrices(day, closes.ToImmutable(), known.ToImmutable());
    }

    /// <summary>The close of an instrument, when there is one.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="price">The close, in its own currency.</param>
    public bool TryGetPrice(InstrumentId instrument, out double price) => _prices.TryGetValue(instrument, out price);

    /// <summary>The rate of a currency, when there is one.</summary>
    /// <param name="currency">The currency's code.</param>
    /// <param name="rate">Units of the index's currency for one of it.</param>
    public bool TryGetRate(string currency, out double rate) => _rates.TryGetValue(currency, out rate);

    /// <summary>The same closes with one added or put in the place of another.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="price">Its close; finite, zero or more.</param>
    public ClosingPrices With(InstrumentId instrument, double price) => new(Day, _prices.SetItem(instrument, Checked(instrument, price)), _rates);

    /// <summary>The same closes with the rate of one currency added or put in the place of another.</summary>
    /// <param name="currency">The currency's code.</param>
    /// <param name="rate">Units of the index's currency for one of it; finite, above zero.</param>
    internal ClosingPrices WithRate(string currency, double rate) => double.IsFinite(rate) && rate > 0
        ? new(Day, _prices, _rates.SetItem(currency, rate))
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, $"The rate of {currency} must be a finite number above zero.");

    private static double Checked(InstrumentId instrument, double price) => double.IsFinite(price) && price >= 0
        ? price
        : throw new ArgumentOutOfRangeException(nameof(price), price, $"The close of {instrument} must be a finite number, zero or more.");
}
