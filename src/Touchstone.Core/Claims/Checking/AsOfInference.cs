using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>The moment an article speaks from, and how surely it is known.</summary>
/// <param name="Best">The best moment, or null when nothing tells.</param>
/// <param name="Plausible">Moments that the article's numbers fit nearly as well, the best among them.</param>
/// <param name="IsGiven">Whether the day was given rather than inferred.</param>
/// <param name="How">The evidence in words.</param>
/// <param name="IsSure">Whether the day was given, or at least half of the claims that could tell it agree on it.</param>
/// <param name="Fixing">Drafts that alone fix the day: taken away, another day would fit as well.</param>
internal sealed record InferredDay(Moment? Best, IReadOnlyList<Moment> Plausible, bool IsGiven, bool IsSure, string How, IReadOnlySet<ClaimDraft> Fixing)
{
    /// <summary>Whether at least four claims and three in four agree on an inferred day, so that only the moments that fit alike are candidates.</summary>
    public bool IsStrong { get; init; }
}

/// <summary>
/// Finds the publication moment from the article's own numbers. Each claim that can be computed says for every moment of the data whether
/// it would hold; a claim counts the more the fewer moments it fits (minus the logarithm of that share), and the moment with the greatest sum wins.
/// </summary>
internal sealed class AsOfInference(Market market, SessionClocks clocks, ReadingPlans plans, Evaluator evaluator, CancellationToken stop = default)
{
    /// <summary>The most claims that are asked; more of them add nothing but time.</summary>
    private const int MostClaims = 40;

    /// <summary>The sum below which the numbers do not single out a day.</summary>
    private const double Enough = 4.5;

    private const double MostOfOne = 6;

    /// <summary>How long after the end of the data an article may speak of them, in days.</summary>
    private const int DaysAfter = 31;

    /// <summary>What the other claims and dates of the text must say for the day (nine moments in ten ruled out), or a claim fixes it alone.</summary>
    private const double Corroborating = 2.3;

    public InferredDay Find(IReadOnlyList<ClaimDraft> drafts, IReadOnlyList<TimeMention> times, DateOnly? published)
    {
        if (clocks.Last == default)
        {
            return new InferredDay(null, [], false, false, "unknown: the package has no prices", new HashSet<ClaimDraft>());
        }

        if (published is { } outside && (outside < clocks.First || outside > clocks.Last.AddDays(DaysAfter)))
        {
            return new InferredDay(null, [], true, false, $"given: published {outside:yyyy-MM-dd}, outside the data ({clocks.First:yyyy-MM-dd} to {clocks.Last:yyyy-MM-dd})", new HashSet<ClaimDraft>());
        }

        var moments = Candidates(published);
        var runs = new MomentRuns(moments, clocks);
        var votes = drafts.Where(IsTelling).Take(MostClaims).Select(draft => (Draft: draft, Holds: Holds(draft, runs))).ToList();
        var weights = votes.Select(vote => Weight(vote.Holds, published is not null || clocks.Given is not null)).ToList();
        var hints = published is null && clocks.Given is null ? Hints(times, moments) : new double[moments.Count];
        var scores = (double[])hints.Clone();
        for (var v = 0; v < votes.Count; v++)
        {
            Add(scores, votes[v].Holds, weights[v]);
        }

        var best = Best(scores, published is not null, out var top);
        if (published is { } day)
        {
            return new InferredDay(moments[best], Near(moments, scores, best, 0.01), true, true, $"given: published {day:yyyy-MM-dd}", new HashSet<ClaimDraft>());
        }

        if (clocks.Given is { } asOf)
        {
            return new InferredDay(moments[best], Near(moments, scores, best, 0.01), true, true, $"given: as of {asOf:yyyy-MM-dd}", new HashSet<ClaimDraft>());
        }

        if (top < Enough && Named(times) is { } dated)
        {
            var near = SessionClocks.Of(dated).ToList();
            var fit = near.Select(moment => votes.Count(vote => Readings(vote.Draft).Hold(moment))).ToList();
            var at = fit.LastIndexOf(fit.Max());
            return new InferredDay(near[at], near, false, true, $"dated: the text names {dated:yyyy-MM-dd}", new HashSet<ClaimDraft>());
        }

        if (top < Enough)
        {
            return new InferredDay(null, [], false, false, "unknown: the article's numbers do not single out a day; give --published", new HashSet<ClaimDraft>());
        }

        var fixing = new HashSet<ClaimDraft>(ReferenceEqualityComparer.Instance);
        for (var v = 0; v < votes.Count; v++)
        {
            if (votes[v].Holds[best] && scores[best] - weights[v] < Corroborating)
            {
                fixing.Add(votes[v].Draft);
            }
        }

        var plausible = Near(moments, scores, best, 1.0);
        var held = votes.Count(vote => vote.Holds[best]);
        var tied = plausible.Select(moment => moment.Published).Distinct().ToList();
        var how = $"inferred: {held} of {votes.Count} datable claims hold{(tied.Count > 1 ? $"; {tied.Min():yyyy-MM-dd} to {tied.Max():yyyy-MM-dd} fit alike" : "")}";
        return new InferredDay(moments[best], plausible, false, 2 * held >= votes.Count, how, fixing) { IsStrong = held >= 4 && 4 * held >= 3 * votes.Count };
    }

    /// <summary>The latest full date in the text that the data reach, or null.</summary>
    private DateOnly? Named(IReadOnlyList<TimeMention> times)
    {
        DateOnly? latest = null;
        foreach (var time in times.Where(time => time is { Kind: TimeKind.Date, Year: >= 1900, Day: not null }))
        {
            if (TimeResolver.Date(time, default) is { } day && day > clocks.First && day <= clocks.Last.AddDays(DaysAfter) && (latest is null || day > latest))
            {
                latest = day;
            }
        }

        return latest;
    }

    private static bool IsTelling(ClaimDraft draft) => draft.Metric is ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level or ClaimMetric.Extreme or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield or ClaimMetric.EventIn or ClaimMetric.EventAge or ClaimMetric.Streak
        && draft is not { Metric: ClaimMetric.Extreme, Since.Kind: TimeKind.Vague }
        && !(draft.Subject.IsProxy && draft.Metric is ClaimMetric.Return or ClaimMetric.Points);

    private List<Moment> Candidates(DateOnly? published)
    {
        if (published is { } day)
        {
            return [.. SessionClocks.Of(day)];
        }

        var moments = new List<Moment>();
        if (clocks.Given is { } given)
        {
            // Days given for exchanges leave only the days right after them.
            for (var offset = 0; offset <= 3; offset++)
            {
                moments.AddRange(SessionClocks.Of(given.AddDays(offset)));
            }

            return moments;
        }

        for (var number = clocks.First.DayNumber + 1; number <= clocks.Last.DayNumber + 7; number++)
        {
            moments.AddRange(SessionClocks.Of(DateOnly.FromDayNumber(number)));
        }

        return moments;
    }

    /// <summary>Whether a claim holds under a first reading, moment by moment; moments in a row that ask for the same days are asked once.</summary>
    private bool[] Holds(ClaimDraft draft, MomentRuns runs)
    {
        stop.ThrowIfCancellationRequested();
        var holds = new bool[runs.Moments.Count];
        var mics = draft.Subject.Candidates.Select(plans.Mic).Distinct().ToArray();
        var starts = runs.Starts(mics, mics.Length is 0 or > 2 || ByPublication(draft.Time) || ByPublication(draft.Since));
        var readings = Readings(draft);
        for (var run = 0; run < starts.Count; run++)
        {
            if (readings.Hold(runs.Moments[starts[run]]))
            {
                holds.AsSpan(starts[run]..(run + 1 < starts.Count ? starts[run + 1] : holds.Length)).Fill(true);
            }
        }

        return holds;
    }

    private TellingReadings Readings(ClaimDraft draft) => new(draft, market, plans, evaluator);

    /// <summary>Whether a time hangs on the day of publication and not on the last session alone.</summary>
    private static bool ByPublication(TimeMention? time) => time is not null and not { Kind: TimeKind.OneDay or TimeKind.Today or TimeKind.ToDate or TimeKind.Past or TimeKind.Stretch } && !(time is { Kind: TimeKind.Since or TimeKind.Following, EventId: not null });

    /// <summary>Minus the logarithm of the share of moments at which a claim holds; a claim that never holds says nothing.</summary>
    private static double Weight(bool[] holds, bool given)
    {
        var count = holds.Count(held => held);
        if (count == 0)
        {
            return 0;
        }

        return given ? 1 : Math.Min(MostOfOne, -Math.Log((double)count / holds.Length));
    }

    private static void Add(double[] scores, bool[] holds, double weight)
    {
        for (var m = 0; m < scores.Length; m++)
        {
            scores[m] += holds[m] ? weight : 0;
        }
    }

    /// <summary>The greatest sum; among equals the first, or on a given day the last, when most exchanges have closed.</summary>
    private static int Best(double[] scores, bool last, out double top)
    {
        var best = 0;
        for (var m = 1; m < scores.Length; m++)
        {
            if (scores[m] > scores[best] + 1e-9 || (last && scores[m] >= scores[best] - 1e-9))
            {
                best = m;
            }
        }

        top = scores[best];
        while (best + 1 < scores.Length && (best + 1) % SessionClocks.Moments != 0 && scores[best + 1] >= top - 1e-9)
        {
            // Of equal moments of one day the last, when most exchanges have closed.
            best++;
        }

        return best;
    }

    private static List<Moment> Near(List<Moment> moments, double[] scores, int best, double slack)
    {
        var near = new List<Moment>();
        for (var m = 0; m < moments.Count; m++)
        {
            if (scores[m] >= scores[best] - slack)
            {
                near.Add(moments[m]);
            }
        }

        return near;
    }

    /// <summary>What dates in the text say of the day it was written: soon after the latest full date, in or after a month, in a year.</summary>
    private static double[] Hints(IReadOnlyList<TimeMention> times, List<Moment> moments)
    {
        var hints = new double[moments.Count];
        var dates = times.Where(time => time is { Kind: TimeKind.Date, Year: not null, Day: not null }).ToList();
        var months = times.Where(time => time is { Kind: TimeKind.Month, Year: not null }).ToList();
        var years = times.Where(time => time.Kind == TimeKind.Year && time.Year is >= 1990 and <= 2100).Select(time => time.Year!.Value).Distinct().ToList();
        var looksBack = times.Any(time => time is { Kind: TimeKind.Last, Unit: TimeUnit.Week });
        for (var m = 0; m < moments.Count; m++)
        {
            var day = moments[m].Published;
            if (looksBack && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Monday or DayOfWeek.Tuesday)
            {
                // "Last week" is written when the week is just over.
                hints[m] += 0.5;
            }

            if (dates.Any(time => TimeResolver.Date(time, moments[m]) is { } date && day.DayNumber - date.DayNumber is >= 0 and <= 4))
            {
                hints[m] += 3;
            }

            if (months.Any(time => (((day.Year - time.Year!.Value) * 12) + day.Month - time.Part!.Value) is >= 0 and <= 3))
            {
                hints[m] += 1.5;
            }

            if (months.Count > 0 && months.All(time => (((day.Year - time.Year!.Value) * 12) + day.Month - time.Part!.Value) < 0))
            {
                hints[m] -= 3;
            }

            if (years.Contains(day.Year))
            {
                hints[m] += 1;
            }
            else if (day.Month <= 2 && years.Contains(day.Year - 1))
            {
                hints[m] += 0.5;
            }
        }

        return hints;
    }
}
