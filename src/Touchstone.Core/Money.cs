namespace Touchstone;

/// <summary>An amount in one currency, named by its ISO 4217 code (<c>USD</c>) or, for minor units, the market's code (<c>GBX</c>).</summary>
public readonly record struct Money
{
    /// <summary>Makes an amount.</summary>
    /// <param name="amount">Whole units of the currency; any sign.</param>
    /// <param name="currency">Three capital letters.</param>
    public Money(decimal amount, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            throw new ArgumentException($"'{currency}' is not a currency code of three capital letters.", nameof(currency));
        }

        (Amount, Currency) = (amount, currency);
    }

    /// <summary>The amount in whole units of the currency.</summary>
    public decimal Amount { get; }

    /// <summary>The currency's code.</summary>
    public string Currency { get; }

    /// <summary>Amount and currency, unrounded.</summary>
    public override string ToString() => $"{Amount} {Currency}";
}
