using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Comparisons without a number, and memberships.</summary>
internal sealed class RelativeFrames(ReadingContext context)
{
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

            Beat(i, sentence, bounds);
            Lagging(i, sentence, bounds);
            Discount(i, sentence, bounds);
            Member(i, sentence, bounds);
        }
    }

    /// <summary><c>Both indices are outperforming the Nasdaq 100</c>.</summary>
    private void Beat(int i, int sentence, Sentence bounds)
    {
        var sign = View.Word(i) switch
        {
            "outperforming" or "outperformed" or "outperform" or "outperforms" or "outpacing" or "outpaced" or "outpace" or "beating" or "beat" or "outstripping" or "outstripped" => 1,
            "underperforming" or "underperformed" or "underperform" or "lagging" or "lagged" or "trailing" or "trailed" => -1,
            _ => 0,
        };
        if (sign == 0 || (View.Any(i, "trailing") && View.Any(i + 1, "earnings", "profits", "p", "pe", "price", "multiple", "twelve", "12")) || View.Any(i + 1, "demand", "supply", "inflation", "growth", "revenue", "sales") || View.Any(i + 1, "expectations", "estimates", "forecasts", "analysts", "behind") && View.MentionAt(i + 2) is null)
        {
            return;
        }

        var at = i + 1;
        while (at < bounds.End && at < i + 5 && View.MentionAt(at) is null && View.Any(at, "the", "behind", "global", "broader", "world", "its", "a"))
        {
            at++;
        }

        var other = View.MentionAt(at);
        var end = other?.End ?? at;
        if (other is null && !View.Any(at, "markets", "peers", "rivals") || (other is { IsPossessive: true } && NumberNear(other.End)))
        {
            return;
        }

        if (other is null)
        {
            end = at + 1;
        }

        var mentions = context.Subjects.Of(i, sentence);
        if (mentions.Count == 0 || mentions[^1].Kind is MentionKind.Figure)
        {
            mentions = context.Subjects.Left(i, sentence, i);
        }

        var by = Enumerable.Range(end, 4).Select(View.QuantityAt).FirstOrDefault(quantity => quantity?.Kind is QuantityKind.PercentagePoints);
        end = by?.End ?? end;
        var subjects = mentions.Count == 0 ? [context.Inherited(sentence)] : mentions.SelectMany(mention => context.Resolve(mention, sentence)).ToImmutableArray();
        var comparator = other is null ? new SubjectReading(View.TextOf(i + 1, end), [], "named", false, $"undefined-basket: the set '{View.TextOf(i + 1, end)}' is not listed.") : context.Resolve(other, sentence)[0];
        foreach (var subject in subjects)
        {
            var draft = new ClaimDraft { Type = "relative", Metric = ClaimMetric.Excess, First = i, End = end, Sentence = sentence, Subject = subject, Comparator = comparator, Sign = sign, Quantity = by, Hedge = by is null ? HedgeKind.None : Hedges.Before(View.Tokens, bounds.First, by.First, out _), Attribution = context.SpeakerIn(bounds) };
            draft = DraftTimes.Fill(context, draft, false);
            context.Add(comparator.Candidates.IsEmpty ? draft with { Reason = comparator.Missing } : draft);
        }
    }

    /// <summary><c>after years of underperformance</c>: no benchmark and no first day.</summary>
    private void Lagging(int i, int sentence, Sentence bounds)
    {
        if (!View.Any(i, "underperformance", "outperformance"))
        {
            return;
        }

        var time = Enumerable.Range(Math.Max(bounds.First, i - 5), 5).Select(View.TimeAt).LastOrDefault(found => found is not null);
        var mentions = context.Subjects.Left(i, sentence, i);
        mentions = mentions.Count > 0 ? mentions : [.. View.MentionsIn(bounds).Where(mention => mention.IsMarket).Take(1)];
        var subject = mentions.Count > 0 ? context.Resolve(mentions[^1], sentence)[0] : context.Last;
        context.Add(new ClaimDraft
        {
            Type = "relative",
            Metric = ClaimMetric.None,
            First = time?.First ?? i,
            End = i + 1,
            Sentence = sentence,
            Subject = subject ?? new SubjectReading("", [], "none", false),
            Sign = View.Any(i, "underperformance") ? -1 : 1,
            Time = time,
            Reason = "no-window: neither a first day nor a benchmark is stated.",
            Attribution = context.SpeakerIn(bounds),
        });
    }

    /// <summary><c>a steep discount compared to the S&amp;P 500</c>, <c>a valuation higher than that of the Nasdaq 100</c>.</summary>
    private void Discount(int i, int sentence, Sentence bounds)
    {
        var sign = View.Any(i, "discount") ? -1 : View.Any(i, "premium") ? 1 : View.Any(i, "undervalued", "cheaper") ? -1 : View.Any(i, "overvalued", "pricier", "dearer") ? 1 : 0;
        var first = i;
        if (sign == 0 && View.Any(i, "valuation", "valuations") && View.Any(i + 1, "higher", "lower"))
        {
            sign = View.Any(i + 1, "higher") ? 1 : -1;
        }

        if (sign == 0)
        {
            return;
        }

        Mention? other = null;
        var end = i + 1;
        var against = false;
        for (var k = i + 1; k < Math.Min(i + 9, bounds.End); k++)
        {
            against |= View.Any(k, "to", "than", "with", "versus", "against", "over", "relative", "compared");
            if (!against)
            {
                if (View.MentionAt(k) is not null)
                {
                    return;
                }

                continue;
            }

            if (View.MentionAt(k) is { } mention)
            {
                other = mention;
                end = mention.End;
                break;
            }

            if (View.Any(k, "counterparts", "peers", "rivals"))
            {
                end = k + 1;
                break;
            }
        }

        if (other is null && end == i + 1)
        {
            return;
        }

        var mentions = context.Subjects.Left(first, sentence, first);
        var previous = context.Recent(sentence, 0, draft => draft.Metric == ClaimMetric.PriceEarnings && draft.End <= i);
        var subject = previous?.Subject ?? (mentions.Count == 0 ? context.Inherited(sentence) : context.Resolve(mentions[^1], sentence)[0]);
        var comparator = other is null ? new SubjectReading(View.TextOf(i + 1, end), [], "named", false, $"undefined-basket: '{View.TextOf(i + 1, end)}' are not listed.") : context.Resolve(other, sentence)[0];
        context.Add(new ClaimDraft
        {
            Type = "relative",
            Metric = ClaimMetric.ValuationGap,
            First = first,
            End = end,
            Sentence = sentence,
            Subject = subject,
            Comparator = comparator,
            Sign = sign,
            TimeHow = "as of the day",
            Reason = comparator.Candidates.IsEmpty ? comparator.Missing : subject.Candidates.IsEmpty ? subject.Missing : null,
            Attribution = context.SpeakerIn(bounds),
        });
    }

    /// <summary><c>the Hang Seng Index, which includes Acorn and Birch</c>.</summary>
    private void Member(int i, int sentence, Sentence bounds)
    {
        if (!View.Any(i, "includes", "include", "comprises", "counts") || !View.Any(i - 1, "which", "that", "index", "gauge", "benchmark") || View.MentionAt(i) is not null)
        {
            return;
        }

        var index = context.Subjects.Left(i, sentence, i);
        if (index.Count == 0 || index[^1].Head != HeadKind.Index || index[^1].Candidates.IsEmpty)
        {
            return;
        }

        var subject = context.Resolve(index[^1], sentence)[0];
        for (var k = i + 1; k < bounds.End; k++)
        {
            if (View.Word(k) is ";" or "." || Directions.IsClose(View.Word(k)) || Directions.IsVerb(View.Word(k)))
            {
                return;
            }

            if (View.MentionAt(k) is not { Kind: MentionKind.Named, Head: HeadKind.Stock } member)
            {
                continue;
            }

            context.Add(new ClaimDraft
            {
                Type = "membership",
                Metric = ClaimMetric.Member,
                First = member.First,
                End = member.End,
                Sentence = sentence,
                Subject = subject,
                Comparator = context.Resolve(member, sentence)[0],
                TimeHow = "as of the day",
                Attribution = context.SpeakerIn(bounds),
            });
            context.Remember(subject);
            k = member.End - 1;
        }
    }

    private bool NumberNear(int i) => Enumerable.Range(i, 4).Any(k => View.QuantityAt(k) is not null);
}
