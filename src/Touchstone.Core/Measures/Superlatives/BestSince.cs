using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>How long ago a day, week, month, quarter or year was last as good, or as bad.</summary>
internal static class BestSince
{
    private static readonly Parameter Period = Parameter.Choice("period", "The calendar period that ends with the as-of session, or the whole one before.", HistoricRank.Periods) with { Required = true, Default = null };

    private static readonly Parameter Order = Parameter.Choice("order", "Whether a move at least as large or at least as small is looked for.", "best", "worst");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "best-since",
        Question = "Of how many years is this the best, or worst, day, week, month, quarter or year?",
        Family = "price",
        Arguments = [Parameter.Subject, Period, Order],
        Unit = "years",
        Roles = ["prices", "actions"],
        Formula = "(end of the period - end of the last earlier period with a return at least as large) / 365.25 (order=worst: at least as small)",
        Source = "Records of a series; Arnold, Balakrishnan and Nagaraja, \"Records\", 1998. Calendar days over the mean length of a Julian year, 365.25 days.",
        Words = ["best week since", "worst day since", "biggest monthly gain since", "largest one-day fall in three years"],
        Example = "best-since(HARB, week)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        var closes = HistoricRank.Closes(line, call.Text(Period)!, out var before);
        var sign = call.Text(Order) == "best" ? 1 : -1;
        var previous = Superlative.Previous(closes.Returns.AsSpan(Math.Min(1, closes.Returns.Length)), sign);
        return new Bound(Unit.Years, (asOf, working) =>
        {
            if (closes.Find(asOf, before, working, out var own) is { } problem)
            {
                return problem;
            }

            var earlier = previous[own - 1] + 1;
            if (working is not null)
            {
                working.Input(line.InputAt(closes.RowAt(own - 1)));
                working.Input(line.InputAt(closes.RowAt(own)));
                working.Window(closes.DateAt(own - 1), closes.DateAt(own));
                working.Step("return", $"{closes.Name} ending {closes.DateAt(own):yyyy-MM-dd}", closes.Returns[own], Unit.Percent);
                if (earlier > 0)
                {
                    working.Input(line.InputAt(closes.RowAt(earlier - 1)));
                    working.Input(line.InputAt(closes.RowAt(earlier)));
                    working.Step("return then", $"{closes.Name} ending {closes.DateAt(earlier):yyyy-MM-dd}", closes.Returns[earlier], Unit.Percent);
                    working.Convention($"The {closes.Name} ending {closes.DateAt(earlier):yyyy-MM-dd} was the last earlier one {(sign > 0 ? "at least as good" : "at least as bad")}.");
                }
                else
                {
                    working.Convention($"It is the {(sign > 0 ? "best" : "worst")} {closes.Name} in the data, which begin on {line.First:yyyy-MM-dd}; the true span may be longer.");
                }
            }

            return Age.Years(closes.DateAt(earlier), closes.DateAt(own), working);
        });
    }
}
