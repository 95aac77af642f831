namespace Touchstone.Measures;

/// <summary>
/// Places, records and runs among numbers: the one engine behind best and worst periods, places among peers, highest and lowest since, and streaks.
/// A sign of 1 asks for the largest, of -1 for the smallest.
/// </summary>
internal static class Superlative
{
    /// <summary>The place of a number: 1 + how many others lie beyond it. Equal numbers share a place. O(N).</summary>
    public static int Rank(ReadOnlySpan<double> others, double own, int sign)
    {
        var rank = 1;
        foreach (var other in others)
        {
            rank += sign * other > sign * own ? 1 : 0;
        }

        return rank;
    }

    /// <summary>For each number the last earlier one that equals it or lies beyond it, or -1. O(N) for all of them.</summary>
    public static int[] Previous(ReadOnlySpan<double> values, int sign)
    {
        var previous = new int[values.Length];
        for (var row = 0; row < values.Length; row++)
        {
            var earlier = row - 1;
            while (earlier >= 0 && sign * values[earlier] < sign * values[row])
            {
                earlier = previous[earlier];
            }

            previous[row] = earlier;
        }

        return previous;
    }

    /// <summary>The first of the moves of one sign that end with one of them, not before a bound; the move itself when it is zero.</summary>
    public static int RunStart(ReadOnlySpan<double> moves, int last, int bound)
    {
        var first = last;
        while (moves[last] != 0 && first > bound && Math.Sign(moves[first - 1]) == Math.Sign(moves[last]))
        {
            first--;
        }

        return first;
    }
}
