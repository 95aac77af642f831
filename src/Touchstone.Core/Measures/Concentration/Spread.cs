using System.Globalization;

namespace Touchstone.Measures;

/// <summary>How evenly an index, a market value or a turnover is spread over its stocks.</summary>
internal static class Spread
{
    private static readonly Parameter Of = Parameter.Choice(
        "of", "weight: what is spread is the index, by its published units. value: market value. turnover: the money traded over the window.", "weight", "value", "turnover");

    private static readonly Parameter Over = new("window", ParameterKind.Window, "Of turnover: the span over which it is summed.", Required: false, Default: "20d");

    private static readonly Parameter Top = new("top", ParameterKind.Count, "How many of the largest.");

    private static readonly Parameter In = Parameter.Choice("in", "nats: the entropy itself. number: the number of equal parts with the same entropy.", "nats", "number");

    private const string Books = "Hall and Tideman, \"Measures of Concentration\", Journal of the American Statistical Association 62, 1967.";

    public static Measure HerfindahlHirschman { get; } = Make(
        "hhi", "How concentrated is it, by the Herfindahl-Hirschman index?", "sum of share ^ 2", "number, above 0 to 1 (1 is 10,000 on the scale of competition law)",
        "Hirschman, \"The Paternity of an Index\", American Economic Review 54, 1964.", Unit.Number, "shares squared and summed", shares => Concentration.HerfindahlHirschman(shares), "Herfindahl", "HHI", "concentration");

    public static Measure Normalised { get; } = Make(
        "normalised-hhi", "How concentrated is it on a scale from 0 for equal parts to 1?", "(hhi - 1 / n) / (1 - 1 / n)", "number, 0 to 1",
        Books, Unit.Number, "(hhi - 1 / n) / (1 - 1 / n)", shares => Concentration.Normalised(shares), "normalised Herfindahl", "normalised HHI");

    public static Measure EffectiveNumber { get; } = Make(
        "effective-number", "How many equal stocks would be as concentrated?", "1 / hhi", "number, 1 to n",
        "Adelman, \"Comment on the H Concentration Measure as a Numbers-Equivalent\", Review of Economics and Statistics 51, 1969.", Unit.Number, "1 / hhi", shares => Concentration.EffectiveNumber(shares), "effective number of stocks");

    public static Measure Gini { get; } = Make(
        "gini", "How unequal are the parts, by the Gini coefficient?", "2 * sum(i * share(i)) / (n * sum of share) - (n + 1) / n, shares ascending", "number, 0 to 1",
        "Gini, \"Variabilità e mutabilità\", 1912.", Unit.Number, "by ranks, ascending", shares => Concentration.Gini(shares), "Gini coefficient", "inequality");

    public static Measure Entropy { get; } = new(call =>
    {
        var asksNumber = call.Text(In) == "number";
        return Bind(call, Unit.Number, asksNumber ? "exp(-sum of share * ln(share))" : "-sum of share * ln(share)", 1, shares => asksNumber ? Math.Exp(Concentration.Entropy(shares)) : Concentration.Entropy(shares));
    })
    {
        Name = "entropy",
        Question = "How evenly is it spread, by Shannon's entropy?",
        Family = "concentration",
        Arguments = [StockList.First, StockList.Others, Of, Over, MemberLines.By, In],
        Unit = "nats, 0 to ln n; number (in=number)",
        Roles = ["constituents", "constituent-snapshots", "divisors", "prices", "shares", "actions", "fx", "events"],
        Formula = "-sum of share * ln(share); in=number: exp of it",
        Source = "Shannon, \"A Mathematical Theory of Communication\", Bell System Technical Journal 27, 1948.",
        Words = ["entropy", "evenly spread"],
        Example = "entropy(HARB)",
    };

    public static Measure TopShare { get; } = new(call =>
    {
        var top = int.Parse(call.Text(Top)!, CultureInfo.InvariantCulture);
        return Bind(call, Unit.Percent, $"100 * sum of the {top} largest shares", top, shares => 100 * Concentration.Top(shares, top));
    })
    {
        Name = "top-share",
        Question = "What part do the largest stocks have together?",
        Family = "concentration",
        Arguments = [StockList.First, Top, StockList.Others, Of, Over, MemberLines.By],
        Unit = "percent",
        Roles = ["constituents", "constituent-snapshots", "divisors", "prices", "shares", "actions", "fx", "events"],
        Formula = "100 * sum of the n largest shares",
        Source = "The concentration ratio of n firms; " + Books,
        Words = ["top five", "ten largest", "concentration ratio", "made up half of turnover"],
        Example = "top-share(HARB, 3, of=turnover)",
    };

    private static Measure Make(
        string name, string question, string formula, string unit, string source, Unit answer, string step, Func<double[], double> calculate, params string[] words) =>
        new(call => Bind(call, answer, step, name == "normalised-hhi" ? 2 : 1, calculate))
        {
            Name = name,
            Question = question,
            Family = "concentration",
            Arguments = [StockList.First, StockList.Others, Of, Over, MemberLines.By],
            Unit = unit,
            Roles = ["constituents", "constituent-snapshots", "divisors", "prices", "shares", "actions", "fx", "events"],
            Formula = formula,
            Source = source,
            Words = [.. words],
            Example = $"{name}(HARB)",
        };

    private static Bound Bind(Call call, Unit unit, string formula, int least, Func<double[], double> calculate)
    {
        if (SpreadShares.Find(call, call.Text(Of)!, Over, out var find) is { } none)
        {
            return none;
        }

        return new Bound(unit, (asOf, working) =>
        {
            if (find(asOf, working, out var parts) is { } problem)
            {
                return problem;
            }

            if (parts.Length < least)
            {
                return working?.Problem(ProblemKind.Undefined, $"There are {parts.Length} parts of {call.Subject(StockList.First).Id}; {least} or more are needed.") ?? WorkingBuilder.Unspoken;
            }

            var total = StockAmounts.Sum([.. parts.Select(part => part.Amount)]);
            if (total <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The parts of {call.Subject(StockList.First).Id} sum to {WorkingBuilder.Text(total)}; shares need a sum above zero.") ?? WorkingBuilder.Unspoken;
            }

            var shares = Concentration.Shares([.. parts.Select(part => part.Amount)]);
            var value = calculate(shares);
            if (working is not null)
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    working.Step(parts[i].Name, $"100 * {WorkingBuilder.Text(parts[i].Amount)} / {WorkingBuilder.Text(total)}", 100 * shares[i], Unit.Percent);
                }

                working.Formula(formula);
                working.Step("answer", $"{formula}, of {parts.Length} shares", value, unit);
            }

            return value;
        });
    }
}
