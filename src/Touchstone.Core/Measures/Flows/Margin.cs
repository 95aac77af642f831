namespace Touchstone.Measures;

/// <summary>Buying on credit against the market: the balance against its value, the purchases against its turnover.</summary>
internal static class Margin
{
    private const string BalanceField = "margin_financing_balance";

    private const string BuysField = "margin_financing_buys";

    private static readonly Parameter Market = new("market", ParameterKind.Subject, "The market it is set against, where that is another subject.", Required: false);

    public static Measure ToValue { get; } = new(BindToValue)
    {
        Name = "margin-to-value",
        Question = "What part of market value is financed on margin?",
        Family = "flows",
        Arguments = [Parameter.Subject, Market],
        Unit = "percent",
        Roles = ["observations", "prices", "shares", "disclosures"],
        Formula = "margin_financing_balance / market value",
        Source = "The balance that exchanges publish over market value of the same day; use one scope for both (total or free-float value).",
        Words = ["margin balance", "leverage", "margin debt as a share of market value"],
        Example = "margin-to-value(XHBR)",
    };

    public static Measure BuyingShare { get; } = new(BindBuyingShare)
    {
        Name = "margin-buying-share",
        Question = "What part of turnover was bought on margin over a window?",
        Family = "flows",
        Arguments = [Parameter.Subject, Parameter.Window, Market],
        Unit = "percent",
        Roles = ["observations", "prices", "calendars", "disclosures"],
        Formula = "sum of margin_financing_buys / sum of turnover, over the days with both",
        Source = "Purchases on margin that exchanges publish over turnover, which counts a trade once.",
        Words = ["margin buying", "financed purchases", "bought on margin", "leveraged buying"],
        Example = "margin-buying-share(XHBR, 1m)",
    };

    private static Bound BindToValue(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (Observation.Find(subject, BalanceField, out var line) is { } none)
        {
            return Disclosure.Absent(subject, BalanceField, null, none);
        }

        var market = call.Has(Market) ? call.Subject(Market) : subject;
        var (balance, value) = (Observation.Of(line), MarketValue.Of(call.Market, market));
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            var part = balance.Calculate(asOf, working);
            var whole = part.Problem is null ? value.Calculate(asOf, working) : part;
            if (whole.Problem is not null)
            {
                return whole;
            }

            if (value.Unit != line.Unit)
            {
                return working?.Problem(ProblemKind.Undefined, $"The balance of {subject.Id} is in {line.Unit} and the value of {market.Id} in {value.Unit}; a share needs one currency.") ?? WorkingBuilder.Unspoken;
            }

            if (whole.Value <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The market value of {market.Id} is {WorkingBuilder.Text(whole.Value)}; a share needs one above zero.") ?? WorkingBuilder.Unspoken;
            }

            var share = 100 * part.Value / whole.Value;
            working?.Formula("margin_financing_balance / market value");
            working?.Step("share of market value", $"100 * {WorkingBuilder.Text(part.Value)} / {WorkingBuilder.Text(whole.Value)}", share, Unit.Percent);
            return share;
        });
    }

    private static Bound BindBuyingShare(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        return Observation.Find(subject, BuysField, out var line) is { } none
            ? Disclosure.Absent(subject, BuysField, window, none)
            : ShareOfTurnover.Of(line, call.Has(Market) ? call.Subject(Market) : subject, window, 1);
    }
}
