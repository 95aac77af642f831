namespace Touchstone.Measures;

/// <summary>How many members stand on one side of their own recent past.</summary>
/// <param name="Above">Above their average, or at a new high.</param>
/// <param name="Below">At a new low; for averages, not above.</param>
/// <param name="Counted">Members with enough sessions of closes.</param>
/// <param name="Short">Members whose closes do not reach back far enough.</param>
internal readonly record struct TrailingCount(int Above, int Below, int Counted, int Short);

/// <summary>Counts of members against their own moving averages and highest and lowest closes.</summary>
internal static class TrailingCounts
{
    /// <summary>The members of each session whose close is above the mean of their last sessions, the session itself included.</summary>
    /// <param name="table">The closes; a carried close stands for a session without a trade.</param>
    /// <param name="length">How many sessions the mean has; one or more.</param>
    /// <remarks>One pass with running sums: O(1) for each stock and session. A close counts as above when it is so by more than one part in a billion.</remarks>
    public static TrailingCount[] AboveAverage(StockTable table, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var stocks = table.Stocks;
        var counts = new TrailingCount[table.Sessions];
        var sums = new double[stocks];
        for (var session = 0; session < table.Sessions; session++)
        {
            var closes = table.Closes.AsSpan(session * stocks, stocks);
            for (var stock = 0; stock < stocks; stock++)
            {
                sums[stock] += closes[stock];
            }

            if (session >= length)
            {
                var leaving = table.Closes.AsSpan((session - length) * stocks, stocks);
                for (var stock = 0; stock < stocks; stock++)
                {
                    sums[stock] -= leaving[stock];
                }
            }

            var (above, counted, shorter) = (0, 0, 0);
            for (var stock = 0; stock < stocks; stock++)
            {
                if (!table.Has(session, stock))
                {
                    continue;
                }

                if (table.FirstSessions[stock] > session - length + 1)
                {
                    shorter++;
                    continue;
                }

                counted++;
                above += closes[stock] * length > sums[stock] * (1 + AdvanceDecline.SamePart) ? 1 : 0;
            }

            counts[session] = new TrailingCount(above, counted - above, counted, shorter);
        }

        return counts;
    }

    /// <summary>The members of each session whose close is above all, or below all, closes of the sessions before it.</summary>
    /// <param name="table">The closes; a carried close stands for a session without a trade.</param>
    /// <param name="length">How many earlier sessions; one or more.</param>
    /// <remarks>
    /// The sessions before one are the end of a block of that length and the beginning of the next, so that two passes over the closes give every highest and lowest, O(1) for each stock
    /// and session. Source: van Herk, "A fast algorithm for local minimum and maximum filters", Pattern Recognition Letters 13, 1992.
    /// </remarks>
    public static TrailingCount[] NewExtremes(StockTable table, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var counts = new TrailingCount[table.Sessions];
        var (high, low) = (new RunningExtreme(table, length, isHigh: true), new RunningExtreme(table, length, isHigh: false));
        for (var session = 0; session < counts.Length; session++)
        {
            var closes = table.Closes.AsSpan(session * table.Stocks, table.Stocks);
            var highest = high.Before(session);
            var lowest = low.Before(session);
            var (highs, lows, counted, shorter) = (0, 0, 0, 0);
            for (var stock = 0; stock < closes.Length; stock++)
            {
                if (!table.Has(session, stock))
                {
                    continue;
                }

                if (table.FirstSessions[stock] > session - length)
                {
                    shorter++;
                    continue;
                }

                counted++;
                highs += closes[stock] > highest[stock] * (1 + AdvanceDecline.SamePart) ? 1 : 0;
                lows += closes[stock] < lowest[stock] * (1 - AdvanceDecline.SamePart) ? 1 : 0;
            }

            counts[session] = new TrailingCount(highs, lows, counted, shorter);
        }

        return counts;
    }
}
