using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Checks the numbers of a text against each other: points, level and percent of one move determine one another.</summary>
internal static class TextConsistency
{
    /// <summary>Marks claims that contradict arithmetic; those that the data confirm stand.</summary>
    public static ImmutableArray<CheckedClaim> Apply(ImmutableArray<CheckedClaim> claims)
    {
        var result = claims.ToBuilder();
        for (var i = 0; i < claims.Length; i++)
        {
            if (claims[i] is not { Type: "price_return", Stated: { Unit: "percent", Value: { } percent } } move)
            {
                continue;
            }

            var points = Partner(claims, i, claim => claim is { Type: "price_return", Stated.Unit: "points" });
            var level = Partner(claims, i, claim => claim.Type == "level");
            if (points < 0 || level < 0)
            {
                continue;
            }

            var (change, close) = (claims[points].Stated.Value!.Value, claims[level].Stated.Value!.Value);
            if (close - change <= 0)
            {
                continue;
            }

            var implied = change / (close - change) * 100;
            var slack = (move.Stated.High - move.Stated.Low) / 2 ?? 0.5;
            if (Math.Abs(implied - percent) <= slack + (Math.Abs(implied) * 0.01) + 1e-9)
            {
                continue;
            }

            // Where the data settle which number is wrong, the others stand.
            var group = new[] { i, points, level };
            var settled = group.Any(index => result[index].Verdict is Verdict.Confirmed or Verdict.Near) && group.Any(index => result[index].Verdict == Verdict.Contradicted);
            foreach (var index in group)
            {
                if (settled ? result[index].Verdict == Verdict.Contradicted : result[index].Verdict is not (Verdict.Confirmed or Verdict.Near))
                {
                    result[index] = result[index] with { Verdict = Verdict.Inconsistent, Reason = $"The text disagrees with itself: {change:0.##} points to {close:#,##0.##} is {implied:0.00}%, not {percent:0.##}%." };
                }
            }
        }

        Repeats(result);
        return result.ToImmutable();
    }

    /// <summary>Two numbers for the same move that cannot both be right, where the data settle neither.</summary>
    private static void Repeats(ImmutableArray<CheckedClaim>.Builder claims)
    {
        var known = new Dictionary<(string Subject, string Window, string Unit), int>();
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i] is not { Type: "price_return", Verdict: Verdict.Unchecked, Computed: null, Window.Text.Length: > 0, Stated: { Value: not null, Unit: { } unit }, Subject.Text.Length: > 0 } claim)
            {
                continue;
            }

            var key = (claim.Subject.Text, claim.Window.Text, unit);
            if (!known.TryGetValue(key, out var first))
            {
                known.Add(key, i);
                continue;
            }

            if (claim.Stated.Low > claims[first].Stated.High || claim.Stated.High < claims[first].Stated.Low)
            {
                claims[i] = claim with { Verdict = Verdict.Inconsistent, Reason = $"The text disagrees with itself: '{claims[first].Span.Text}' and '{claim.Span.Text}' say different things of {key.Item1} {key.Item2}." };
            }
        }
    }

    /// <summary>How many characters may lie between numbers of one move.</summary>
    private const int Reach = 30;

    private static int Distance(TextSpan first, TextSpan second) => Math.Max(0, Math.Max(first.Start - second.End, second.Start - first.End));

    /// <summary>The nearest claim of another sort in the same sentence about the same subject and day.</summary>
    private static int Partner(ImmutableArray<CheckedClaim> claims, int i, Func<CheckedClaim, bool> fits)
    {
        var best = -1;
        for (var k = Math.Max(0, i - 4); k < Math.Min(claims.Length, i + 5); k++)
        {
            if (k != i && fits(claims[k]) && claims[k].Sentence == claims[i].Sentence && Distance(claims[k].Span, claims[i].Span) <= Reach && claims[k].Subject.Id == claims[i].Subject.Id && claims[k].Subject.Id is not null && claims[k].Window?.To == claims[i].Window?.To && claims[k].Stated.Value is not null && (best < 0 || Math.Abs(k - i) < Math.Abs(best - i)))
            {
                best = k;
            }
        }

        return best >= 0 && (claims[best].Type == "level" || (claims[best].Window?.From == claims[i].Window?.From)) ? best : -1;
    }
}
