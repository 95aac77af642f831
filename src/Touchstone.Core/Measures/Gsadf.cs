using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>How explosive the most explosive stretch of a series was.</summary>
internal static class Gsadf
{
    private static readonly Parameter Field = new("field", ParameterKind.Field, "close (its logarithm), pe, price-dividend, or the name of an observation.", Required: false, Default: "close");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "gsadf",
        Question = "How large is the bubble statistic GSADF over a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, Field],
        Unit = "number",
        Roles = ["prices", "observations", "actions", "events"],
        Formula = "max over windows of at least floor(T (0.01 + 1.8 / √T)) rows of c / se(c); change = a + c level before + residual",
        Source = "Phillips, Shi and Yu, \"Testing for multiple bubbles\", International Economic Review 56(4), 2015.",
        Words = ["bubble", "exuberance", "explosive", "frothy"],
        Example = "gsadf(HARB, 2024)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        var field = call.Text(Field)!;
        var read = StudySeries.Of(call.Market, subject.Id, field);
        if (!read.HasValue)
        {
            return read.Problem;
        }

        // The line says which days the window means; the series holds the numbers of those days.
        var name = field switch { "pe" => "pe_trailing", StudySeries.PriceDividend => "dividend_yield", _ => field };
        var line = field is "close" or "adjusted" ? subject.Price(PriceLine.Field(field)) ?? subject.Price(Data.PriceField.Close)! : subject.Observed(name)!;
        return new Bound(Unit.Number, (asOf, working) =>
        {
            var unresolved = read.Value.IsPrice
                ? line.Inside(window, asOf, true, working, out var first, out var last)
                : DatedSpan.Rows(line, window, asOf, working, out first, out last);
            if (unresolved is { } problem)
            {
                return problem;
            }

            var series = read.Value.Between(line.DateAt(first), line.DateAt(last));
            if (!series.HasValue)
            {
                return series.Problem;
            }

            var levels = ExuberanceStudy.Levels(series.Value, series.Value.IsPrice);
            var result = levels.HasValue ? Exuberance.Test(levels.Value.AsSpan()) : levels.Problem;
            if (!result.HasValue)
            {
                return result.Problem;
            }

            if (working is not null)
            {
                Explain(working, series.Value, result.Value);
            }

            return result.Value.Gsadf;
        });
    }

    private static void Explain(WorkingBuilder working, StudySeries series, ExuberanceResult result)
    {
        DateOnly Day(int position) => series.Values.Days[position];
        foreach (var position in new[] { 0, result.GsadfStart, result.GsadfEnd, result.Points - 1 }.Distinct().Order())
        {
            working.Input(series.InputAt(position));
        }

        working.Convention(series.Meaning);
        working.Convention(series.Coverage);
        working.Convention($"{(series.IsPrice ? "Logarithms are tested. " : "")}Lag 0; windows of {result.MinimumRegressionRows} regression rows or more.");
        working.Step("gsadf", $"t ratio of the level over {Day(result.GsadfStart):yyyy-MM-dd} to {Day(result.GsadfEnd):yyyy-MM-dd}, the most explosive window", result.Gsadf, Unit.Number);
        if (StoredCriticalValues.Around(result.Points) is { HasValue: true } stored)
        {
            working.Convention(stored.Working.Conventions[0] + " Volatility that changes lifts GSADF without a bubble; 'touchstone study exuberance' allows for it.");
            working.Step("critical value at 5%", "95% of random walks of this length stay below", stored.Value.Gsadf.At95, Unit.Number);
        }
    }
}
