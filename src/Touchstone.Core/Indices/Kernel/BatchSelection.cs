using System.Numerics;

namespace Touchstone.Indices;

/// <summary>Screens the stocks of a ranking and takes members from it, in bits by rank; one review after the other in the same memory.</summary>
internal sealed class BatchSelection
{
    // A candidate is its row with two bits: whether it is a member, and whether it is taken.
    private const int Member = 1;
    private const int Taken = 2;

    private readonly ulong[] _passing;
    private readonly ulong[] _any;
    private readonly int[] _rows;

    /// <summary>Makes room.</summary>
    /// <param name="stocks">How many stocks there are.</param>
    public BatchSelection(int stocks)
    {
        var words = BitRows.WordsOf(stocks);
        (_passing, _any) = (new ulong[words], new ulong[words]);
        _rows = new int[stocks];
    }

    /// <summary>Chooses members.</summary>
    /// <param name="review">The review.</param>
    /// <param name="ranks">The stocks by the figure of the ranking at the cut-off.</param>
    /// <param name="days">Other figures.</param>
    /// <param name="goneFrom">The day number from which each stock has left the market.</param>
    /// <param name="members">A bit for each stock: whether it is a member; takes the new ones.</param>
    public void Choose(BatchReview review, BatchRanks ranks, BatchDays days, int[] goneFrom, ulong[] members)
    {
        Pass(review, ranks, days, goneFrom);
        var selection = review.Rules.Version.Selection;
        var count = selection.Count!.Value;
        var (enter, stay) = (selection.EnterWithin ?? 0, selection.StayWithin ?? count);
        // As many are looked at as the buffers reach, and then as many newcomers as there may be places left.
        var (ranked, waiting, taken) = (0, 0, 0);
        var wanted = Math.Max(enter, stay);
        for (var word = 0; word < _passing.Length && (ranked < wanted || waiting < count - taken); word++)
        {
            for (var bits = _passing[word]; bits != 0 && (ranked < wanted || waiting < count - taken); bits &= bits - 1)
            {
                var row = ranks.Order[(word << 6) + BitOperations.TrailingZeroCount(bits)];
                var isMember = (int)((members[row >> 6] >> (row & 63)) & Member);
                var isTaken = ranked < (isMember != 0 ? stay : enter) ? Taken : 0;
                _rows[ranked++] = (row << 2) | isMember | isTaken;
                waiting += (isMember | (isTaken >> 1)) ^ Member;
                taken += isTaken >> 1;
            }
        }

        // The lowest-ranked members leave, or the best newcomers join, until the count is met.
        var chosen = _rows.AsSpan(0, ranked);
        for (var i = ranked - 1; i >= 0 && taken > count; i--)
        {
            if ((chosen[i] & (Taken | Member)) == (Taken | Member))
            {
                chosen[i] ^= Taken;
                taken--;
            }
        }

        for (var i = 0; i < ranked && taken < count; i++)
        {
            if ((chosen[i] & (Taken | Member)) == 0)
            {
                chosen[i] ^= Taken;
                taken++;
            }
        }

        members.AsSpan().Clear();
        foreach (var item in chosen)
        {
            members[item >> 8] |= (ulong)((item >> 1) & 1) << ((item >> 2) & 63);
        }
    }

    private void Pass(BatchReview review, BatchRanks ranks, BatchDays days, int[] goneFrom)
    {
        Any(ranks, review.Rules.Exchanges);
        _any.CopyTo(_passing, 0);
        Drop(ranks, goneFrom, review.GoneBy.DayNumber);
        foreach (var screen in review.Rules.Screens)
        {
            if (screen.AnyOf is { } anyOf)
            {
                Any(ranks, anyOf);
                BitRows.And(_passing, _any);
            }

            if (screen.NoneOf.Length > 0)
            {
                Any(ranks, screen.NoneOf);
                BitRows.AndNot(_passing, _any);
            }

            if (screen.Figure >= 0)
            {
                Limit(screen, ranks, days.Ranks(review.Dates.CutOff, screen.Figure).Values.Span);
            }
            else if (screen.Rank is { } rank)
            {
                KeepFirst(rank);
            }
        }
    }

    private void Any(BatchRanks ranks, int[] labels)
    {
        _any.AsSpan().Clear();
        foreach (var label in labels)
        {
            BitRows.Or(_any, ranks.Label(label));
        }
    }

    // Only a few stocks ever leave the market.
    private void Drop(BatchRanks ranks, int[] goneFrom, int day)
    {
        foreach (var row in ranks.Gone)
        {
            if (goneFrom[row] <= day)
            {
                _passing[ranks.Ranks[row] >> 6] &= ~(1UL << (ranks.Ranks[row] & 63));
            }
        }
    }

    private void Limit(BatchScreen screen, BatchRanks ranks, ReadOnlySpan<double> values)
    {
        for (var word = 0; word < _passing.Length; word++)
        {
            for (var bits = _passing[word]; bits != 0; bits &= bits - 1)
            {
                var place = BitOperations.TrailingZeroCount(bits);
                var value = values[ranks.Order[(word << 6) + place]];
                if (!(value >= screen.AtLeast && value <= screen.AtMost))
                {
                    _passing[word] &= ~(1UL << place);
                }
            }
        }
    }

    private void KeepFirst(RankScreen screen)
    {
        var all = 0;
        foreach (var word in _passing)
        {
            all += BitOperations.PopCount(word);
        }

        var left = screen.First ?? all - (int)Math.Floor((decimal)(screen.DropLowest?.Fraction ?? 0) * all);
        for (var word = 0; word < _passing.Length; word++)
        {
            var here = BitOperations.PopCount(_passing[word]);
            for (; here > left; here--)
            {
                _passing[word] &= ~(1UL << (63 - BitOperations.LeadingZeroCount(_passing[word])));
            }

            left -= here;
        }
    }
}
