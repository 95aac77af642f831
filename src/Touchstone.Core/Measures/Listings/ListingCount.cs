using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>How many stocks were listed on a market in a window, and how many count as something on a day.</summary>
internal static class ListingCount
{
    private const int Named = 20;

    private static readonly Parameter Market = new("market", ParameterKind.Subject, "The market, or anything that follows its exchange.");

    private static readonly Parameter Board = new("board", ParameterKind.Field, "Only listings with this value, such as main-board.", Required: false);

    private static readonly Parameter Scheme = new("scheme", ParameterKind.Field, "The scheme, such as listing, theme or application.");

    private static readonly Parameter Value = new("value", ParameterKind.Field, "The value of the scheme, such as main-board.");

    public static Measure Listings { get; } = new(BindListings)
    {
        Name = "listings",
        Question = "How many stocks were listed in a window?",
        Family = "listings",
        Arguments = [Market, Parameter.Window, Board],
        Unit = "count",
        Roles = ["classifications", "instruments"],
        Formula = "number of stocks of the exchange whose first row of the scheme listing begins inside the window",
        Source = "The first day of trading as the package states it; a move from one board to another is no new listing.",
        Words = ["new listings", "IPOs", "companies went public", "debuts"],
        Example = "listings(XHBR, 2024)",
    };

    public static Measure Classified { get; } = new(BindClassified)
    {
        Name = "classified-count",
        Question = "How many stocks of a market count as something on the as-of day?",
        Family = "listings",
        Arguments = [Market, Scheme, Value],
        Unit = "count",
        Roles = ["classifications", "instruments"],
        Formula = "number of stocks of the exchange with a row of the scheme and value in force: from <= as-of < until",
        Source = "The rows of the package; a pipeline of listings is a scheme such as application.",
        Words = ["companies in the pipeline", "have applied to list", "stocks on the board"],
        Example = "classified-count(XHBR, theme, automation)",
    };

    private static Bound BindListings(Call call)
    {
        var market = call.Subject(Market);
        var rows = Stocks(call.Market, market).Select(stock => Listing.First(call.Market, stock.Id)).OfType<Classification>().OrderBy(row => row.From).ThenBy(row => row.Instrument).ToArray();
        if (rows.Length == 0)
        {
            return Missing(market, "listing");
        }

        var board = call.Text(Board);
        var wanted = rows.Where(row => board is null || row.Value.Equals(board, StringComparison.OrdinalIgnoreCase)).ToArray();
        var (window, latest) = (call.Window(Parameter.Window, market), Latest(call.Market, market, rows));
        return new Bound(Unit.Count, (asOf, working) =>
        {
            var day = asOf.For(market.Mic) ?? latest;
            if (DatedSpan.Of(window, day, rows[0].From, working, out var first, out var last) is { } problem)
            {
                return problem;
            }

            var inside = wanted.Where(row => row.From >= first && row.From <= last).ToArray();
            working?.Window(first, last);
            return Count(inside, $"listed from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}", working);
        });
    }

    private static Bound BindClassified(Call call)
    {
        var market = call.Subject(Market);
        var (scheme, value) = (call.Text(Scheme)!, call.Text(Value)!);
        var rows = Stocks(call.Market, market).SelectMany(stock => call.Market.Classifications(stock.Id)).Where(row => row.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase)).OrderBy(row => row.From).ThenBy(row => row.Instrument).ToArray();
        if (rows.Length == 0)
        {
            return Missing(market, scheme);
        }

        var latest = Latest(call.Market, market, rows);
        return new Bound(Unit.Count, (asOf, working) =>
        {
            var day = asOf.For(market.Mic) ?? latest;
            if (day < rows[0].From)
            {
                return working?.Problem(ProblemKind.NoData, $"The rows of the scheme '{scheme}' for {market.Mic} begin on {rows[0].From:yyyy-MM-dd}; {day:yyyy-MM-dd} is before that.") ?? WorkingBuilder.Unspoken;
            }

            var inForce = rows.Where(row => row.Value.Equals(value, StringComparison.OrdinalIgnoreCase) && row.From <= day && (row.Until is null || row.Until > day)).DistinctBy(row => row.Instrument).ToArray();
            return Count(inForce, $"{scheme} {value} on {day:yyyy-MM-dd}", working);
        });
    }

    private static IEnumerable<Instrument> Stocks(Market market, Subject place) =>
        market.Rows.Instruments.Where(instrument => instrument.Kind is InstrumentKind.Equity or InstrumentKind.Fund && (instrument.Exchange ?? instrument.Id.Exchange) is { } mic && mic == place.Mic);

    /// <summary>The last day with prices of the exchange, or that of the last row.</summary>
    private static DateOnly Latest(Market market, Subject place, Classification[] rows) =>
        market.Rows.Prices.Where(history => history.Count > 0 && (market.Instrument(history.Instrument)?.Exchange ?? history.Instrument.Exchange) == place.Mic).Select(history => history.Last).Append(rows[^1].From).Max();

    private static Outcome Count(Classification[] rows, string what, WorkingBuilder? working)
    {
        foreach (var row in rows.Take(Named))
        {
            working?.Convention($"{row.Instrument}: {row.Value} from {row.From:yyyy-MM-dd}{(row.Until is null ? "" : $" until {row.Until:yyyy-MM-dd}")} ({row.Source}).");
        }

        if (rows.Length > Named)
        {
            working?.Convention($"{rows.Length - Named} more are not named here.");
        }

        working?.Step("stocks", what, rows.Length, Unit.Count);
        if (rows.Length == 0)
        {
            working?.Convention($"No stock is {what}.");
        }

        return rows.Length;
    }

    private static Problem Missing(Subject market, string scheme) =>
        new(ProblemKind.NoData, $"The package has no rows of the scheme '{scheme}' for stocks of {market.Mic ?? market.Id.ToString()}: rows of the role `classifications` would settle it.");
}
