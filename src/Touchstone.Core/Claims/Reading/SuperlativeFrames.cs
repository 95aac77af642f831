using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Highest, lowest, best, worst, records and runs.</summary>
internal sealed class SuperlativeFrames(ReadingContext context)
{
    private static readonly FrozenSet<string> LevelNouns = new[] { "high", "low", "peak", "trough", "level", "close", "highs", "lows", "closing", "finish", "point" }.ToFrozenSet();

    private DocumentView View => context.View;

    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        for (var i = bounds.First; i < bounds.End; i++)
        {
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

            if (View.Any(noun, "high", "highs", "peak", "low", "lows", "trough"))
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

    /// <summary><c>a third straight weekly gain</c>, <c>for a fifth day in a row</c>, <c>a six-day winning streak</c>.</summary>
    private int Streak(int i, int sentence, Sentence bounds)
    {
        var end = NumberWords.ReadOrdinal(View.Tokens, i, out var count);
        if (end == i)
        {
            end = NumberWords.ReadWhole(View.Tokens, i, out count);
        }

        if (end == i || count is < 2 or > 60)
        {
            return i;
        }

        var at = end;
        var straight = View.Any(at, "straight", "consecutive", "successive");
        at = straight ? at + 1 : at;
        TimeUnit? period = View.Word(at) switch { "day" or "days" or "session" or "sessions" or "daily" or "trading" => TimeUnit.Day, "week" or "weeks" or "weekly" => TimeUnit.Week, "month" or "months" or "monthly" => TimeUnit.Month, "quarter" or "quarters" or "quarterly" => TimeUnit.Quarter, "year" or "years" or "yearly" or "annual" => TimeUnit.Year, _ => null };
        if (period is null && !straight)
        {
            return i;
        }

        at = period is null ? at : at + 1;
        if (View.Any(at, "session", "sessions", "day", "days"))
        {
            at++;
        }

        var sign = 0;
        if (View.Any(at, "winning", "losing") && View.Any(at + 1, "streak", "run"))
        {
            sign = View.Any(at, "winning") ? 1 : -1;
            at += 2;
            straight = true;
        }
        else if (View.Any(at, "in") && View.Any(at + 1, "a") && View.Any(at + 2, "row"))
        {
            at += 3;
            straight = true;
        }
        else if (View.Any(at, "running") || View.Any(i - 1, "for") && View.Any(at, "running"))
        {
            at++;
            straight = true;
        }

        if (!straight)
        {
            return i;
        }

        for (var k = at; k < Math.Min(at + 3, bounds.End) && sign == 0; k++)
        {
            if (Directions.TryNoun(View.Word(k), out sign))
            {
                at = k + 1;
            }
        }

        for (var k = i - 1; sign == 0 && k >= bounds.First && k > i - 12; k--)
        {
            sign = Directions.TryGet(View.Word(k), out var move) ? move.Sign : 0;
        }

        if (sign == 0)
        {
            return i;
        }

        if (Enumerable.Range(i - 3, 3).Any(k => View.Any(k, "snapping", "snapped", "ended", "ending", "broke", "breaking", "halted", "halting")))
        {
            // A run that ended is no longer there to be counted on the day.
            return at;
        }

        Add(i, at, sentence, ClaimMetric.Streak, sign, null, period ?? TimeUnit.Day, false, false, null, count);
        return at;
    }

    /// <summary><c>entered a bull market</c>, <c>slipped into correction territory</c>.</summary>
    private int Turn(int i, int sentence, Sentence bounds)
    {
        var end = View.Any(i, "bull", "bear") && View.Any(i + 1, "market") ? i + 2 : View.Any(i, "correction") && View.Any(i + 1, "territory") ? i + 2 : i;
        if (end == i || !Enumerable.Range(1, 7).Any(back => View.Any(i - back, "entered", "enters", "entering", "into", "confirmed", "confirming", "entry", "in", "enter")))
        {
            return i;
        }

        Add(i, end, sentence, ClaimMetric.FromTurn, View.Any(i, "bull") ? 1 : -1, null, TimeUnit.Day, false, false, null, View.Any(i, "correction") ? 10 : 20);
        var draft = context.Drafts[^1];
        context.Drafts[^1] = draft with { Type = "qualitative_magnitude", Kind = View.TextOf(i, end), TimeHow = "definition: measured from the last turn" };
        return end;
    }

    private void Add(int first, int end, int sentence, ClaimMetric metric, int sign, TimeMention? since, TimeUnit period, bool intraday, bool record, TimeMention? window = null, int count = 0)
    {
        var bounds = View.Sentences[sentence];
        var mentions = View.Any(end, "for") && context.Subjects.After(end, bounds.End) is { Kind: MentionKind.Named or MentionKind.Outsider } named ? [named] : MentionsFor(first, sentence, bounds);
        var subjects = mentions.Count == 0 ? [context.Inherited(sentence)] : mentions.SelectMany(mention => context.Resolve(mention, sentence)).ToImmutableArray();
        if (subjects.All(subject => subject.Candidates.IsEmpty) && mentions.All(mention => mention.Kind is MentionKind.Figure))
        {
            var economic = Enumerable.Range(bounds.First, bounds.End - bounds.First).Any(k => Vocabulary.IsEconomic(View.Word(k)));
            if (!economic)
            {
                return;
            }
        }

        if (subjects.All(subject => subject.Candidates.IsEmpty) && mentions.Count == 0)
        {
            return;
        }

        var time = window ?? WindowFinder.Of(View, first, end, sentence);
        if (time is not null && (time == since || !(time.IsSession || time.Kind is TimeKind.Last or TimeKind.ToDate or TimeKind.Month)))
        {
            time = null;
        }

        var sibling = context.Recent(sentence, 0, draft => draft.Metric is ClaimMetric.Return or ClaimMetric.Points or ClaimMetric.Level && draft.Time is null or { IsSession: true });
        foreach (var subject in subjects)
        {
            context.Add(new ClaimDraft
            {
                Type = "superlative_rank",
                Metric = metric,
                First = first,
                End = end,
                Sentence = sentence,
                Subject = subject,
                Quantity = count > 0 ? new Quantity { First = first, End = first, Kind = QuantityKind.Number, Value = count, Numbers = 0 } : null,
                Sign = sign,
                Time = time ?? (metric == ClaimMetric.FromTurn ? null : sibling is not null ? sibling.Time : context.Session),
                IsTimeInferred = time is null && !Enumerable.Range(first - 4, 4).Any(k => Directions.IsClose(View.Word(k))),
                TimeHow = time is null ? "implied: as of the day" : "stated",
                Since = since,
                Period = period,
                IsIntraday = intraday,
                IsRecord = record,
                Attribution = context.SpeakerIn(bounds),
            });
        }
    }

    private List<Mention> MentionsFor(int first, int sentence, Sentence bounds)
    {
        if (context.Subjects.Possessor(first + 1, bounds.First) is { } owner)
        {
            return [owner];
        }

        var verb = first - 1;
        while (verb >= bounds.First && View.MentionAt(verb) is null && !(Directions.TryGet(View.Word(verb), out _) || Directions.IsHolder(View.Word(verb)) || Directions.IsClose(View.Word(verb)) || View.Any(verb, "hit", "reached", "touched", "marked", "entered", "set", "reaching", "hitting", "at", "extended", "notching")))
        {
            verb--;
        }

        var from = verb < bounds.First || View.MentionAt(verb) is not null ? first : verb;
        var mentions = context.Subjects.Of(from, sentence);
        if (mentions.Count > 0 && mentions[^1].Kind is MentionKind.Unknown or MentionKind.Figure)
        {
            var left = context.Subjects.Left(from, sentence, first);
            mentions = left.Count > 0 ? left : mentions;
        }

        if (mentions.Count == 0 || mentions.All(mention => mention.Kind == MentionKind.Unknown))
        {
            for (var i = first; i < bounds.End && i < first + 12; i++)
            {
                if (View.Any(i, "for", "of") && context.Subjects.After(i, bounds.End) is { Kind: MentionKind.Named or MentionKind.Described } after)
                {
                    return [after];
                }
            }
        }

        return mentions;
    }

    private SubjectReading SubjectOf(int first, int sentence)
    {
        var previous = context.Recent(sentence, 0, _ => true);
        if (previous is not null)
        {
            return previous.Subject;
        }

        var mentions = context.Subjects.Left(first, sentence, first);
        return mentions.Count == 0 ? context.Inherited(sentence) : context.Resolve(mentions[^1], sentence)[0];
    }

    private TimeMention? TimeFrom(int i, Sentence bounds)
    {
        for (var k = i; k < Math.Min(i + 3, bounds.End); k++)
        {
            if (View.TimeAt(k) is { Kind: TimeKind.Since or TimeKind.Stretch or TimeKind.Past or TimeKind.ToDate or TimeKind.Vague or TimeKind.Year or TimeKind.Month } time)
            {
                return time;
            }
        }

        return null;
    }
}
