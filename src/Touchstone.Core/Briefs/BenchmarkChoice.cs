using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>Chooses what a subject is compared with when nobody says.</summary>
public static class BenchmarkChoice
{
    private static readonly string[] Reinvested = ["total return", "net return", "gross"];

    /// <summary>The calmest other index of the exchange over the past year, of the same kind and currency, those with a P/E first; null when there is none.</summary>
    /// <param name="evaluator">Answers the questions.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="asOf">The day.</param>
    /// <remarks>The broadest index of an exchange moves least, so the calmest stands for it. A total-return index is no measure for a price index.</remarks>
    public static Instrument? Of(Evaluator evaluator, Instrument subject, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(asOf);
        var basis = Treatment(evaluator.Market, subject);
        return evaluator.Market.Rows.Instruments
            .Where(other => other.Kind == InstrumentKind.Index && other.Id != subject.Id && other.Exchange is not null && other.Exchange == subject.Exchange && other.Currency == subject.Currency && Treatment(evaluator.Market, other) == basis)
            .Select(other => (Index: other, IsKnown: Value(evaluator, "volatility", other, asOf, out var volatility, "1y"), Volatility: volatility, IsValued: Value(evaluator, "pe", other, asOf, out _)))
            .Where(other => other.IsKnown)
            .OrderBy(other => other.IsValued ? 0 : 1).ThenBy(other => other.Volatility).ThenBy(other => other.Index.Id)
            .Select(other => other.Index)
            .FirstOrDefault();
    }

    // What becomes of dividends: stocks are told by price, as price indices are.
    private static string Treatment(Market market, Instrument instrument)
    {
        var text = instrument.Kind == InstrumentKind.Index ? market.Prices(instrument.Id)?.Basis.CloseText ?? "" : "";
        return Reinvested.FirstOrDefault(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? "price";
    }

    private static bool Value(Evaluator evaluator, string measure, Instrument instrument, AsOf asOf, out double value, params string[] arguments) =>
        evaluator.TryValue(Expression.Of(measure, [instrument.Id.Value, .. arguments]).At(asOf), asOf, out value);
}
