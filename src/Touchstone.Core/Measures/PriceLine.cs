using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Chooses the price column for a question, and says why there is none.</summary>
internal static class PriceLine
{
    public static Parameter CloseOrBar { get; } = Parameter.Choice("field", "Which price of the day.", "close", "open", "high", "low");

    public static PriceField Field(string name) => name switch
    {
        "close" => PriceField.Close,
        "open" => PriceField.Open,
        "high" => PriceField.High,
        "low" => PriceField.Low,
        "volume" => PriceField.Volume,
        "turnover" => PriceField.Turnover,
        _ => PriceField.Adjusted,
    };

    /// <summary>The reason why a subject has no column of a field.</summary>
    public static Problem Missing(Subject subject, PriceField field)
    {
        var name = field.ToString().ToLowerInvariant();
        if (subject.History is null)
        {
            return new Problem(ProblemKind.NoData, $"The package has no prices of {subject.Id}: rows of the role `prices` with its {name} would settle it.");
        }

        return field != PriceField.Adjusted && subject.Price(PriceField.Adjusted) is not null
            ? new Problem(ProblemKind.Basis, $"The package has no {name} of {subject.Id}, only a series adjusted for dividends; a total return can be asked with basis=total.", subject.History.File.Name)
            : new Problem(ProblemKind.NoData, $"The package has no {name} of {subject.Id}: the column `{name}` in {subject.History.File.Name} would settle it.", subject.History.File.Name);
    }

    /// <summary>The column of a field for measures of prices as such, or the reason why there is none.</summary>
    public static Problem? Find(Subject subject, PriceField field, out Line line)
    {
        line = subject.Price(field)!;
        if (NotAPrice(subject) is { } problem)
        {
            return problem;
        }

        if (line is null)
        {
            return Missing(subject, field);
        }

        return subject.History!.Basis.Close == CloseBasis.Unstated && subject.Splits.Count > 0
            ? new Problem(ProblemKind.Basis, $"The package does not state the basis of the close of {subject.Id}, which was split on {subject.Splits[0].ExDate:yyyy-MM-dd}: `basis` of {subject.History.File.Name} would settle it.", subject.History.File.Name)
            : null;
    }

    /// <summary>What the basis of the close forbids for prices as such, or null.</summary>
    private static Problem? NotAPrice(Subject subject) => subject.History?.Basis.Close == CloseBasis.TotalReturn
        ? new Problem(ProblemKind.Basis, $"The close of {subject.Id} in {subject.History.File.Name} is adjusted for dividends ({subject.History.Basis.CloseText}); a total return can be asked with basis=total.", subject.History.File.Name)
        : null;
}
