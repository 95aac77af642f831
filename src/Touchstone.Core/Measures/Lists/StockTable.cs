namespace Touchstone.Measures;

/// <summary>Closes of many stocks on common sessions, session by session: cell = session * stocks + stock.</summary>
internal sealed class StockTable
{
    /// <summary>Makes a table over arrays that are not copied.</summary>
    /// <param name="stocks">How many stocks.</param>
    /// <param name="closes">Closes in one basis, the last one carried over days without a trade; 0 before the first.</param>
    /// <param name="days">What is known of each stock on each session.</param>
    /// <param name="isMember">Whether a stock belongs to the list on a session; null when all do on all.</param>
    public StockTable(int stocks, double[] closes, StockDay[] days, bool[]? isMember = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stocks);
        if (closes.Length % stocks != 0 || days.Length != closes.Length || (isMember is not null && isMember.Length != closes.Length))
        {
            throw new ArgumentException($"Every array must have the same whole number of sessions of {stocks} stocks.", nameof(closes));
        }

        (Stocks, Sessions, Closes, Days, IsMember) = (stocks, closes.Length / stocks, closes, days, isMember);
        FirstSessions = new int[stocks];
        for (var stock = 0; stock < stocks; stock++)
        {
            var session = 0;
            while (session < Sessions && days[(session * stocks) + stock] == StockDay.Missing)
            {
                session++;
            }

            FirstSessions[stock] = session;
        }
    }

    public int Stocks { get; }

    public int Sessions { get; }

    public double[] Closes { get; }

    public StockDay[] Days { get; }

    public bool[]? IsMember { get; }

    /// <summary>The session of the first close of each stock; the number of sessions when it has none.</summary>
    public int[] FirstSessions { get; }

    public double Close(int session, int stock) => Closes[(session * Stocks) + stock];

    public StockDay Day(int session, int stock) => Days[(session * Stocks) + stock];

    public bool Has(int session, int stock) => IsMember is null || IsMember[(session * Stocks) + stock];

    /// <summary>The stocks of the list on a session.</summary>
    public int[] MembersOn(int session) => [.. Enumerable.Range(0, Stocks).Where(stock => Has(session, stock))];
}
