namespace Touchstone.Measures;

/// <summary>Log returns of many stocks from each session to the next, session by session, and from where each stock has all of them.</summary>
/// <remarks>Row 0 is the return from the first session to the second. A stock counts in a span of rows when it traded on every session at which they begin or end.</remarks>
internal sealed class ReturnTable
{
    private readonly int[] _lastHoles;

    private ReturnTable(int stocks, double[] returns, double[] sums, int[] lastHoles) => (Stocks, Returns, Sums, _lastHoles) = (stocks, returns, sums, lastHoles);

    public int Stocks { get; }

    public double[] Returns { get; }

    /// <summary>The sum of all returns of each stock before a row, so that the sum over a span is a difference; one row more than there are returns.</summary>
    public double[] Sums { get; }

    /// <summary>How many returns each stock has.</summary>
    public int Rows => Returns.Length / Stocks;

    /// <summary>The returns of a table of closes.</summary>
    public static ReturnTable Of(StockTable table)
    {
        var stocks = table.Stocks;
        var returns = new double[Math.Max(0, table.Sessions - 1) * stocks];
        var sums = new double[returns.Length + stocks];
        var holes = new int[returns.Length];
        for (var session = 1; session < table.Sessions; session++)
        {
            var before = table.Closes.AsSpan((session - 1) * stocks, stocks);
            var after = table.Closes.AsSpan(session * stocks, stocks);
            var previous = table.Days.AsSpan((session - 1) * stocks, stocks);
            var days = table.Days.AsSpan(session * stocks, stocks);
            var row = session - 1;
            for (var stock = 0; stock < stocks; stock++)
            {
                var cell = (row * stocks) + stock;
                if (HasTraded(previous[stock]) && HasTraded(days[stock]))
                {
                    returns[cell] = Math.Log(after[stock] / before[stock]);
                    holes[cell] = row == 0 ? -1 : holes[cell - stocks];
                }
                else
                {
                    holes[cell] = row;
                }

                sums[cell + stocks] = sums[cell] + returns[cell];
            }
        }

        return new ReturnTable(stocks, returns, sums, holes);
    }

    /// <summary>Whether a stock has every return from one row to another, both included.</summary>
    public bool IsWhole(int stock, int first, int last) => _lastHoles[(last * Stocks) + stock] < first;

    private static bool HasTraded(StockDay day) => day is not (StockDay.Missing or StockDay.Idle);
}
