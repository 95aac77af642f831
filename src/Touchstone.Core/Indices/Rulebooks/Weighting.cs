namespace Touchstone.Indices;

/// <summary>How weights come about before caps.</summary>
public enum Weighting
{
    /// <summary>By market value: price × shares that count.</summary>
    MarketValue,

    /// <summary>By price: one unit of each.</summary>
    Price,

    /// <summary>All equal at reviews.</summary>
    Equal,

    /// <summary>As the given list says, at reviews.</summary>
    Given,

    /// <summary>By the score of the ranking, which must be above zero, at reviews.</summary>
    Score,
}
