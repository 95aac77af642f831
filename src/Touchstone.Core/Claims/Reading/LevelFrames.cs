using System.Runtime.CompilerServices;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>Levels and prices: <c>to 22,620.33</c>, <c>at $119.54</c>.</summary>
internal sealed class LevelFrames(ReadingContext context)
{
    private static readonly ConditionalWeakTable<PriceHistory, Extremes> Ranges = [];

    private DocumentView View => context.View;

    public bool Try(Quantity quantity, int sentence)
    {
        if (quantity.Scaled || quantity.Upper is not null || quantity.Kind == QuantityKind.Points && !View.Any(quantity.First - 1, "at", "to", "above", "below"))
        {
            return false;
        }

        var bounds = View.Sentences[sentence];
        var hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var hedgeStart);
        var from = hedgeStart >= 0 ? hedgeStart : quantity.First;
        var preposition = from - 1;
        while (preposition > bounds.First && View.Any(preposition, "the", "a", "its", "just", "record", "psychological", "key", "exactly"))
        {
            preposition--;
        }

        var after = View.Any(quantity.End, "mark", "level", "threshold", "handle", "barrier", "milestone");
        if (View.Any(preposition - 1, "seen", "expected") || Enumerable.Range(Math.Max(bounds.First, quantity.First - 8), Math.Min(8, quantity.First - bounds.First)).Any(i => View.Any(i, "support", "resistance")))
        {
            return false;
        }

        var placed = View.Any(preposition, "to", "at", "past", "of", "hit", "topped", "crossed", "reached", "near", "around", "was", "stood", "touched", "breached", "surpassed", "reclaimed", "level", ":", "close", "closed", "ended", "finished", "settled", "reaching", "hitting", "reach", "hits", "reaches", "@", "fetched") || hedge is HedgeKind.MoreThan or HedgeKind.LessThan;
        if (!placed && !after && !IsTerse(quantity))
        {
            return false;
        }

        TimeMention? dated = null;
        if (View.Any(preposition, "of"))
        {
            if (!View.Any(preposition - 1, "high", "low", "close", "level", "price", "peak", "record"))
            {
                return false;
            }

            dated = Enumerable.Range(preposition - 7, 7).Select(View.TimeAt).LastOrDefault(one => one?.Kind is TimeKind.Date or TimeKind.From);
            dated ??= View.Any(quantity.End, "on") || Enumerable.Range(quantity.End, 4).Any(i => View.Any(i, "reached", "set", "hit", "touched")) ? Enumerable.Range(quantity.End, 6).Select(View.TimeAt).FirstOrDefault(one => one is { Kind: TimeKind.Date }) : null;
            var todays = Enumerable.Range(preposition - 6, 5).Any(i => View.Any(i, "to", "at") && View.Any(i + 1, "a", "an"));
            if (dated is null && !todays && View.Any(preposition - 1, "high", "low", "peak", "record"))
            {
                // A high of some past day that is not named cannot be placed.
                return false;
            }

            dated = dated?.Kind == TimeKind.From ? dated.Since : dated;
        }

        var cue = preposition;
        while (cue > bounds.First && (Directions.IsVerb(View.Word(cue - 1)) || View.Any(cue - 1, "higher", "lower")))
        {
            cue--;
        }

        var terse = quantity.First - 1;
        while (View.Any(terse, "|", ":", "@"))
        {
            terse--;
        }

        var mentions = !placed && !after && View.MentionAt(terse) is { } beside ? [beside] : context.Subjects.Of(cue, sentence);
        if (mentions.Count > 0 && mentions[^1].Kind is MentionKind.Figure)
        {
            return false;
        }

        if (mentions.Count == 0 || mentions[^1].Kind is MentionKind.Unknown)
        {
            mentions = mentions.Count > 0 && mentions[^1].Kind == MentionKind.Unknown ? mentions : context.Subjects.Left(preposition, sentence, quantity.First);
        }

        var subject = mentions.Count == 0 ? context.Inherited(sentence) : context.Resolve(mentions[^1], sentence)[0];
        subject = Fitting(subject, quantity, Directions.IsClose(View.Word(preposition - 1)) && View.Any(preposition, "at"));
        if (subject.Candidates.IsEmpty)
        {
            // Without a series there is no telling a level from another number, unless it is money at a close.
            return false;
        }

        var sibling = context.Recent(sentence, 0, draft => draft.Metric is ClaimMetric.Return or ClaimMetric.Points && draft.Subject.Candidates.SequenceEqual(subject.Candidates));
        if (dated is null && View.TimeAt(preposition - 1) is { Kind: TimeKind.Year, Year: { } ended } && Directions.IsClose(View.Word(View.TimeAt(preposition - 1)!.First - 1)))
        {
            // "had ended 2021 at $352.26"
            dated = View.TimeAt(preposition - 1)! with { Kind = TimeKind.Date, Year = ended, Part = 12, Day = 31 };
        }

        if (Enumerable.Range(Math.Max(bounds.First, quantity.First - 12), Math.Min(12, quantity.First - bounds.First)).Any(i => View.Any(i, "target", "targets", "expects", "expect", "forecast", "forecasts", "predicts", "sees", "projected", "could", "would")))
        {
            context.Add(new ClaimDraft { Type = "forecast", Metric = ClaimMetric.None, First = from, End = quantity.End, Sentence = sentence, Subject = subject, Quantity = quantity, Hedge = hedge, Sign = 1, IsFuture = true, Reason = "forecast: an expectation is settled only when its time has come.", Attribution = context.SpeakerIn(bounds) });
            return true;
        }

        var time = dated ?? (sibling?.Time is { IsSession: true, Kind: not TimeKind.OneDay } own ? own : sibling is { TimeHow: "stated" } ? null : SessionNear(quantity, bounds) ?? SessionOfMove(sentence));
        context.Add(new ClaimDraft
        {
            Type = "level",
            Metric = ClaimMetric.Level,
            First = from,
            End = quantity.End,
            Sentence = sentence,
            Subject = subject,
            Quantity = quantity,
            Hedge = hedge,
            HedgeText = hedgeStart >= 0 ? View.TextOf(hedgeStart, quantity.First) : null,
            Sign = 1,
            Time = time ?? (sibling is { TimeHow: "stated" } ? null : context.Session),
            TimeHow = time is null ? "implied: the level of the day" : "stated",
            IsTimeInferred = time is null || sibling is { IsTimeInferred: true },
            IsIntraday = IsIntraday(quantity, bounds),
            Attribution = context.SpeakerIn(bounds),
        });
        return true;
    }

    /// <summary>Keeps the candidates whose prices have ever been near the number; a level of 14 is no level of an index at 3,000.</summary>
    private SubjectReading Fitting(SubjectReading subject, Quantity quantity, bool isClose)
    {
        var fitting = subject.Candidates.Where(id =>
        {
            var instrument = context.Market.Instrument(id)!;
            if (quantity.Currency is { } currency && instrument.Currency is { } own && own != currency)
            {
                return false;
            }

            if (quantity.Kind == QuantityKind.Number && instrument.Kind is InstrumentKind.Equity && quantity.LastDigit >= 1)
            {
                return false;
            }

            if (context.Market.Prices(id) is not { } history)
            {
                return false;
            }

            var (low, high) = Ranges.GetOrAdd(history, Range);
            return isClose || quantity.Value >= low / 3 && quantity.Value <= high * 3;
        });
        return subject with { Candidates = [.. fitting] };
    }

    private static Extremes Range(PriceHistory history)
    {
        var low = double.MaxValue;
        var high = 0.0;
        foreach (var value in history.Raw(PriceField.Close))
        {
            if (!double.IsNaN(value))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        }

        return new Extremes(low, high);
    }

    /// <summary>The lowest and the highest close of a history.</summary>
    private sealed record Extremes(double Low, double High);

    /// <summary><c>HSI 20,597 (+1.2%)</c>.</summary>
    private bool IsTerse(Quantity quantity)
    {
        var before = quantity.First - 1;
        while (View.Any(before, "|", ":", "@"))
        {
            before--;
        }

        if (View.MentionAt(before) is { Kind: MentionKind.Named } && before < quantity.First - 1)
        {
            return true;
        }

        if (quantity.Kind == QuantityKind.Money && View.QuantityAt(before) is { Kind: QuantityKind.Percent, Negative: true } or { Kind: QuantityKind.Percent, Positive: true })
        {
            return true;
        }

        return View.MentionAt(before) is { Kind: MentionKind.Named } && (quantity.Value >= 100 || quantity.LastDigit < 1) && View.Any(quantity.End, "(", "+", "-", ",", ";", ".", "\u2212", "|");
    }

    private TimeMention? SessionNear(Quantity quantity, Sentence bounds)
    {
        var near = View.TimesIn(bounds).Where(time => time.IsSession && time.Kind != TimeKind.OneDay).ToList();
        return near.FirstOrDefault(time => time.First >= quantity.End && time.First <= quantity.End + 1) ?? near.LastOrDefault(time => time.End <= quantity.First) ?? near.FirstOrDefault(time => time.First <= quantity.End + 3);
    }

    private TimeMention? SessionOfMove(int sentence) => context.Recent(sentence, 0, draft => draft.Time is { IsSession: true })?.Time is { Kind: not TimeKind.OneDay } time ? time : null;

    private bool IsIntraday(Quantity quantity, Sentence bounds)
    {
        for (var i = Math.Max(bounds.First, quantity.First - 8); i < quantity.First; i++)
        {
            if (View.Any(i, "intraday", "touched", "briefly", "touching", "session"))
            {
                return View.Word(i) != "session" || View.Any(i + 1, "high", "low");
            }
        }

        return false;
    }
}
