using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <content>What a superlative is about and goes back to.</content>
internal sealed partial class SuperlativeFrames
{
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

        if (mentions.Count == 0 && Pronoun(first, bounds) is { } pronoun)
        {
            return [pronoun];
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

    /// <summary>"It was the best day since 2020": the pronoun that opens the sentence, or null.</summary>
    private Mention? Pronoun(int first, Sentence bounds)
    {
        for (var i = first - 1; i >= bounds.First && i > first - 6; i--)
        {
            if (View.Any(i, "it") && View.Any(i + 1, "was", "is", "has", "had", "marked", "marks"))
            {
                return new Mention { First = i, End = i + 1, Kind = MentionKind.Reference };
            }

            if (View.MentionAt(i) is not null || View.QuantityAt(i) is not null || View.Any(i, ",", ";"))
            {
                return null;
            }
        }

        return null;
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
