using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Lays out the closes of a package as a panel.</summary>
internal static class MarketPanel
{
    // So many that their closes stay near until the days of reviews have taken theirs.
    private const int Together = 32;

    /// <summary>Lays out as-traded closes, each in its own currency.</summary>
    /// <param name="stocks">The stocks: one row each.</param>
    /// <param name="exchange">The exchange of the sessions.</param>
    /// <param name="days">The sessions, ascending.</param>
    /// <param name="reviewDays">Days of reviews, which take their figures on the way.</param>
    /// <param name="threads">How many threads.</param>
    /// <remarks>
    /// A last close stands in for a stock whose trading is suspended, in the terms of the day, and for one whose own exchange is closed; for no other. A special dividend of a suspended
    /// stock is not taken out of that close: an index that holds it then is not calculated from the panel.
    /// </remarks>
    public static PricePanel Of(BatchStocks stocks, string exchange, ImmutableArray<DateOnly> days, BatchDays reviewDays, int threads)
    {
        var panel = new PricePanel(days, [.. stocks.All.Select(stock => new PanelLine(stock.Id))]);
        int[] numbers = [.. days.Select(day => day.DayNumber)];
        var groups = (stocks.All.Length + Together - 1) / Together;
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = threads }, group =>
        {
            var (first, end) = (group * Together, Math.Min(stocks.All.Length, (group + 1) * Together));
            Span<bool> isPlain = stackalloc bool[end - first];
            for (var row = first; row < end; row++)
            {
                Fill(panel, row, numbers, stocks.Closes[row]);
                isPlain[row - first] = !stocks.Actions.HasHalts(row) && stocks.All[row].Exchange == exchange;
                if (!isPlain[row - first])
                {
                    Carry(panel, row, stocks, exchange);
                }
            }

            reviewDays.Take(first, end, panel, isPlain);
        });
        panel.ClearAfterLast();
        return panel;
    }

    private static void Fill(PricePanel panel, int row, ReadOnlySpan<int> sessions, PriceHistory? history)
    {
        var session = 0;
        if (history is not null)
        {
            var days = history.DayNumbers;
            var closes = history.Raw(PriceField.Close);
            for (var i = 0; i < days.Length && session < sessions.Length;)
            {
                // Most histories have all the sessions there are, so they are compared and copied in runs.
                var run = days[i..].CommonPrefixLength(sessions[session..]);
                panel.Copy(row, session, closes.Slice(i, run));
                (i, session) = (i + run, session + run);
                while (i < days.Length && session < sessions.Length && days[i] != sessions[session])
                {
                    if (days[i] < sessions[session])
                    {
                        i++;
                    }
                    else
                    {
                        panel.At(row, session++) = double.NaN;
                    }
                }
            }
        }

        for (; session < sessions.Length; session++)
        {
            panel.At(row, session) = double.NaN;
        }
    }

    private static void Carry(PricePanel panel, int row, BatchStocks stocks, string exchange)
    {
        var own = stocks.All[row].Exchange == exchange ? null : stocks.Market.CalendarOf(stocks.All[row].Id);
        for (var session = 0; session < panel.Days.Length; session++)
        {
            var day = panel.Days[session];
            ref var close = ref panel.At(row, session);
            if (stocks.Actions.IsSuspended(row, day))
            {
                close = session > 0 && stocks.Actions.IsSuspended(row, panel.Days[session - 1])
                    ? panel.At(row, session - 1) / stocks.Actions.ShareFactor(row, panel.Days[session - 1], day)
                    : stocks.LastClose(row, day.AddDays(-1), out _) / stocks.Actions.ShareFactor(row, day.AddDays(-1), day);
            }
            else if (double.IsNaN(close) && own is not null && !own.IsSession(day))
            {
                close = stocks.LastClose(row, day, out _);
            }
        }
    }
}
