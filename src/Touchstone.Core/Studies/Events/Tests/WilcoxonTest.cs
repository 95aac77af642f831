namespace Touchstone.Studies;

/// <summary>The signed-rank test across events.</summary>
/// <remarks>
/// Zeros are left out, ties share the middle rank. Up to 50 events every way of giving signs to the ranks is counted, ties included; beyond, the normal law
/// with the variance of the ranks as they are. Source: Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1, 1945.
/// </remarks>
internal static class WilcoxonTest
{
    private const int MostCounted = 50;

    private static readonly Working Formula = new() { Formula = "(W - sum of ranks / 2) / sqrt(sum of ranks^2 / 4), W = sum of the ranks of |AR| over positive AR" };

    public static Answer<TestValue> Of(SampleColumn column) => Of(column.Raw);

    public static Answer<TestValue> Of(ReadOnlySpan<double> values)
    {
        var sizes = new List<double>(values.Length);
        var isPositive = new List<bool>(values.Length);
        foreach (var value in values)
        {
            if (value != 0)
            {
                sizes.Add(Math.Abs(value));
                isPositive.Add(value > 0);
            }
        }

        var doubled = DoubledRanks([.. sizes]);
        var (sum, all, squares) = (0, 0, 0.0);
        for (var i = 0; i < doubled.Length; i++)
        {
            sum += isPositive[i] ? doubled[i] : 0;
            all += doubled[i];
            squares += (double)doubled[i] * doubled[i];
        }

        var error = Math.Sqrt(squares) / 4;
        var estimate = (sum / 2.0) - (all / 4.0);
        var answer = TestRatio.Of(estimate, error, NullLaw.Normal, doubled.Length, Formula);
        return doubled.Length > MostCounted
            ? answer
            : answer.Map(value => value with { Law = new NullLaw(NullLawKind.ExactSignedRanks, doubled.Length), PValue = Exact(doubled, sum, all) });
    }

    /// <summary>Twice the rank of each, so that shared ranks are whole.</summary>
    private static int[] DoubledRanks(double[] sizes)
    {
        var order = Enumerable.Range(0, sizes.Length).ToArray();
        Array.Sort((double[])sizes.Clone(), order);
        var ranks = new int[sizes.Length];
        for (var first = 0; first < order.Length;)
        {
            var next = first + 1;
            while (next < order.Length && sizes[order[next]] == sizes[order[first]])
            {
                next++;
            }

            for (var k = first; k < next; k++)
            {
                ranks[order[k]] = first + 1 + next;
            }

            first = next;
        }

        return ranks;
    }

    /// <summary>Both tails: twice the smaller of at most and at least as much, never above one. Counts stay below 2^50 and are exact.</summary>
    private static double Exact(int[] doubled, int sum, int all)
    {
        var ways = new double[all + 1];
        ways[0] = 1;
        var reach = 0;
        foreach (var rank in doubled)
        {
            reach += rank;
            for (var total = reach; total >= rank; total--)
            {
                ways[total] += ways[total - rank];
            }
        }

        var (atMost, atLeast) = (0.0, 0.0);
        for (var total = 0; total <= all; total++)
        {
            atMost += total <= sum ? ways[total] : 0;
            atLeast += total >= sum ? ways[total] : 0;
        }

        return Math.Min(1, 2 * Math.Min(atMost, atLeast) / Math.ScaleB(1, doubled.Length));
    }
}
