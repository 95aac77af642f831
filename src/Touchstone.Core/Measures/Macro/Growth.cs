namespace Touchstone.Measures;

/// <summary>The growth of a published figure over a window.</summary>
internal static class Growth
{
    public static Measure Measure { get; } = new(Bind)
    {
        Name = "growth",
        Question = "By how many percent did a published figure grow over a window?",
        Family = "macro",
        Arguments = [Parameter.Subject, Observation.Field, Parameter.Window, GrowthEnds.In],
        Unit = "percent; with in=logs 100 times the logarithm",
        Roles = ["observations", "disclosures"],
        Formula = "figure(to) / figure(from) - 1; in=logs: ln(figure(to) / figure(from))",
        Source = "Growth between the last figures on or before both ends; United Nations, \"System of National Accounts 2008\", chapter 15.",
        Words = ["grew", "expanded by", "growth since", "year on year", "contracted"],
        Example = "growth(COAST, gdp_nominal, 1y)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        var (field, form) = (call.Text(Observation.Field)!, call.Text(GrowthEnds.In)!);
        if (Observation.Find(subject, field, out var line) is { } none)
        {
            return Disclosure.Absent(subject, field, window, none);
        }

        var ends = new GrowthEnds(line, window);
        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (ends.Ratio(asOf, working, out var ratio, out var terms) is { } problem)
            {
                return problem;
            }

            var value = GrowthEnds.Value(ratio, form);
            working?.Step("growth", GrowthEnds.Text(terms, form), value, Unit.Percent);
            return value;
        });
    }
}
