using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The weights of the holdings before a review, at the closes of its day of prices.</summary>
internal static class OldWeights
{
    /// <summary>The weights.</summary>
    /// <param name="figures">The figures of the stocks.</param>
    /// <param name="basket">What the index holds before the open of the effective day.</param>
    /// <param name="dates">The dates.</param>
    /// <returns>The weight of each holding; a problem when one has no close at all, or no rate.</returns>
    public static Answer<ImmutableDictionary<InstrumentId, double>> Of(StockFigures figures, Basket basket, ReviewDates dates)
    {
        var closes = new List<(InstrumentId, double)>();
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var holding in basket.Holdings)
        {
            if (StockClose.OnOrBefore(figures.Market, holding.Instrument, dates.Prices) is not { } close)
            {
                return new Problem(ProblemKind.NoData, $"No as-traded close of {holding.Instrument} on or before {dates.Prices:yyyy-MM-dd}.");
            }

            var rate = figures.Rates.Of(holding.Currency ?? basket.Currency, basket.Currency, dates.Prices);
            if (!rate.HasValue)
            {
                return rate.Problem;
            }

            // The holding has taken splits after the day of prices already; units that stay as they are have not.
            var carried = basket.Rule == HoldingRule.KeepUnits ? 1 : ShareRatio.Between(figures.Market.Actions(holding.Instrument), dates.Prices, dates.Effective.AddDays(-1));
            closes.Add((holding.Instrument, close.Price / carried));
            rates[holding.Currency ?? basket.Currency] = rate.Value;
        }

        return basket.WeightsAt(ClosingPrices.Of(dates.Prices, closes, rates.Select(pair => (pair.Key, pair.Value))))
            .Map(weights => weights.ToImmutableDictionary(weight => weight.Instrument, weight => weight.Weight.Fraction));
    }
}
