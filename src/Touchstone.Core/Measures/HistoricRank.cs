using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The place of a day's, week's, month's, quarter's or year's move among all such moves.</summary>
internal static class HistoricRank
{
    /// <summary>How long after the start of the count the data may begin without the place being in doubt.</summary>
    private const int LateDays = 31;

    private static readonly Parameter Period = Parameter.Choice("period", "The calendar period that ends with the as-of session, or the whole one before.", Periods) with { Required = true, Default = null };

    private static readonly Parameter Since = new("since", ParameterKind.Start, "Count periods that end in this year or on this day and later.", Required: false);

    private static readonly Parameter Order = Parameter.Choice("order", "Whether the largest or the smallest move is first.", "best", "worst");

    /// <summary>The periods that can be asked for.</summary>
    public static string[] Periods => ["day", "week", "month", "quarter", "year", "last-week", "last-month", "last-quarter", "last-year"];

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "rank",
        Question = "Was this the best, or worst, day, week or month since some time?",
        Family = "price",
        Arguments = [Parameter.Subject, Period, Since, Order],
        Unit = "rank; 1 is first",
        Roles = ["prices", "actions"],
        Formula = "1 + number of periods since the start with a greater return (order=worst: smaller)",
        Source = "Standard competition ranking of returns of whole calendar periods, like with like, none later than the as-of session.",
        Words = ["best day since", "best week since", "worst month since", "biggest one-day gain", "largest fall"],
        Example = "rank(HARB, day)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var closes = Closes(line, call.Text(Period)!, out var before);
        DateOnly? since = call.Text(Since) is { } text && Start.TryParse(text, out var day) ? day : null;
        var first = closes.FirstFrom(since ?? DateOnly.MinValue);
        var sign = call.Text(Order) == "best" ? 1 : -1;
        return new Bound(Unit.Rank, (asOf, working) => Rank(closes, line, asOf, before, since, first, sign, working));
    }

    /// <summary>The closes of a period that can be asked for, and whether the whole one before is meant.</summary>
    public static PeriodCloses Closes(Line line, string word, out bool before)
    {
        before = word.StartsWith("last-", StringComparison.Ordinal);
        return new PeriodCloses(line, Enum.Parse<CalendarPeriod>(before ? word[5..] : word, ignoreCase: true));
    }

    private static Outcome Rank(PeriodCloses closes, Line line, AsOf asOf, bool before, DateOnly? since, int first, int sign, WorkingBuilder? working)
    {
        if (closes.Find(asOf, before, working, out var own) is { } problem)
        {
            return problem;
        }

        if (own < first)
        {
            return working?.Problem(ProblemKind.Undefined, $"The {closes.Name} that ends on {closes.DateAt(own):yyyy-MM-dd} lies before the start of the count, {since:yyyy-MM-dd}.") ?? WorkingBuilder.Unspoken;
        }

        var rank = Superlative.Rank(closes.Returns.AsSpan(first, own - first), closes.Returns[own], sign);
        var isLate = since is not null && line.First.DayNumber - since.Value.DayNumber > LateDays;
        if (isLate && rank == 1)
        {
            return working?.Problem(ProblemKind.NoData, $"It is the first of the {closes.Name}s in the data, but those begin on {line.First:yyyy-MM-dd}: closes of {line.Subject.Id} from {since:yyyy-MM-dd} on would settle it.") ?? WorkingBuilder.Unspoken;
        }

        if (working is not null)
        {
            Explain(working, closes, line, first, own, sign, rank, isLate);
        }

        return rank;
    }

    private static void Explain(WorkingBuilder working, PeriodCloses closes, Line line, int first, int own, int sign, int rank, bool isLate)
    {
        working.Input(line.InputAt(closes.RowAt(own - 1)));
        working.Input(line.InputAt(closes.RowAt(own)));
        working.Window(closes.DateAt(own - 1), closes.DateAt(own));
        working.Step("return", $"{closes.Name} ending {closes.DateAt(own):yyyy-MM-dd}", closes.Returns[own], Unit.Percent);
        var better = Enumerable.Range(first, own - first)
            .Where(index => sign * closes.Returns[index] > sign * closes.Returns[own])
            .OrderByDescending(index => sign * closes.Returns[index])
            .Take(3);
        foreach (var index in better)
        {
            working.Step(sign > 0 ? "better" : "worse", $"{closes.Name} ending {closes.DateAt(index):yyyy-MM-dd}", closes.Returns[index], Unit.Percent);
        }

        working.Convention($"{own - first + 1} {closes.Name}s are compared, ending from {closes.DateAt(first):yyyy-MM-dd} to {closes.DateAt(own):yyyy-MM-dd}.");
        working.Convention(isLate
            ? $"The data begin on {line.First:yyyy-MM-dd}, after the start of the count; over the whole time the place can only be lower."
            : $"The data begin on {line.First:yyyy-MM-dd}; their first {closes.Name} has no base and is not compared.");
        working.Step("rank", $"1 + {rank - 1} {(sign > 0 ? "better" : "worse")}", rank, Unit.Rank);
    }
}
