using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>How evenly a whole is spread over its parts, from shares that are zero or more and sum to one.</summary>
internal static class Concentration
{
    /// <summary>The parts as shares of their sum.</summary>
    /// <param name="amounts">Amounts, zero or more, not all zero.</param>
    public static double[] Shares(ReadOnlySpan<double> amounts)
    {
        var total = default(CompensatedSum);
        foreach (var amount in amounts)
        {
            total.Add(amount);
        }

        var shares = amounts.ToArray();
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= total.Value;
        }

        return shares;
    }

    /// <summary>The Herfindahl-Hirschman index, the sum of squared shares: from 1 / n for equal parts to 1 for a single one.</summary>
    /// <remarks>Source: Hirschman, "The Paternity of an Index", American Economic Review 54, 1964.</remarks>
    public static double HerfindahlHirschman(ReadOnlySpan<double> shares)
    {
        var sum = default(CompensatedSum);
        foreach (var share in shares)
        {
            sum.Add(share * share);
        }

        return sum.Value;
    }

    /// <summary>The Herfindahl-Hirschman index put on a scale from 0 for equal parts to 1; for two parts or more.</summary>
    public static double Normalised(ReadOnlySpan<double> shares) =>
        (HerfindahlHirschman(shares) - (1.0 / shares.Length)) / (1 - (1.0 / shares.Length));

    /// <summary>The number of equal parts with the same Herfindahl-Hirschman index.</summary>
    public static double EffectiveNumber(ReadOnlySpan<double> shares) => 1 / HerfindahlHirschman(shares);

    /// <summary>Shannon's entropy in nats: from 0 for a single part to ln n for equal parts. A share of zero adds nothing.</summary>
    /// <remarks>Source: Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27, 1948.</remarks>
    public static double Entropy(ReadOnlySpan<double> shares)
    {
        var sum = default(CompensatedSum);
        foreach (var share in shares)
        {
            sum.Add(share > 0 ? -share * Math.Log(share) : 0);
        }

        return sum.Value;
    }

    /// <summary>The Gini coefficient: from 0 for equal parts to 1 - 1 / n for a single one.</summary>
    /// <remarks>2 * sum(i * s(i)) / (n * sum s) - (n + 1) / n, shares ascending. Source: Gini, "Variabilità e mutabilità", 1912.</remarks>
    public static double Gini(ReadOnlySpan<double> shares)
    {
        var ascending = shares.ToArray();
        Array.Sort(ascending);
        var (ranked, total) = (default(CompensatedSum), default(CompensatedSum));
        for (var i = 0; i < ascending.Length; i++)
        {
            ranked.Add((i + 1) * ascending[i]);
            total.Add(ascending[i]);
        }

        var count = ascending.Length;
        return Math.Max(0, (2 * ranked.Value / (count * total.Value)) - ((count + 1.0) / count));
    }

    /// <summary>The largest shares together.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="count">How many; at most as many as there are.</param>
    public static double Top(ReadOnlySpan<double> shares, int count)
    {
        var ascending = shares.ToArray();
        Array.Sort(ascending);
        var sum = default(CompensatedSum);
        foreach (var share in ascending.AsSpan(ascending.Length - count))
        {
            sum.Add(share);
        }

        return sum.Value;
    }
}
