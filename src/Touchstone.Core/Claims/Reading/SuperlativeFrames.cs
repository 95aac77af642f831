using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Highest, lowest, best, worst, records and runs.</summary>
internal sealed partial class SuperlativeFrames(ReadingContext context)
{
    private static readonly FrozenSet<string> LevelNouns = new[] { "high", "low", "peak", "trough", "level", "close", "highs", "lows", "closing", "finish", "point" }.ToFrozenSet();

    private DocumentView View => context.View;

    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (context.Settled[i])
            {
                continue;
            }

            var end = Stretch(i, sentence, bounds);
            end = end > i ? end : Record(i, sentence, bounds);
            end = end > i ? end : Best(i, sentence, bounds);
            end = end > i ? end : Streak(i, sentence, bounds);
            end = end > i ? end : Turn(i, sentence, bounds);
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary><c>a three-year high</c>, <c>its highest level in three years</c>, <c>its lowest close since March 2020</c>.</summary>
    private int Stretch(int i, int sentence, Sentence bounds)
    {
        if (View.TimeAt(i) is { Kind: TimeKind.Stretch } stretch && stretch.First == i && !View.Any(i, "in", "over", "for", "within"))
        {
            var noun = stretch.End;
            while (View.Any(noun, "intraday", "closing", "record", "-"))
            {
                noun++;
            }

            if (View.Any(noun, "high", "highs", "peak", "low", "lows", "trough") && !Enumerable.Range(i - 4, 4).Any(k => View.Any(k, "from", "below", "off", "previous")))
            {
                var up = View.Any(noun, "high", "highs", "peak");
                Add(i, noun + 1, sentence, ClaimMetric.Extreme, up ? 1 : -1, stretch, TimeUnit.Day, View.Any(stretch.End, "intraday"), false);
                return noun + 1;
            }

            return i;
        }

        if (!View.Any(i, "highest", "lowest"))
        {
            return i;
        }

        var end = i + 1;
        var intraday = false;
        while (end < bounds.End && (LevelNouns.Contains(View.Word(end)) || View.Any(end, "intraday", "closing", "settlement", "trading", "it", "'s", "been")))
        {
            intraday |= View.Any(end, "intraday");
            end++;
        }

        if (View.Any(end, "in") && View.Any(end + 1, "the", "this", "these", "our") && View.Any(end + 2, "data", "package", "series", "sample"))
        {
            Add(i, end + 3, sentence, ClaimMetric.Extreme, View.Any(i, "highest") ? 1 : -1, null, TimeUnit.Day, intraday, true);
            context.Drafts[^1] = context.Drafts[^1] with { Time = null, IsTimeInferred = false, TimeHow = "as of the day", IsOfData = true };
            return end + 3;
        }

        var since = TimeFrom(end, bounds);
        if (since is null && !View.Any(end, "ever", "on"))
        {
            return i;
        }

        var record = since is null;
        var stop = since?.End ?? end + (View.Any(end, "on") ? 2 : 1);
        Add(i, stop, sentence, ClaimMetric.Extreme, View.Any(i, "highest") ? 1 : -1, since, TimeUnit.Day, intraday, record);
        return stop;
    }

    /// <summary><c>a record high</c>, <c>an all-time high</c>, <c>a record close</c>.</summary>
    private int Record(int i, int sentence, Sentence bounds)
    {
        var end = i;
        if (View.Any(i, "record", "records") && View.Any(i + 1, "high", "highs", "close", "closing", "low", "lows", "peak", "level"))
        {
            end = i + 2;
        }
        else if (View.Any(i, "all") && View.Any(i + 1, "time") && View.Any(i + 2, "high", "low", "highs", "peak", "closing"))
        {
            end = i + 3;
        }

        if (end == i || View.Any(i - 1, "from", "below", "off", "since") || View.Any(i - 2, "from", "below", "since", "off"))
        {
            return i;
        }

        if (View.Any(end - 1, "closing") && View.Any(end, "high", "low"))
        {
            end++;
        }

        Add(i, end, sentence, ClaimMetric.Extreme, View.Any(end - 1, "low", "lows") ? -1 : 1, null, TimeUnit.Day, false, true);
        return end;
    }

    /// <summary><c>the best day since 2020</c>, <c>its biggest weekly gain in six months</c>, <c>the best performance since 2020</c>.</summary>
    private int Best(int i, int sentence, Sentence bounds)
    {
        if (!Superlatives.Is(View.Word(i)) || View.Any(i, "record", "highest", "lowest"))
        {
            return i;
        }

        var sibling = context.Recent(sentence, 0, draft => draft.Metric is ClaimMetric.Return or ClaimMetric.Points && draft.End <= i + 2);

        var sign = View.Any(i, "best", "top", "strongest") ? 1 : View.Any(i, "worst", "weakest", "steepest", "deepest") ? -1 : 0;
        TimeUnit? period = null;
        var cue = false;
        var end = i + 1;
        for (; end < bounds.End && end < i + 9; end++)
        {
            var word = View.Word(end);
            if (View.TimeAt(end) is { Kind: TimeKind.Since or TimeKind.Stretch or TimeKind.Past } && View.TimeAt(end)!.First == end && View.Any(end, "since", "in", "over"))
            {
                break;
            }

            period ??= word switch { "day" or "daily" or "session" or "one" => TimeUnit.Day, "week" or "weekly" => TimeUnit.Week, "month" or "monthly" => TimeUnit.Month, "quarter" or "quarterly" => TimeUnit.Quarter, "year" or "annual" or "yearly" => TimeUnit.Year, _ => null };
            cue |= word is "day" or "week" or "month" or "quarter" or "year" or "session" or "performance" or "start" or "showing" or "run" or "outing" or "stretch" or "setback" or "move" or "spell";
            if (Directions.TryNoun(word, out var move))
            {
                sign = sign == 0 ? move : sign;
                cue = true;
            }

            if (word is "performer" or "performing" or "performers")
            {
                return Performer(i, end, sentence, bounds, sign);
            }

            if (word is "," or "." or ";" or "among" or "and" or "of")
            {
                break;
            }
        }

        var since = TimeFrom(end, bounds);
        cue |= since is not null && sibling is not null && end == i + 1;
        sign = sign == 0 && sibling is not null ? sibling.Sign : sign;
        period ??= sibling?.Time is { Kind: TimeKind.ToDate or TimeKind.Last } run ? run.Unit : null;
        if (!cue || sign == 0 || (since is null && !View.Any(end, "ever", "on")))
        {
            return i;
        }

        var stop = since?.End ?? end + 1;
        var window = View.TimesIn(bounds).FirstOrDefault(time => time.End <= i && WindowFinder.IsWindow(time));
        period ??= window is { Kind: TimeKind.Last or TimeKind.ToDate } ? window.Unit : TimeUnit.Day;
        Add(i, stop, sentence, ClaimMetric.BestPeriod, sign, since, period.Value, false, since is null, window);
        return stop;
    }

    /// <summary><c>the top performer among major Asian benchmarks</c>.</summary>
    private int Performer(int i, int end, int sentence, Sentence bounds, int sign)
    {
        var stop = end + 1;
        while (stop < bounds.End && View.Word(stop) is not ("," or "." or ";"))
        {
            stop++;
        }

        var subject = SubjectOf(i, sentence);
        var set = View.TextOf(end + 1, stop);
        context.Add(new ClaimDraft
        {
            Type = "superlative_rank",
            Metric = ClaimMetric.RankAmong,
            First = View.Any(i - 1, "the") ? i - 1 : i,
            End = stop,
            Sentence = sentence,
            Subject = subject,
            Sign = sign,
            Time = context.Recent(sentence, 0, _ => true)?.Time ?? WindowFinder.Of(View, i, stop, sentence),
            TimeHow = "inherited: from the sentence",
            Reason = $"undefined-basket: the set '{set}' is not listed.",
            Attribution = context.SpeakerIn(bounds),
        });
        return stop;
    }
}
