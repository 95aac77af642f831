using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The run of rises or falls that ends now.</summary>
internal static class Streak
{
    private static readonly Parameter Period = Parameter.Choice("period", "Days, or whole calendar weeks or months.", "day", "week", "month");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "streak",
        Question = "How many days, weeks or months in a row has it risen (positive) or fallen (negative)?",
        Family = "price",
        Arguments = [Parameter.Subject, Period],
        Unit = "count; negative for falls",
        Roles = ["prices", "actions"],
        Formula = "the longest run of moves of one sign that ends with the as-of period; 0 when the last move is none",
        Source = "Run length in the sense of Wald and Wolfowitz, \"On a test whether two samples are from the same population\", Annals of Mathematical Statistics 11, 1940.",
        Words = ["third straight day", "winning streak", "losing streak", "consecutive", "in a row"],
        Example = "streak(HARB)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var closes = new PeriodCloses(line, Enum.Parse<CalendarPeriod>(call.Text(Period)!, ignoreCase: true));
        return new Bound(Unit.Count, (asOf, working) =>
        {
            if (closes.Find(asOf, false, working, out var own) is { } problem)
            {
                return problem;
            }

            var sign = Math.Sign(closes.Returns[own]);
            var first = Superlative.RunStart(closes.Returns, own, 1);
            var length = sign == 0 ? 0 : own - first + 1;
            if (working is not null)
            {
                Explain(working, closes, line, first, own, sign * length);
            }

            return sign * length;
        });
    }

    private static void Explain(WorkingBuilder working, PeriodCloses closes, Line line, int first, int own, int value)
    {
        for (var index = first - 1; index <= own; index++)
        {
            working.Input(line.InputAt(closes.RowAt(index)));
        }

        if (first > 1)
        {
            working.Step("move before the run", $"{closes.Name} ending {closes.DateAt(first - 1):yyyy-MM-dd}", closes.Returns[first - 1], Unit.Percent);
        }
        else
        {
            working.Convention($"The run reaches back to where the data begin, {line.First:yyyy-MM-dd}; it may be longer.");
        }

        for (var index = first; index <= own; index++)
        {
            working.Step("move", $"{closes.Name} ending {closes.DateAt(index):yyyy-MM-dd}", closes.Returns[index], Unit.Percent);
        }

        working.Convention("Each close is compared with the one before it in the data.");
        working.Step("run", value == 0 ? "the last move is none" : $"{Math.Abs(value)} {(value > 0 ? "rises" : "falls")} in a row", value, Unit.Count);
    }
}
