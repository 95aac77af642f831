namespace Touchstone.Measures;

/// <summary>Flows that follow from what was bought and what was sold, where the package has those and not the flow itself.</summary>
internal static class DerivedFlow
{
    private const string Net = "_net_buy";

    private const string Turnover = "_turnover";

    /// <summary>The figures of <c>x_net_buy</c> as x_buy - x_sell and of <c>x_turnover</c> as x_buy + x_sell; null for other fields, or without both.</summary>
    public static Line? Of(Subject subject, string field)
    {
        var isNet = field.EndsWith(Net, StringComparison.Ordinal);
        if (!isNet && !field.EndsWith(Turnover, StringComparison.Ordinal))
        {
            return null;
        }

        var stem = field[..^(isNet ? Net.Length : Turnover.Length)];
        return subject.Stored(stem + "_buy") is { } buys && subject.Stored(stem + "_sell") is { } sells && buys.Unit == sells.Unit
            ? Line.Of(field, buys, sells, buys.Unit, isNet ? (bought, sold) => bought - sold : (bought, sold) => bought + sold)
            : null;
    }
}
