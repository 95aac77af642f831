namespace Touchstone.Measures;

/// <summary>What a share is valued on: the observed multiple, and the observed figure for one share that stands for it.</summary>
/// <param name="Multiple">The field of the multiple.</param>
/// <param name="PerShare">The field of the figure for one share.</param>
/// <param name="Name">The figure in words.</param>
internal sealed record ValuedOn(string Multiple, string PerShare, string Name)
{
    public static ValuedOn Earnings { get; } = new("pe_trailing", "eps_trailing", "earnings");

    private static ValuedOn[] Known { get; } =
    [
        Earnings,
        new("price_to_book", "book_value_per_share", "book value"),
        new("price_to_sales", "sales_per_share", "sales"),
        new("pe_forward", "eps_forward", "forward earnings"),
    ];

    /// <summary>Earnings, then what stands in for them.</summary>
    public static IEnumerable<ValuedOn> InOrder => Known.Take(3);

    /// <summary>What a multiple is a multiple of.</summary>
    public static ValuedOn Of(string multiple) => Array.Find(Known, valued => valued.Multiple == multiple) ?? new(multiple, "", $"the figure under {multiple}");
}
