namespace Touchstone.Indices;

/// <summary>Codes that stand in rulebooks, and what faults say was expected.</summary>
internal static class RulebookWords
{
    /// <summary>What a currency is expected to be.</summary>
    public const string CurrencyExpected = "a currency of three capital letters, such as HKD";

    /// <summary>What an exchange is expected to be.</summary>
    public const string ExchangeExpected = "a market identifier code of four capital letters or digits, such as XHKG";

    /// <summary>Whether a text is a currency code.</summary>
    /// <param name="text">The text.</param>
    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>Whether a text is a market identifier code.</summary>
    /// <param name="text">The text.</param>
    public static bool IsExchange(string text) => text.Length == 4 && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    /// <summary>A percentage as it is written.</summary>
    /// <param name="percent">The percentage.</param>
    public static string Of(Percent? percent) => $"{percent?.Points:0.##########}%";
}
