namespace Touchstone.Indices;

/// <summary>The factor by which MSCI multiplies the price of a share with rights, so that the day of the rights is no fall: the price adjustment factor.</summary>
/// <remarks>
/// Before the change of the rule: cum price / theoretical ex-rights price. After it: theoretical cum price / price on the ex-date. Both are 1 when the
/// subscription price is not below the cum price, and they agree when the share opens at the theoretical price.
/// Source: MSCI, "Corporate Events Methodology", as told in the trade press at the change of the rule.
/// </remarks>
public static class RightsFactor
{
    /// <summary>The factor by the older rule: cum / ((held × cum + issued × subscription) / (held + issued)).</summary>
    /// <param name="cum">The last close with the rights; above zero.</param>
    /// <param name="held">Shares held; above zero: 4 for 1 for 4.</param>
    /// <param name="issued">New shares offered for them; above zero.</param>
    /// <param name="subscription">What one of them costs; zero or more.</param>
    /// <returns>The factor, at least 1; <see cref="ProblemKind.Invalid"/> for a number out of its range.</returns>
    public static Answer<double> ByCumPrice(double cum, double held, double issued, double subscription)
    {
        if (Fault(cum, held, issued, subscription) is { } fault)
        {
            return fault;
        }

        if (subscription >= cum)
        {
            return OutOfTheMoney(cum, subscription);
        }

        var theoretical = ((held * cum) + (issued * subscription)) / (held + issued);
        return Factor("cum price / theoretical ex-rights price", "theoretical ex-rights price", $"({held:R} × {cum:R} + {issued:R} × {subscription:R}) / ({held:R} + {issued:R})", theoretical, cum / theoretical);
    }

    /// <summary>The factor by the newer rule: ((ex price × (held + issued) - issued × subscription) / held) / ex price.</summary>
    /// <param name="cum">The last close with the rights; above zero.</param>
    /// <param name="exPrice">The price on the ex-date; above zero.</param>
    /// <param name="held">Shares held; above zero.</param>
    /// <param name="issued">New shares offered for them; above zero.</param>
    /// <param name="subscription">What one of them costs; zero or more.</param>
    /// <returns>
    /// The factor; <see cref="ProblemKind.Invalid"/> for a number out of its range; <see cref="ProblemKind.Undefined"/> when the ex price is so low that the theoretical cum price is not above zero.
    /// </returns>
    public static Answer<double> ByExPrice(double cum, double exPrice, double held, double issued, double subscription)
    {
        if ((Fault(cum, held, issued, subscription) ?? AboveZero("ex price", exPrice)) is { } fault)
        {
            return fault;
        }

        if (subscription >= cum)
        {
            return OutOfTheMoney(cum, subscription);
        }

        var theoretical = ((exPrice * (held + issued)) - (issued * subscription)) / held;
        return theoretical > 0
            ? Factor("theoretical cum price / ex price", "theoretical cum price", $"({exPrice:R} × ({held:R} + {issued:R}) - {issued:R} × {subscription:R}) / {held:R}", theoretical, theoretical / exPrice)
            : new Problem(ProblemKind.Undefined, $"The theoretical cum price would be {theoretical:R} from an ex price of {exPrice:R}; expected one above zero.");
    }

    private static Answer<double> Factor(string formula, string name, string sum, double theoretical, double factor) => Answer<double>.Of(factor, new Working
    {
        Formula = formula,
        Steps = [new Step(name, sum, theoretical, Unit.Number), new Step("factor", formula, factor, Unit.Number)],
    });

    private static Answer<double> OutOfTheMoney(double cum, double subscription) =>
        Answer<double>.Of(1, new Working { Formula = "1: the subscription price is not below the cum price", Conventions = [$"Nobody pays {subscription:R} for a share of {cum:R}."] });

    private static Problem? Fault(double cum, double held, double issued, double subscription) =>
        AboveZero("cum price", cum) ?? AboveZero("number of shares held", held) ?? AboveZero("number of shares offered", issued)
        ?? (double.IsFinite(subscription) && subscription >= 0 ? null : new Problem(ProblemKind.Invalid, $"The subscription price is {subscription:R}; expected a finite number, zero or more."));

    private static Problem? AboveZero(string name, double value) => double.IsFinite(value) && value > 0
        ? null
        : new Problem(ProblemKind.Invalid, $"The {name} is {value:R}; expected a finite number above zero.");
}
