using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>Events of the package inside a stated time, and dates of notes.</summary>
internal sealed class EventFrames(ReadingContext context)
{
    /// <summary>Families of words that tell one sort of event: an event and a sentence must share a family.</summary>
    private static readonly FrozenSet<string>[] Families =
    [
        Set("release released releases launch launched launches unveil unveiled debut debuted introduce introduced reveal revealing revealed rollout shipped built"),
        Set("meet meeting met meets symposium gathering summit talks conference"),
        Set("results earnings reported report reports"),
        Set("selloff rout crash"),
        Set("holiday holidays"),
        Set("merger acquisition takeover deal buyout"),
        Set("listing ipo debut float"),
        Set("election vote referendum"),
        Set("cut hike decision rate tariff tariffs stimulus"),
    ];

    private static readonly FrozenSet<string> Plain = Set("the of in with and a an us results quarter december january february march april may june july august september october november report works on for stocks after new year holiday hong kong china mainland shut released sell off chinese leaders private sector");

    // The same for every text about a market.
    private static readonly ConditionalWeakTable<Market, List<(MarketEvent Event, string[] Names, int Family)>> Known = [];

    private readonly List<(MarketEvent Event, string[] Names, int Family)> _events = Known.GetOrAdd(context.Market, static market => [.. market.Rows.Events.Select(item => (item, ProperNames(item), FamilyOf(item)))]);

    private DocumentView View => context.View;

    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        ReadNotes(sentence, bounds);
        var times = View.TimesIn(bounds).Where(time => !context.UsedTimes.Contains(time) && time.Kind is TimeKind.Last or TimeKind.Next or TimeKind.Month or TimeKind.Date or TimeKind.Weekday or TimeKind.Yesterday or TimeKind.Year or TimeKind.ToDate or TimeKind.Past or TimeKind.Following).ToList();
        if (_events.Count == 0)
        {
            return;
        }

        foreach (var time in times)
        {
            var age = time.Kind == TimeKind.Following && View.Any(time.First - 1, "year", "month", "years", "months");
            if ((time.Kind is TimeKind.Following or TimeKind.Past && !age) || HasMoveNear(time, bounds))
            {
                continue;
            }

            var events = age && time.EventId is { } named ? [named] : EventsNear(time, bounds);
            if (events.IsEmpty)
            {
                continue;
            }

            Add(sentence, bounds, time, events);
            return;
        }

        AgeOf(sentence, bounds);
    }

    /// <summary><c>approximately one year after Acorn launched its model</c>.</summary>
    private void AgeOf(int sentence, Sentence bounds)
    {
        for (var i = bounds.First; i < bounds.End; i++)
        {
            if (!View.Any(i, "after", "since") || i < bounds.First + 2 || !View.Any(i - 1, "year", "years", "month", "months"))
            {
                continue;
            }

            var number = i - 2;
            var count = 1;
            if (!View.Any(number, "a") && NumberWords.ReadWhole(View.Tokens, number, out count) == number)
            {
                continue;
            }

            var events = EventsIn(i, Math.Min(i + 12, bounds.End));
            if (events.IsEmpty)
            {
                continue;
            }

            var years = View.Any(i - 1, "year", "years") ? count : count / 12.0;
            var hedge = Hedges.Before(View.Tokens, bounds.First, number, out var start);
            context.Add(new ClaimDraft
            {
                Type = "event_date",
                Metric = ClaimMetric.EventAge,
                First = start >= 0 ? start : number,
                End = i + 1,
                Sentence = sentence,
                Subject = new SubjectReading(context.Market.Event(events[0])!.Name, [], events.Length == 1 ? "named" : "inferred: events that fit the words were tried", events.Length > 1),
                Quantity = View.QuantityAt(number) ?? new Quantity { First = number, End = i, Kind = QuantityKind.Number, Value = years, LastDigit = View.Any(i - 1, "year", "years") ? 1 : 1 / 12.0, Numbers = 1 },
                Hedge = hedge == HedgeKind.None ? HedgeKind.About : hedge,
                HedgeText = start >= 0 ? View.TextOf(start, number) : null,
                Sign = 1,
                Events = events,
                TimeHow = "as of the day",
            });
            return;
        }
    }

    /// <summary><c>wrote this in a Wednesday note</c>, <c>commented last week</c>.</summary>
    private void ReadNotes(int sentence, Sentence bounds)
    {
        foreach (var time in View.TimesIn(bounds))
        {
            var note = time.Kind == TimeKind.Weekday && View.Any(time.End, "note", "report", "interview", "briefing", "statement", "memo", "letter");
            var said = time.Kind is TimeKind.Last or TimeKind.Weekday && View.Any(time.First - 1, "commented", "said", "wrote", "noted", "told");
            var dated = time.Kind == TimeKind.Weekday && View.Any(time.First - 1, "on") && View.Any(time.First - 2, "note", "report");
            if (!note && !said && !dated)
            {
                continue;
            }

            context.Add(new ClaimDraft
            {
                Type = "attribution_date",
                Metric = ClaimMetric.None,
                First = said ? time.First - 1 : Math.Max(bounds.First, time.First - 2),
                End = note ? time.End + 1 : time.End,
                Sentence = sentence,
                Subject = new SubjectReading(context.SpeakerIn(bounds) ?? "", [], "named", false),
                Time = time,
                TimeHow = "stated",
                Reason = "attribution-only: the date of a note or remark is not in market data.",
                Attribution = context.SpeakerIn(bounds),
            });
        }
    }

    private void Add(int sentence, Sentence bounds, TimeMention time, ImmutableArray<string> events)
    {
        context.Add(new ClaimDraft
        {
            Type = "event_date",
            Metric = ClaimMetric.EventIn,
            First = time.First,
            End = Math.Min(bounds.End, Math.Max(time.End, EventEnd(time, bounds))),
            Sentence = sentence,
            Subject = new SubjectReading(context.Market.Event(events[0])!.Name, [], events.Length == 1 ? "named" : "inferred: events that fit the words were tried", events.Length > 1),
            Time = time,
            TimeHow = "stated",
            Events = events,
            IsFuture = time.Kind == TimeKind.Next,
            Attribution = context.SpeakerIn(bounds),
        });
    }

    private int EventEnd(TimeMention time, Sentence bounds)
    {
        for (var i = time.End; i < Math.Min(time.End + 8, bounds.End); i++)
        {
            if (View.Events[i] is { } named)
            {
                return named.End;
            }
        }

        return time.End;
    }

    private bool HasMoveNear(TimeMention time, Sentence bounds)
    {
        for (var i = Math.Max(bounds.First, time.First - 6); i < Math.Min(bounds.End, time.End + 6); i++)
        {
            if (View.QuantityAt(i) is { Kind: QuantityKind.Percent or QuantityKind.Points or QuantityKind.Money })
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<string> EventsNear(TimeMention time, Sentence bounds)
    {
        var first = Math.Max(bounds.First, time.First - 32);
        var end = Math.Min(bounds.End, time.End + 26);
        return EventsIn(first, end);
    }

    private ImmutableArray<string> EventsIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (View.Events[i] is { } named)
            {
                return [named.Id];
            }
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            words.Add(View.Tokens[i].IsCapitalised || View.Tokens[i].Kind == TokenKind.Name ? View.Tokens[i].Text : View.Word(i));
        }

        return [.. _events.Where(item => item.Family >= 0 && item.Names.Length > 0 && words.Contains(item.Names[0]) && Families[item.Family].Any(words.Contains)).Select(item => item.Event.Id).OrderByDescending(id => View.Events.Count(named => named?.Id == id))];
    }

    private static string[] ProperNames(MarketEvent item) =>
        [.. item.Aliases.Prepend(item.Name).SelectMany(text => Tokenizer.Read(text)).Where(token => token.Kind == TokenKind.Word && token.IsCapitalised && !Plain.Contains(token.Lower) && FamilyOfWord(token.Lower) < 0).Select(token => token.Text).Distinct()];

    private static int FamilyOf(MarketEvent item)
    {
        foreach (var token in item.Aliases.Prepend(item.Name).SelectMany(text => Tokenizer.Read(text)))
        {
            if (FamilyOfWord(token.Lower) is >= 0 and var family)
            {
                return family;
            }
        }

        return -1;
    }

    private static int FamilyOfWord(string lower) => Array.FindIndex(Families, family => family.Contains(lower));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
