namespace Touchstone.Indices;

/// <summary>What an index does with its holding when a company changes the number or the price of its shares.</summary>
public enum HoldingRule
{
    /// <summary>The holding follows the company's shares, as in an index weighted by market value.</summary>
    FollowShares,

    /// <summary>The units stay as they are and the divisor takes the change, as in an index weighted by price.</summary>
    KeepUnits,

    /// <summary>The units move against the price so that the member keeps its weight, as in an equally weighted index.</summary>
    KeepWeight,
}
