namespace Touchstone.Indices;

/// <summary>Spreads a total over names in proportion, none above its limit.</summary>
internal static class Spread
{
    /// <summary>
    /// Scales the weights to a total; names above their limit are fixed at it, and what they lose is spread over the names not yet fixed,
    /// until none is above. Each round fixes a name, so there are at most as many rounds as names.
    /// </summary>
    /// <param name="weights">Weights; zero or more.</param>
    /// <param name="limits">The limit of each.</param>
    /// <param name="total">What they are to sum to; at most the sum of the limits.</param>
    /// <param name="slack">The part of a limit by which a weight may pass it.</param>
    /// <returns>The weights, and the number of rounds that fixed names.</returns>
    public static (double[] Weights, int Rounds) Within(double[] weights, double[] limits, double total, double slack)
    {
        var spread = new double[weights.Length];
        return (spread, Within(weights, limits, total, slack, spread, new bool[weights.Length]));
    }

    /// <summary>The same into memory at hand.</summary>
    /// <param name="weights">Weights; zero or more.</param>
    /// <param name="limits">The limit of each.</param>
    /// <param name="total">What they are to sum to; at most the sum of the limits.</param>
    /// <param name="slack">The part of a limit by which a weight may pass it.</param>
    /// <param name="spread">Takes the weights.</param>
    /// <param name="isFixed">Takes which are at their limit.</param>
    /// <returns>The number of rounds that fixed names.</returns>
    public static int Within(ReadOnlySpan<double> weights, ReadOnlySpan<double> limits, double total, double slack, Span<double> spread, Span<bool> isFixed)
    {
        isFixed.Clear();
        var rounds = 0;
        while (true)
        {
            var (free, left) = (default(CompensatedSum), default(CompensatedSum));
            left.Add(total);
            for (var i = 0; i < weights.Length; i++)
            {
                if (isFixed[i])
                {
                    left.Add(-limits[i]);
                }
                else
                {
                    free.Add(weights[i]);
                }
            }

            var found = false;
            for (var i = 0; i < weights.Length; i++)
            {
                if (!isFixed[i])
                {
                    spread[i] = weights[i] * (left.Value / free.Value);
                    if (spread[i] > limits[i] * (1 + slack))
                    {
                        (spread[i], isFixed[i], found) = (limits[i], true, true);
                    }
                }
            }

            if (!found)
            {
                return rounds;
            }

            rounds++;
        }
    }
}
