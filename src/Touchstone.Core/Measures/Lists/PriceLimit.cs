using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The daily limit on the price of a stock where the package states it: the observation <c>price_limit</c> of the stock or of its exchange, in percent of the previous close.</summary>
/// <remarks>A limit price is rounded to the decimals that the closes of the stock have, four at the most, half a unit away from zero.</remarks>
internal sealed class PriceLimit
{
    public const string Field = "price_limit";

    private const int MostDecimals = 4;

    private readonly Line _limits;
    private readonly Line _high;
    private readonly Line _low;
    private readonly int _decimals;

    private PriceLimit(Line limits, Line high, Line low, int decimals) => (_limits, _high, _low, _decimals) = (limits, high, low, decimals);

    /// <summary>The limit of a stock; null when the package states none or has no highs and lows.</summary>
    /// <returns>A problem when the limit is stated in another unit than percent.</returns>
    public static Problem? Find(Subject stock, Line closes, Func<InstrumentId, Subject> subject, out PriceLimit? limit)
    {
        limit = null;
        var stated = stock.Observed(Field) ?? (stock.Mic is { } mic ? subject(new InstrumentId(mic)).Observed(Field) : null);
        if (stated is null || stock.Price(PriceField.High) is not { } high || stock.Price(PriceField.Low) is not { } low)
        {
            return null;
        }

        if (stated.Unit != Unit.Percent)
        {
            return new Problem(ProblemKind.Invalid, $"The {Field} of {stated.Subject.Id} is stated in {stated.Unit}; expected percent of the previous close.", stated.InputAt(0).Source);
        }

        var decimals = 0;
        for (var row = 0; row < closes.Count && decimals < MostDecimals; row++)
        {
            while (decimals < MostDecimals && Math.Round(closes.Stored(row), decimals) != closes.Stored(row))
            {
                decimals++;
            }
        }

        limit = new PriceLimit(stated, high, low, decimals);
        return null;
    }

    /// <summary>Whether a stock traded at one price all day, and that at a limit.</summary>
    /// <param name="closes">Its closes.</param>
    /// <param name="row">The row of the day; it has an earlier one.</param>
    public StockDay Of(Line closes, int row)
    {
        var (day, close) = (closes.DateAt(row), closes.Stored(row));
        if (!IsAt(_high, day, close) || !IsAt(_low, day, close) || _limits.IndexOnOrBefore(day) is not (>= 0 and var stated))
        {
            return StockDay.Traded;
        }

        var before = closes.InTermsOf(row, closes.Values[row - 1]);
        var band = _limits.Stored(stated) / 100;
        return IsPrice(close, before * (1 + band)) ? StockDay.LimitUp : IsPrice(close, before * (1 - band)) ? StockDay.LimitDown : StockDay.Traded;
    }

    private static bool IsAt(Line line, DateOnly day, double close) =>
        line.IndexOnOrBefore(day) is >= 0 and var row && line.DateAt(row) == day && line.Stored(row) == close;

    // A product such as 10.05 * 1.1 lies a few last bits beside the half it stands for; nine digits put it back before it is rounded to the tick.
    private bool IsPrice(double close, double limit) => close == Math.Round(Math.Round(limit, 9, MidpointRounding.AwayFromZero), _decimals, MidpointRounding.AwayFromZero);
}
