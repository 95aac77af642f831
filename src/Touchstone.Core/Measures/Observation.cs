namespace Touchstone.Measures;

/// <summary>A dated figure that somebody published: a valuation, a turnover, a balance.</summary>
internal static class Observation
{
    /// <summary>A figure counts as current for this many times the usual distance between two of them.</summary>
    private const int StaleSpacings = 5;

    public static Parameter Field { get; } = new("field", ParameterKind.Field, "The observed field, such as pe_trailing.");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "observation",
        Question = "What was the published figure?",
        Family = "valuation",
        Arguments = [Parameter.Subject, Field],
        Unit = "as the series states: multiple, percent, money, count or number",
        Roles = ["observations"],
        Formula = "last figure on or before the as-of day",
        Source = "The figure as the package gives it; at most five times the median distance between two figures old.",
        Words = ["balance", "turnover", "outstanding", "margin financing"],
        Example = "observation(HARB, pe_trailing)",
    };

    public static Measure PriceEarnings { get; } = Shortcut("pe", "At how many times trailing earnings does it trade?", "pe_trailing", "multiple", "P/E", "times earnings", "price-to-earnings");

    public static Measure PriceBook { get; } = Shortcut("pb", "At how many times book value does it trade?", "price_to_book", "multiple", "P/B", "times book", "price-to-book");

    public static Measure DividendYield { get; } = Shortcut("dividend-yield", "What is its dividend yield?", "dividend_yield", "percent", "dividend yield", "yields");

    /// <summary>The figures of a field of a subject, or the problem that names the missing series.</summary>
    public static Problem? Find(Subject subject, string field, out Line line)
    {
        line = subject.Observed(field)!;
        return line is null
            ? new Problem(ProblemKind.NoData, $"The package has no observations '{field}' of {subject.Id}: rows of the role `observations` (subject {subject.Id}, field {field}) would settle it.")
            : null;
    }

    /// <summary>The figure of a line.</summary>
    public static Bound Of(Line line)
    {
        var find = Rows(line);
        return new Bound(line.Unit, (asOf, working) =>
        {
            if (find(asOf, working, out var row) is { } problem)
            {
                return problem;
            }

            var value = line.Stored(row);
            working?.Step(line.Field, $"{line.Field} of {line.Subject.Id} on {line.DateAt(row):yyyy-MM-dd}", value, line.Unit);
            return value;
        });
    }

    /// <summary>Finds the last figure on or before a day, when it is not stale.</summary>
    public static RowFinder Rows(Line line)
    {
        var limit = StaleAfter(line);
        return (AsOf asOf, WorkingBuilder? working, out int row) => Row(line, asOf, limit, working, out row);
    }

    /// <summary>How many days a figure of a line counts as current.</summary>
    public static int StaleAfter(Line line) => Math.Max(1, line.UsualSpacing * StaleSpacings);

    /// <summary>The usual number of days between two figures of a line, at least one.</summary>
    public static int UsualSpacing(Line line) => Math.Max(1, line.UsualSpacing);

    private static Bound Bind(Call call) =>
        Find(call.Subject(Parameter.Subject), call.Text(Field)!, out var line) is { } none ? Disclosure.Absent(call.Subject(Parameter.Subject), call.Text(Field)!, null, none) : Of(line);

    /// <summary>The row of the last figure on or before the as-of day, unless it is older than a number of days.</summary>
    public static Problem? Row(Line line, AsOf asOf, int limit, WorkingBuilder? working, out int row)
    {
        var day = asOf.For(line.Subject.Mic) ?? line.Last;
        row = -1;
        if (Disclosure.Missing(line, day, day, working) is { } unpublished)
        {
            return unpublished;
        }

        row = line.IndexOnOrBefore(day);
        if (row < 0)
        {
            return working?.Problem(ProblemKind.NoData, $"The {line.Field} of {line.Subject.Id} begins on {line.First:yyyy-MM-dd}; {day:yyyy-MM-dd} is before that.") ?? WorkingBuilder.Unspoken;
        }

        var session = line.Subject.Calendar.OnOrBefore(day);
        var age = session.DayNumber - line.Days[row];
        if (age > limit)
        {
            return working?.Problem(ProblemKind.NoData, $"The last {line.Field} of {line.Subject.Id} before {day:yyyy-MM-dd} is of {line.DateAt(row):yyyy-MM-dd}, {age} days old; with this series more than {limit} days is stale.") ?? WorkingBuilder.Unspoken;
        }

        working?.Input(line.InputAt(row));
        if (line.DateAt(row) != day)
        {
            working?.Convention($"The last figure on or before {day:yyyy-MM-dd} is that of {line.DateAt(row):yyyy-MM-dd}, {day.DayNumber - line.Days[row]} days old.");
        }

        return null;
    }

    private static Measure Shortcut(string name, string question, string field, string unit, params string[] words) => new(call =>
        Find(call.Subject(Parameter.Subject), field, out var line) is { } none ? none : Of(line))
    {
        Name = name,
        Question = question,
        Family = "valuation",
        Arguments = [Parameter.Subject],
        Unit = unit,
        Roles = ["observations"],
        Formula = $"observation {field}, last figure on or before the as-of day",
        Source = "The figure as its publisher defines it; providers differ by construction, and a series holds one provider.",
        Words = [.. words],
        Example = $"{name}(HARB)",
    };
}
