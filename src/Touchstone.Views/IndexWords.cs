using Touchstone.Indices;

namespace Touchstone.Views;

/// <summary>The words for decisions and returns of an index.</summary>
internal static class IndexWords
{
    /// <summary>A decision in words.</summary>
    /// <param name="decision">The decision.</param>
    public static string Of(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Joins => "joins",
        ReviewDecision.Stays => "stays",
        ReviewDecision.KeptByBuffer => "kept by buffer",
        ReviewDecision.Leaves => "leaves",
        ReviewDecision.NotTaken => "not taken",
        _ => "screened out",
    };

    /// <summary>The level of a return.</summary>
    /// <param name="level">The levels of a day.</param>
    /// <param name="name">price, gross or net.</param>
    public static double Of(IndexLevel level, string name) => name switch
    {
        "gross" => level.Gross,
        "net" => level.Net,
        _ => level.Price,
    };
}
