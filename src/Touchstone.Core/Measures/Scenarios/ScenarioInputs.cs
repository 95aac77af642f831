using Touchstone.Studies;

namespace Touchstone.Measures;

/// <summary>The arguments and observed figures that questions of the kind "what if" share.</summary>
internal static class ScenarioInputs
{
    public static Parameter Rate { get; } = new("rate", ParameterKind.Number, "The discount rate, percent a year.");

    public static Parameter Growth { get; } = new("growth", ParameterKind.Number, "The growth of dividends for ever, percent a year; without it, the one that the dividend yield implies.", Required: false);

    /// <summary>Takes the steps of a study over into a working.</summary>
    public static void Take<T>(this WorkingBuilder? working, Answer<T> answer)
    {
        if (working is not null && answer.HasValue)
        {
            working.Add(answer.Working);
        }
    }

    /// <summary>The dividend yield of the as-of day as a fraction, above zero.</summary>
    public static Problem? Yield(Bound yield, Subject subject, AsOf asOf, WorkingBuilder? working, out double fraction)
    {
        var found = yield.Calculate(asOf, working);
        fraction = found.Value / 100;
        return found.Problem ?? (fraction > 0
            ? null
            : working?.Problem(ProblemKind.Undefined, $"The dividend yield of {subject.Id} is {WorkingBuilder.Text(found.Value)}%; a value from dividends needs one above zero.") ?? WorkingBuilder.Unspoken);
    }

    /// <summary>The growth for ever: as given, or as the dividend yield implies at the rate.</summary>
    public static Problem? GrowthOf(Call call, Bound? yield, Subject subject, AsOf asOf, WorkingBuilder? working, out Percent growth)
    {
        growth = default;
        if (call.Has(Growth))
        {
            growth = call.Percent(Growth);
            working?.Convention($"A growth for ever of {growth.Points:G10}% is given.");
            return null;
        }

        if (Yield(yield!, subject, asOf, working, out var fraction) is { } problem)
        {
            return problem;
        }

        var implied = Gordon.ImpliedGrowth(1, fraction, call.Percent(Rate));
        working.Take(implied);
        growth = implied.HasValue ? implied.Value : default;
        return implied.Problem;
    }
}
