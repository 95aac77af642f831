namespace Touchstone.Indices;

/// <summary>The price from which a mainland exchange measures the first session without a cash dividend, bonus shares and rights that fall on one day.</summary>
/// <remarks>
/// Every figure is for one share held before the day: P = (C - D + r × S) / (1 + b + r). Source: the ex-rights and ex-dividend reference price of the
/// Shanghai and Shenzhen exchanges' trading rules. A price index leaves the cash dividend in: P + D / (1 + b + r).
/// </remarks>
public static class ReferencePrice
{
    /// <summary>The reference price: without cash, bonus shares and rights.</summary>
    /// <param name="close">The last close C; above zero.</param>
    /// <param name="cash">The cash dividend D for one share held; zero or more.</param>
    /// <param name="bonus">Bonus shares b for one held; zero or more.</param>
    /// <param name="rights">New shares r offered for one held; zero or more.</param>
    /// <param name="subscription">What one of them costs, S; zero or more.</param>
    /// <returns>The price; <see cref="ProblemKind.Invalid"/> for a number out of its range, <see cref="ProblemKind.Undefined"/> when nothing is left of the price.</returns>
    public static Answer<double> TotalReturn(double close, double cash, double bonus, double rights, double subscription) =>
        Of(close, cash, bonus, rights, subscription, "(close - cash + rights × subscription price) / (1 + bonus + rights)", 0);

    /// <summary>The price from which a price index measures the day: as <see cref="TotalReturn"/>, the cash dividend left in.</summary>
    /// <param name="close">The last close C; above zero.</param>
    /// <param name="cash">The cash dividend D for one share held; zero or more.</param>
    /// <param name="bonus">Bonus shares b for one held; zero or more.</param>
    /// <param name="rights">New shares r offered for one held; zero or more.</param>
    /// <param name="subscription">What one of them costs, S; zero or more.</param>
    /// <returns>As <see cref="TotalReturn"/>.</returns>
    public static Answer<double> PriceReturn(double close, double cash, double bonus, double rights, double subscription) =>
        Of(close, cash, bonus, rights, subscription, "(close - cash + rights × subscription price) / (1 + bonus + rights) + cash / (1 + bonus + rights)", cash);

    private static Answer<double> Of(double close, double cash, double bonus, double rights, double subscription, string formula, double addedBack)
    {
        (string Name, double Value)[] figures = [("cash dividend", cash), ("bonus", bonus), ("rights", rights), ("subscription price", subscription)];
        foreach (var (name, value) in figures)
        {
            if (!double.IsFinite(value) || value < 0)
            {
                return new Problem(ProblemKind.Invalid, $"The {name} is {value:R}; expected a finite number, zero or more.");
            }
        }

        if (!double.IsFinite(close) || close <= 0)
        {
            return new Problem(ProblemKind.Invalid, $"The last close is {close:R}; expected a finite number above zero.");
        }

        var shares = 1 + bonus + rights;
        var price = ((close - cash + (rights * subscription)) / shares) + (addedBack / shares);
        return double.IsFinite(price) && price > 0
            ? Answer<double>.Of(price, new Working
            {
                Formula = formula,
                Steps = [new Step("reference price", $"({close:R} - {cash:R} + {rights:R} × {subscription:R}) / {shares:R}{(addedBack > 0 ? $" + {addedBack:R} / {shares:R}" : "")}", price, Unit.Number)],
            })
            : new Problem(ProblemKind.Undefined, $"The reference price would be {price:R}; expected one above zero.");
    }
}
