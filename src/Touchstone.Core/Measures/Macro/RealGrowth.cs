namespace Touchstone.Measures;

/// <summary>Nominal, real and price growth of an aggregate: each from its own figures, or from the other two.</summary>
internal static class RealGrowth
{
    private static readonly string[] Figures = ["nominal", "real", "deflator"];

    private static readonly Parameter Figure = Parameter.Choice("figure", "nominal: in money of the day. real: in constant prices. deflator: of its prices.", "nominal", "real", "deflator") with { Required = true, Default = null };

    private static readonly Parameter Aggregate = new("of", ParameterKind.Field, "The aggregate: the figures are its name with _nominal, _real and _deflator.", Required: false, Default: "gdp");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "macro-growth",
        Question = "By how many percent did an aggregate grow in money, in volume, or in price?",
        Family = "macro",
        Arguments = [Parameter.Subject, Parameter.Window, Figure, Aggregate, GrowthEnds.In],
        Unit = "percent; with in=logs 100 times the logarithm",
        Roles = ["observations", "disclosures"],
        Formula = "own figures: figure(to) / figure(from) - 1; or else (1 + nominal) = (1 + real) * (1 + deflator), solved for it",
        Source = "Value is volume times price; United Nations, \"System of National Accounts 2008\", chapter 15.",
        Words = ["nominal growth", "real GDP", "deflator", "in real terms"],
        Example = "macro-growth(COAST, 1y, real)",
    };

    public static Measure Identity { get; } = new(BindIdentity)
    {
        Name = "growth-identity",
        Question = "By how much does nominal growth miss the sum of real growth and the deflator's, in logs?",
        Family = "macro",
        Arguments = [Parameter.Subject, Parameter.Window, Aggregate],
        Unit = "percentage points, in logs",
        Roles = ["observations", "disclosures"],
        Formula = "ln nominal(to) / nominal(from) - ln real(to) / real(from) - ln deflator(to) / deflator(from)",
        Source = "Value is volume times price, exact in logs; United Nations, \"System of National Accounts 2008\", chapter 15. What is left is rounding, or a figure of another kind.",
        Words = ["nominal growth equals real growth plus inflation"],
        Example = "growth-identity(COAST, 1y)",
    };

    private static Bound Bind(Call call)
    {
        var (figure, form) = (call.Text(Figure)!, call.Text(GrowthEnds.In)!);
        if (Find(call, figure, out var own) is not { } none)
        {
            return new Bound(Unit.Percent, (asOf, working) =>
            {
                if (own.Ratio(asOf, working, out var ratio, out var terms) is { } problem)
                {
                    return problem;
                }

                var value = GrowthEnds.Value(ratio, form);
                working?.Step(figure, GrowthEnds.Text(terms, form), value, Unit.Percent);
                return value;
            });
        }

        var others = Figures.Where(name => name != figure).ToArray();
        if ((Find(call, others[0], out var first) ?? Find(call, others[1], out var second)) is not null)
        {
            return none with { Message = $"{none.Message} {Field(call, others[0])} and {Field(call, others[1])} together would do as well." };
        }

        Find(call, others[1], out second);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if ((first.Ratio(asOf, working, out var one, out var termsOne) ?? second.Ratio(asOf, working, out var two, out var termsTwo)) is { } problem)
            {
                return problem;
            }

            second.Ratio(asOf, null, out two, out termsTwo);
            var ratio = figure == "nominal" ? one * two : one / two;
            var value = GrowthEnds.Value(ratio, form);
            working?.Convention($"The package has no {Field(call, figure)}; it follows from {Field(call, others[0])} and {Field(call, others[1])}.");
            working?.Step(others[0], GrowthEnds.Text(termsOne, form), GrowthEnds.Value(one, form), Unit.Percent);
            working?.Step(others[1], GrowthEnds.Text(termsTwo, form), GrowthEnds.Value(two, form), Unit.Percent);
            working?.Step(figure, GrowthEnds.Text($"{WorkingBuilder.Text(one)} {(figure == "nominal" ? "*" : "/")} {WorkingBuilder.Text(two)}", form), value, Unit.Percent);
            return value;
        });
    }

    private static Bound BindIdentity(Call call)
    {
        var ends = new GrowthEnds[Figures.Length];
        for (var i = 0; i < Figures.Length; i++)
        {
            if (Find(call, Figures[i], out ends[i]) is { } none)
            {
                return none;
            }
        }

        var points = new Unit(UnitKind.PercentagePoints);
        return new Bound(points, (asOf, working) =>
        {
            var logs = new double[Figures.Length];
            for (var i = 0; i < Figures.Length; i++)
            {
                if (ends[i].Ratio(asOf, working, out var ratio, out var terms) is { } problem)
                {
                    return problem;
                }

                logs[i] = GrowthEnds.Value(ratio, "logs");
                working?.Step(Figures[i], GrowthEnds.Text(terms, "logs"), logs[i], Unit.Percent);
            }

            var rest = logs[0] - logs[1] - logs[2];
            working?.Step("left over", $"{WorkingBuilder.Text(logs[0])} - {WorkingBuilder.Text(logs[1])} - {WorkingBuilder.Text(logs[2])}", rest, points);
            return rest;
        });
    }

    private static string Field(Call call, string figure) => $"{call.Text(Aggregate)}_{figure}";

    private static Problem? Find(Call call, string figure, out GrowthEnds ends)
    {
        var subject = call.Subject(Parameter.Subject);
        var none = Observation.Find(subject, Field(call, figure), out var line);
        ends = none is null ? new GrowthEnds(line, call.Window(Parameter.Window, subject)) : null!;
        return none;
    }
}
