using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>What numbers a column may hold.</summary>
internal enum NumberRule
{
    /// <summary>Any finite number; a row without one carries no figure and is passed over.</summary>
    Figure,

    /// <summary>A number above zero; a row without one is passed over, a row with another is bad.</summary>
    Rate,

    /// <summary>A price: above zero or missing; another is reported and treated as missing.</summary>
    Price,

    /// <summary>A quantity: zero, above, or missing; another is reported and treated as missing.</summary>
    Quantity,
}

/// <summary>How the rows of a columnar role become columns: which fields are the key, the day and the numbers.</summary>
/// <param name="Keys">The key columns apart from the date, and for observations the unit.</param>
/// <param name="Numbers">The number columns and their rules.</param>
internal sealed record ColumnLayout(ImmutableArray<string> Keys, ImmutableArray<(string Name, NumberRule Rule)> Numbers)
{
    /// <summary>Joins the parts of a key.</summary>
    public const char Joint = '\u001f';

    private static readonly ColumnLayout Prices = new(["instrument"], [.. Enum.GetValues<PriceField>().Select(field => (field.ToString().ToLowerInvariant(), field >= PriceField.Volume ? NumberRule.Quantity : NumberRule.Price))]);

    private static readonly ColumnLayout Observations = new(["subject", "field", "unit"], [("value", NumberRule.Figure)]);

    private static readonly ColumnLayout Rates = new(["base", "quote"], [("rate", NumberRule.Rate)]);

    /// <summary>The layout of a role.</summary>
    /// <param name="role">A columnar role.</param>
    public static ColumnLayout Of(PackageRole role) => role.Name switch
    {
        "observations" => Observations,
        "fx" => Rates,
        _ => Prices,
    };
}
