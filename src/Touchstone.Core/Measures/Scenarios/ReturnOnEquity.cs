namespace Touchstone.Measures;

/// <summary>Earnings over book value, from the two multiples: P/B over P/E.</summary>
internal static class ReturnOnEquity
{
    /// <summary>The return on equity in percent for a day, or the figure that is missing.</summary>
    public static Calculation Of(Subject subject)
    {
        if (Observation.Find(subject, "price_to_book", out var book) is { } noBook)
        {
            return (_, _) => noBook;
        }

        if (Observation.Find(subject, "pe_trailing", out var earnings) is { } noEarnings)
        {
            return (_, _) => noEarnings;
        }

        var (ofBook, ofEarnings) = (Observation.Of(book), Observation.Of(earnings));
        return (asOf, working) =>
        {
            var above = ofBook.Calculate(asOf, working);
            var below = above.Problem is null ? ofEarnings.Calculate(asOf, working) : above;
            if (below.Problem is not null)
            {
                return below;
            }

            if (below.Value <= 0 || above.Value <= 0)
            {
                return working?.Problem(ProblemKind.Undefined, $"The multiples of {subject.Id} are {WorkingBuilder.Text(above.Value)} times book value and {WorkingBuilder.Text(below.Value)} times earnings; a return on equity needs both above zero.") ?? WorkingBuilder.Unspoken;
            }

            var value = 100 * above.Value / below.Value;
            working?.Step("return on equity", $"{WorkingBuilder.Text(above.Value)} / {WorkingBuilder.Text(below.Value)}", value, Unit.Percent);
            return value;
        };
    }
}
