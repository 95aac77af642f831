using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The return of a price or level over a window, on one basis at both ends.</summary>
internal static class Return
{
    private static readonly Parameter Basis = Parameter.Choice("basis", "price: without dividends. total: with dividends, from the adjusted series.", "price", "total");

    private static readonly Parameter Currency = new("currency", ParameterKind.Currency, "Convert both ends to this currency.", Required: false);

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "return",
        Question = "By how many percent did it rise or fall over a window?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, Basis, Currency],
        Unit = "percent",
        Roles = ["prices", "actions", "fx", "events"],
        Formula = "close(to) / close(from) - 1",
        Source = "Simple holding-period return; Bacon, \"Practical Portfolio Performance Measurement and Attribution\", 2nd ed. 2008, chapter 2.",
        Words = ["rose", "fell", "gained", "lost", "up", "down", "return", "rallied", "surged", "slumped", "percent"],
        Example = "return(HARB, ytd)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var window = call.Window(Parameter.Window, subject);
        var total = call.Text(Basis) == "total";
        if (call.Text(Currency) is not { } currency)
        {
            return Of(subject, window, total);
        }

        if (subject.Instrument?.Currency is not { } own)
        {
            return new Problem(ProblemKind.NoData, $"The package does not say in which currency {subject.Id} is quoted.");
        }

        return call.Conversion(own, currency) is { } conversion
            ? Of(subject, window, total, conversion)
            : new Problem(ProblemKind.NoData, $"The package has no rates from {own} to {currency}, direct, inverse or through one other currency: rows of the role `fx` would settle it.");
    }

    /// <summary>The return of a subject over a window, as other measures use it too.</summary>
    public static Bound Of(Subject subject, BoundWindow window, bool total = false, Conversion? conversion = null)
    {
        if ((total ? TotalLine(subject, out var line) : PriceLine.Find(subject, PriceField.Close, out line)) is { } none)
        {
            return none;
        }

        return new Bound(Unit.Percent, (asOf, working) =>
        {
            if (line.Rows(window, asOf, working, out var from, out var to) is { } problem)
            {
                return working is null || total ? problem : OnlyTotal(subject, window, asOf) ?? problem;
            }

            var ratio = line.Values[to] / line.Values[from];
            if (conversion is not null)
            {
                if ((conversion.Rate(line.DateAt(from), working, out var before) ?? conversion.Rate(line.DateAt(to), working, out _)) is { } missing)
                {
                    return missing;
                }

                conversion.Rate(line.DateAt(to), null, out var after);
                working?.Step($"{conversion.To} for one {conversion.From}", $"{WorkingBuilder.Text(after)} / {WorkingBuilder.Text(before)}", after / before, Unit.Number);
                ratio *= after / before;
            }

            var value = (ratio - 1) * 100;
            if (working is not null)
            {
                Explain(working, line, from, to, conversion, value);
            }

            return value;
        });
    }

    private static void Explain(WorkingBuilder working, Line line, int from, int to, Conversion? conversion, double value)
    {
        var split = line.SplitBetween(from, to);
        var terms = $"{WorkingBuilder.Text(line.Stored(to))} / {WorkingBuilder.Text(line.Stored(from))}";
        if (split != 1)
        {
            line.ExplainSplit(working, from, to);
            terms = $"{WorkingBuilder.Text(line.Stored(to))} * {WorkingBuilder.Text(split)} / {WorkingBuilder.Text(line.Stored(from))}";
        }

        var rate = conversion is null ? "" : " * rate(to) / rate(from)";
        working.Formula($"{line.Field}(to){(split == 1 ? "" : " * split")} / {line.Field}(from){rate} - 1");
        working.Convention(Treatment(line));
        working.Step("return", conversion is null ? $"{terms} - 1" : $"{terms} * {WorkingBuilder.Text(((value / 100) + 1) * line.Values[from] / line.Values[to])} - 1", value, Unit.Percent);
    }

    private static string Treatment(Line line)
    {
        var basis = line.Subject.History!.Basis;
        if (line.Field == "adjusted")
        {
            return $"Total return from the adjusted series ({basis.AdjustedText}).";
        }

        return basis.Close switch
        {
            CloseBasis.TotalReturn => $"Total return from the close ({basis.CloseText}).",
            CloseBasis.IndexLevel => "Price return from index levels.",
            CloseBasis.Unstated => "Price return from closes whose basis the package does not state.",
            _ => $"Price return from closes ({basis.CloseText}), without dividends.",
        };
    }

    /// <summary>The column that has dividends in it.</summary>
    public static Problem? TotalLine(Subject subject, out Line line)
    {
        line = (subject.Price(PriceField.Adjusted) ?? (subject.History?.Basis.Close == CloseBasis.TotalReturn ? subject.Price(PriceField.Close) : null))!;
        return line is null ? PriceLine.Missing(subject, PriceField.Adjusted) : null;
    }

    /// <summary>The better reason when closes are missing that the adjusted series has.</summary>
    private static Problem? OnlyTotal(Subject subject, BoundWindow window, AsOf asOf)
    {
        if (subject.Price(PriceField.Adjusted) is not { } adjusted || adjusted.Rows(window, asOf, null, out var from, out var to) is not null)
        {
            return null;
        }

        return new Problem(ProblemKind.Basis, $"The close of {subject.Id} does not cover {adjusted.DateAt(from):yyyy-MM-dd} to {adjusted.DateAt(to):yyyy-MM-dd}; only the series adjusted for dividends does: a total return can be asked with basis=total.", subject.History!.File.Name);
    }
}
