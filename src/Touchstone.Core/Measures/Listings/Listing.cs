using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The listing of a stock: its first row of the scheme <c>listing</c>, its first close, and what it was offered at.</summary>
internal sealed class Listing
{
    private const string Scheme = "listing";

    private const string Field = "offer_price";

    private Listing(Line line, Classification row, DateOnly day) => (Line, Row, Day) = (line, row, day);

    /// <summary>The closes.</summary>
    public Line Line { get; }

    /// <summary>The row that names the day.</summary>
    public Classification Row { get; }

    /// <summary>The first session.</summary>
    public DateOnly Day { get; }

    /// <summary>The listing of a subject, or what is missing.</summary>
    public static Problem? Find(Market market, Subject subject, out Listing listing)
    {
        listing = null!;
        if (PriceLine.Find(subject, PriceField.Close, out var line) is { } none)
        {
            return none;
        }

        if (First(market, subject.Id) is not { } row)
        {
            return new Problem(ProblemKind.NoData, $"The package does not say when {subject.Id} was listed: a row of the role `classifications` ({subject.Id}, {Scheme}, the board, from the first day of trading) would settle it.");
        }

        listing = new Listing(line, row, subject.Calendar.OnOrAfter(row.From));
        return line.First < listing.Day
            ? new Problem(ProblemKind.NoData, $"The closes of {subject.Id} begin on {line.First:yyyy-MM-dd}, before its first `{Scheme}` row of {row.From:yyyy-MM-dd}: the row of its first day of trading would settle it.", row.Source.ToString())
            : null;
    }

    /// <summary>The first row of a stock under the scheme, or null.</summary>
    public static Classification? First(Market market, InstrumentId id) =>
        market.Classifications(id).Where(row => row.Scheme == Scheme).MinBy(row => row.From);

    /// <summary>The session a number of sessions after the first, which is number 1.</summary>
    public DateOnly Session(int number)
    {
        var day = Day;
        for (var i = 1; i < number; i++)
        {
            day = Line.Subject.Calendar.OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    /// <summary>The row of the first close.</summary>
    public Problem? FirstRow(WorkingBuilder? working, out int row)
    {
        working?.Convention($"{Line.Subject.Id} was listed on {Row.From:yyyy-MM-dd} ({Row.Value}, {Row.Source}).");
        return Line.Row(Day, working, out row);
    }

    /// <summary>The price at which the shares were offered, in the terms of <see cref="Line.Values"/>.</summary>
    public Problem? Offer(WorkingBuilder? working, out double price)
    {
        price = 0;
        var subject = Line.Subject;
        var offers = subject.Stored(Field);
        if (offers is null || offers.IndexOnOrBefore(Day) is not (>= 0 and var row))
        {
            return working?.Problem(ProblemKind.NoData, $"The package does not say at what price {subject.Id} was offered: an observation `{Field}` dated on or before {Day:yyyy-MM-dd} would settle it; from=first-close asks without it.") ?? WorkingBuilder.Unspoken;
        }

        if (offers.Unit != Line.Unit || offers.Stored(row) <= 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"The offer price of {subject.Id} is {WorkingBuilder.Text(offers.Stored(row))} {offers.Unit} and its close is in {Line.Unit}; a return needs a price above zero in one currency.") ?? WorkingBuilder.Unspoken;
        }

        working?.Input(offers.InputAt(row));
        price = offers.Stored(row);
        foreach (var split in subject.Splits.Where(split => split.ExDate > Day))
        {
            price /= split.Ratio!.Value;
        }

        return null;
    }
}
