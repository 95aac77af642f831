namespace Touchstone.Measures;

/// <summary>One currency on both sides of a comparison, as fractions.</summary>
/// <param name="Weight">The part of the portfolio in this currency at the start.</param>
/// <param name="Return">Its return in the currency itself; not read where the weight is zero.</param>
/// <param name="BenchmarkWeight">The part of the benchmark.</param>
/// <param name="BenchmarkReturn">Its return in the currency itself; not read where that weight is zero.</param>
/// <param name="Exchange">The change of the currency against the one reported in.</param>
/// <param name="Cash">The return of a deposit in the currency over the period; 0 to leave interest with the local return.</param>
public readonly record struct CurrencyPair(double Weight, double Return, double BenchmarkWeight, double BenchmarkReturn, double Exchange, double Cash);

/// <summary>What one currency added to the excess return of a period, as fractions.</summary>
/// <param name="Allocation">From holding more or less of the market than the benchmark does, by its premium over local cash.</param>
/// <param name="Selection">From what is held in that market.</param>
/// <param name="Interaction">From both together.</param>
/// <param name="Currency">From holding more or less of the currency, by what its cash returned in the currency reported in.</param>
/// <param name="Cross">From premium and currency multiplied.</param>
public readonly record struct CurrencyEffects(double Allocation, double Selection, double Interaction, double Currency, double Cross)
{
    /// <summary>All five together.</summary>
    public double Total => Allocation + Selection + Interaction + Currency + Cross;
}

/// <summary>Splits an excess return into markets and currencies.</summary>
public static class KarnoskySinger
{
    /// <summary>The effects of each currency; over all they sum to the excess return in the currency reported in when both weights sum to one.</summary>
    /// <param name="currencies">The currencies.</param>
    /// <returns>One set of effects for each currency, in the same order.</returns>
    /// <remarks>
    /// With r the local return, c the cash return, e the change of the currency: premium p = r - c, currency return k = (1 + c)(1 + e) - 1, so that (1 + r)(1 + e) - 1 = p + k + p e exactly. allocation = (w - w_b)(p_b - Σ w_b p_b), selection = w_b (p - p_b),
    /// interaction = (w - w_b)(p - p_b), currency = (w - w_b)(k - Σ w_b k), cross = (w p - w_b p_b) e. A market that only one side holds counts as in <see cref="BrinsonFachler.Split"/>.
    /// Source: Karnosky and Singer, "Global Asset Management and Performance Attribution", CFA Institute Research Foundation, 1994, who work in continuous returns, where there is no cross product.
    /// </remarks>
    public static CurrencyEffects[] Split(ReadOnlySpan<CurrencyPair> currencies)
    {
        var premiums = new GroupPair[currencies.Length];
        var whole = 0.0;
        for (var index = 0; index < currencies.Length; index++)
        {
            var currency = currencies[index];
            premiums[index] = new GroupPair(
                currency.Weight,
                currency.Weight == 0 ? 0 : currency.Return - currency.Cash,
                currency.BenchmarkWeight,
                currency.BenchmarkWeight == 0 ? 0 : currency.BenchmarkReturn - currency.Cash);
            whole += currency.BenchmarkWeight * CashAbroad(currency);
        }

        var local = BrinsonFachler.Split(premiums);
        var effects = new CurrencyEffects[currencies.Length];
        for (var index = 0; index < effects.Length; index++)
        {
            var (currency, premium) = (currencies[index], premiums[index]);
            effects[index] = new CurrencyEffects(
                local[index].Allocation,
                local[index].Selection,
                local[index].Interaction,
                (currency.Weight - currency.BenchmarkWeight) * (CashAbroad(currency) - whole),
                ((premium.Weight * premium.Return) - (premium.BenchmarkWeight * premium.BenchmarkReturn)) * currency.Exchange);
        }

        return effects;
    }

    private static double CashAbroad(CurrencyPair currency) => currency.Cash + currency.Exchange + (currency.Cash * currency.Exchange);
}
