using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>How many members of an index rose, fell, stayed or did not trade: <c>28 of its 30 members rose</c>, <c>advancers outnumbered decliners by 28 to 2</c>.</summary>
internal sealed class BreadthFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private const int Reach = 12; // tokens between a count and the word that says what happened

    private static readonly FrozenSet<string> Up = "rose risen rise rising gained gain gaining advanced advance advancing climbed up higher green positive increased rallied jumped advancers advancer gainers gainer winners advancing".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Down = "fell fallen fall falling lost lose losing declined decline declining dropped slipped slid retreated down lower red negative decreased decliners decliner losers loser laggards".Split(' ').ToFrozenSet();

    private DocumentView View => context.View;

    /// <summary>Reads the counts of a sentence that speaks of members, or of advancers and decliners.</summary>
    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        if (IndexOf(sentence, bounds) is not { } index)
        {
            return;
        }

        ReadOutnumbered(sentence, bounds, index);
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (context.Settled[i])
            {
                continue;
            }

            if (InTen(i, bounds) is { } share)
            {
                Add(share.Part, sentence, i, share.End, index, "share");
                i = share.End - 1;
            }
            else if (CountReader.At(View, i) is { } count)
            {
                i = ReadCount(count, sentence, bounds, index) - 1;
            }
        }
    }

    /// <summary>The index that the sentence counts the members of, or null when it counts none.</summary>
    private SubjectReading? IndexOf(int sentence, Sentence bounds)
    {
        var sides = -1;
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (MeasureSubjects.IsMember(View.Word(i)) || (View.Any(i, "stocks", "companies", "shares", "names") && View.Any(i + 1, "in", "of", "on") && View.MentionAt(i) is null or { Kind: MentionKind.Reference or MentionKind.Described }))
            {
                if (subjects.IndexOf(i, sentence, out _) is { } index)
                {
                    return index;
                }
            }

            if (View.Any(i, "advancers", "decliners", "gainers", "losers"))
            {
                sides = sides < 0 ? i : sides;
            }
        }

        if (sides < 0)
        {
            return null;
        }

        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (View.Any(i, "advancers", "decliners", "gainers", "losers") && subjects.IndexOf(i, sentence, out var end) is { } index && end >= i)
            {
                return index;
            }
        }

        var named = View.MentionsIn(bounds).Where(mention => mention.Head == HeadKind.Index && mention.Kind is MentionKind.Named or MentionKind.Reference).ToList();
        return named is [var only] ? context.Resolve(only, sentence)[0] : subjects.IndexSpokenOf(sentence);
    }

    /// <summary>"advancers outnumbered decliners by 28 to 2", "gainers led losers 28 to 2": two counts in the order of their nouns.</summary>
    private void ReadOutnumbered(int sentence, Sentence bounds, SubjectReading index)
    {
        for (var i = bounds.First + 1; i + 1 < bounds.End; i++)
        {
            if (!View.Any(i, "outnumbered", "outnumber", "outnumbering", "led", "beat", "outpaced", "exceeded", "swamped") || (Side(View.Word(i - 1)), Side(View.Word(i + 1))) is not ({ } first, { } second) || first == second)
            {
                continue;
            }

            var at = View.Any(i + 2, "by") ? i + 3 : i + 2;
            if (CountReader.At(View, at) is not { } more || !View.Any(more.End, "to", "against", "versus", "-") || CountReader.At(View, more.End + 1) is not { } less)
            {
                continue;
            }

            Add(more, sentence, i - 1, more.End, index, first);
            Add(less, sentence, less.First, less.End, index, second);
        }
    }

    /// <summary>"nine in ten of its members rose", "nine out of ten members": a share; its end, after the word of movement.</summary>
    private (Quantity Part, int End)? InTen(int i, Sentence bounds)
    {
        if (View.QuantityAt(i) is { Kind: QuantityKind.Percent or QuantityKind.Fraction } percent && percent.First == i && View.Any(percent.End, "of"))
        {
            return Happened(percent.End, bounds, out var stop) is "advancers" && MemberBetween(percent.End, stop) ? (percent, stop) : null;
        }

        if (CountReader.At(View, i) is not { } part)
        {
            return null;
        }

        var at = View.Any(part.End, "in") ? part.End + 1 : View.Any(part.End, "out") && View.Any(part.End + 1, "of") ? part.End + 2 : -1;
        if (at < 0 || CountReader.At(View, at) is not { Value: 10 or 5 or 4 or 3 or 100 or 20 } of || part.Value > of.Value || Happened(of.End, bounds, out var end) != "advancers" || !MemberBetween(of.End, end))
        {
            return null;
        }

        var unit = 100 / of.Value;
        return (part with { End = of.End, Kind = QuantityKind.Percent, Value = part.Value * unit, LastDigit = unit }, end);
    }

    private int ReadCount(Quantity count, int sentence, Sentence bounds, SubjectReading index)
    {
        var noun = count.End;
        noun += View.Any(noun, "index", "component", "remaining", "other") ? 1 : 0;
        if (MeasureSubjects.IsMember(View.Word(noun)) && (Total(count, bounds) || View.Any(noun + 1, ",", ".", ";", ":") || View.Any(count.First - 1, "has", "have", "with", "all")) && !Sided(count, noun, bounds))
        {
            if (View.Any(count.First - 1, "all") && Happened(noun + 1, bounds, out var all) is { } of)
            {
                // "all 30 members rose"
                Add(count, sentence, count.First - 1, all, index, of);
                return all;
            }

            Add(count, sentence, count.First, noun + 1, index, "members");
            return noun + 1;
        }

        if (View.Any(count.End, "to", "points", "percent", "%", "per", "times") || Happened(count.End, bounds, out var end) is not { } figure)
        {
            return count.End;
        }

        // The total in "28 of its 30 members rose" is a count of its own, inside the words of the first.
        Add(count, sentence, count.First, count.End, index, figure);
        for (var i = count.End; i < end; i++)
        {
            if (CountReader.At(View, i) is { } total && MeasureSubjects.IsMember(View.Word(total.End)))
            {
                Add(total, sentence, total.First, total.End + 1, index, "members");
                i = total.End;
            }
        }

        for (var i = count.End; i < end; i++)
        {
            context.Settled[i] = true;
        }

        return end;
    }

    /// <summary>"of its 30 members", "of the 30 members": all of them are counted.</summary>
    private bool Total(Quantity count, Sentence bounds)
    {
        for (var i = count.First - 1; i >= bounds.First && i > count.First - 6; i--)
        {
            if (View.Any(i, "of", "among"))
            {
                return true;
            }

            if (!View.Any(i, "its", "the", "'s", "their") && View.MentionAt(i) is null)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a count of members before a word of movement counts a part: <c>28 members rose</c>, but not <c>of its 30 members, 28 rose</c>.</summary>
    private bool Sided(Quantity count, int noun, Sentence bounds) => !Total(count, bounds) && !View.Any(noun + 1, ",") && !View.Any(count.First - 1, "all") && Happened(noun + 1, bounds, out _) is not null;

    private bool MemberBetween(int from, int end) => Enumerable.Range(from, Math.Max(0, end - from)).Any(i => MeasureSubjects.IsMember(View.Word(i)) || View.Any(i, "stocks", "companies"));

    /// <summary>What happened to those counted: the figure's name, or null; the token after the word that says it.</summary>
    private string? Happened(int from, Sentence bounds, out int end)
    {
        for (var i = from; i < Math.Min(from + Reach, bounds.End); i++)
        {
            end = i + 1;
            var word = View.Word(i);
            if (Up.Contains(word) || Down.Contains(word))
            {
                // "three of its members fell by more than 3%" speaks of how far, not of all that fell.
                return Enumerable.Range(i + 1, 4).Any(k => k < bounds.End && View.QuantityAt(k) is { Kind: QuantityKind.Percent or QuantityKind.Points } far && far.First == k) ? null : Up.Contains(word) ? "advancers" : "decliners";
            }

            if (word is "unchanged" or "flat")
            {
                return "unchanged";
            }

            if (word is "suspended" or "halted")
            {
                return "suspended";
            }

            if (word is "locked" || (word is "limit" or "limits" && !View.Any(i - 1, "the")))
            {
                while (end < bounds.End && View.Any(end, "at", "a", "their", "the", "price", "daily", "limit", "limits", "up", "down"))
                {
                    end++;
                }

                return View.Any(i + 1, "up") ? "limit-up" : View.Any(i + 1, "down") ? "limit-down" : "limit-locked";
            }

            if (word is "," or ";" or "." or "but" or "while" or "said" or "says" or "that" or "which" or "who" or "because" or "as" or "when" or "after" or "if" || Superlatives.Is(word) || word is "high" or "low" or "above" or "below" or "average" or "beat" || (i > from && CountReader.At(View, i) is { } other && !MeasureSubjects.IsMember(View.Word(other.End))))
            {
                break;
            }
        }

        end = from;
        return null;
    }

    private static string? Side(string word) => word switch { "advancers" or "gainers" or "advances" or "winners" or "risers" => "advancers", "decliners" or "losers" or "declines" or "laggards" or "fallers" => "decliners", _ => null };

    private void Add(Quantity count, int sentence, int first, int end, SubjectReading index, string figure) => claims.Add(new ClaimDraft
    {
        Type = "breadth",
        Metric = ClaimMetric.Asked,
        First = first,
        End = end,
        Sentence = sentence,
        Subject = index,
        Quantity = count,
        Sign = 1,
        Questions = [MeasureQuestion.Of("breadth", MeasureQuestion.Subject, MeasureQuestion.Window, $"figure={figure}")],
    });
}
