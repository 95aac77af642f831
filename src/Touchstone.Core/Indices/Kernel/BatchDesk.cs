using System.Numerics;

namespace Touchstone.Indices;

/// <summary>Memory in which one thread runs the reviews of its indices, one after the other, and the pages on which it writes them down.</summary>
internal sealed class BatchDesk
{
    private const int PageSize = 1 << 20;

    private readonly BatchSelection _selection;
    private readonly BatchCaps _caps;
    private readonly double[] _values;
    private readonly double[] _factors;
    private Memory<int> _rowPage;
    private Memory<double> _numberPage;

    /// <summary>Makes room.</summary>
    /// <param name="stocks">How many stocks there are.</param>
    /// <param name="most">The largest number of members.</param>
    public BatchDesk(int stocks, int most)
    {
        (_selection, _caps) = (new BatchSelection(stocks), new BatchCaps(most));
        (_values, _factors) = (new double[most], new double[most]);
    }

    /// <summary>Room for the levels of an index.</summary>
    /// <param name="sessions">How many there will be.</param>
    public Memory<double> Levels(int sessions) => Room(sessions, ref _numberPage);

    /// <summary>Runs a review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="work">What all indices read.</param>
    /// <param name="members">A bit for each stock: whether it is a member; takes the new ones.</param>
    /// <param name="rows">Takes the new members.</param>
    /// <param name="units">Takes their units.</param>
    /// <param name="count">Takes how many there are.</param>
    /// <returns>What is more than a batch knows, as the rest of a sentence; or null.</returns>
    public string? Review(BatchReview review, BatchWork work, ulong[] members, int[] rows, double[] units, ref int count)
    {
        var (dates, rules) = (review.Dates, review.Rules);
        if (dates.Kind == ReviewKind.Reconstitution)
        {
            var ranks = work.Days.Ranks(dates.CutOff, rules.Figure);
            for (var i = 0; i < count; i++)
            {
                if (Lacks(rows[i], review, work, ranks))
                {
                    return $"{work.Stocks.All[rows[i]].Id}, a member, lacks a figure on {dates.CutOff:yyyy-MM-dd}";
                }
            }

            _selection.Choose(review, ranks, work.Days, work.Stocks.GoneFrom, members);
            List(members, rows, ref count);
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                if (work.Stocks.GoneFrom[rows[i]] <= review.GoneBy.DayNumber)
                {
                    return $"{work.Stocks.All[rows[i]].Id}, a member, has left the market at the review of {dates.Effective:yyyy-MM-dd}";
                }
            }
        }

        return count == 0 ? $"no stock is taken at the review of {dates.Effective:yyyy-MM-dd}" : Weigh(review, work, rows.AsSpan(0, count), units);
    }

    /// <summary>Writes down the outcome of the last review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="work">What all indices read.</param>
    /// <param name="rows">The members.</param>
    /// <param name="units">Their units.</param>
    public BatchedReview Record(BatchReview review, BatchWork work, ReadOnlySpan<int> rows, ReadOnlySpan<double> units) => new BatchedReview(review.Dates, work.Stocks.All, Keep(rows, ref _rowPage), Keep(units, ref _numberPage), _caps.Bind ? Keep<double>(_factors.AsSpan(0, rows.Length), ref _numberPage) : default);

    private static bool Lacks(int row, BatchReview review, BatchWork work, BatchRanks ranks)
    {
        var lacks = ranks.Ranks[row] < 0;
        foreach (var screen in review.Rules.Screens)
        {
            lacks |= screen.Figure >= 0 && double.IsNaN(work.Days.Ranks(review.Dates.CutOff, screen.Figure).Values.Span[row]);
        }

        // Nobody asks for the figures of a member that is gone.
        return lacks && work.Stocks.GoneFrom[row] > review.GoneBy.DayNumber && work.Labels.IsListed(row, review.Dates.CutOff);
    }

    private static void List(ulong[] members, int[] rows, ref int count)
    {
        count = 0;
        for (var word = 0; word < members.Length; word++)
        {
            for (var bits = members[word]; bits != 0; bits &= bits - 1)
            {
                rows[count++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }
    }

    /// <summary>Weights at the closes of the day of prices, caps from 1, and units in the terms of the day before the effective one.</summary>
    private string? Weigh(BatchReview review, BatchWork work, ReadOnlySpan<int> rows, double[] units)
    {
        var (dates, version) = (review.Dates, review.Rules.Version);
        var closes = work.Days.Closes(dates.Prices);
        var counts = work.Days.Counts(dates.Prices, review.Rules.Shares);
        var isEqual = version.Weighting == Weighting.Equal;
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, close) = (rows[i], closes[rows[i]]);
            units[i] = isEqual ? 1e6 / rows.Length / close : counts[row];
            _values[i] = isEqual ? 1e6 / rows.Length : close * units[i];
            if (!(close > 0 && units[i] > 0 && _values[i] < double.PositiveInfinity))
            {
                return $"{work.Stocks.All[row].Id} has no close, or no shares, on {dates.Prices:yyyy-MM-dd}";
            }
        }

        if (!_caps.TryApply(_values.AsSpan(0, rows.Length), version.Caps.At(dates.Kind), _factors.AsSpan(0, rows.Length)))
        {
            return $"the caps cannot hold at the review of {dates.Effective:yyyy-MM-dd}";
        }

        for (var i = 0; i < rows.Length; i++)
        {
            units[i] *= _factors[i];
            if (work.Stocks.Actions.HasShares(rows[i]))
            {
                units[i] *= work.Stocks.Actions.ShareFactor(rows[i], dates.Prices, dates.Effective.AddDays(-1));
            }
        }

        return null;
    }

    private static ReadOnlyMemory<T> Keep<T>(ReadOnlySpan<T> values, ref Memory<T> page)
    {
        var kept = Room(values.Length, ref page);
        values.CopyTo(kept.Span);
        return kept;
    }

    private static Memory<T> Room<T>(int length, ref Memory<T> page)
    {
        if (page.Length < length)
        {
            page = GC.AllocateUninitializedArray<T>(Math.Max(PageSize, length));
        }

        var room = page[..length];
        page = page[length..];
        return room;
    }
}
