using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <content>Runs of gains or losses, and turns of the market.</content>
internal sealed partial class SuperlativeFrames
{
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

    /// <summary><c>entered a bull market</c>, <c>in bear market territory</c>, <c>meeting the usual definition of a bull market</c>, <c>slipped into correction territory</c>.</summary>
    private int Turn(int i, int sentence, Sentence bounds)
    {
        var isMarket = View.Any(i, "bull", "bear");
        var end = isMarket && View.Any(i + 1, "market") ? i + 2 : View.Any(i, "correction", "bull", "bear") && View.Any(i + 1, "territory") ? i + 2 : i;
        end += isMarket && end > i && View.Any(end, "territory") ? 1 : 0;
        if (end == i)
        {
            return i;
        }

        var before = Enumerable.Range(1, 7).Select(back => i - back).Where(k => k >= bounds.First).ToList();
        var isEntry = before.Exists(k => View.Any(k, "entered", "enters", "entering", "into", "confirmed", "confirming", "entry", "enter"));
        if (!isEntry && !before.Exists(k => View.Any(k, "in")) && !IsDefinition(i, bounds))
        {
            return i;
        }

        Add(i, end, sentence, ClaimMetric.FromTurn, View.Any(i, "bull") ? 1 : -1, null, TimeUnit.Day, false, false, null, View.Any(i, "correction") ? 10 : 20);
        var draft = context.Drafts[^1];
        context.Drafts[^1] = draft with { Type = "qualitative_magnitude", Kind = View.TextOf(i, end), IsEntry = isEntry && isMarket, TimeHow = draft.IsTimeInferred ? "definition: measured from the last turn" : draft.TimeHow };
        return end;
    }

    /// <summary><c>meeting the usual definition of a bull market</c>, <c>which qualifies as a bear market</c>; not <c>a bear market is defined as</c>.</summary>
    private bool IsDefinition(int i, Sentence bounds) => Enumerable.Range(1, 9).Select(back => i - back).Where(k => k >= bounds.First).Any(k =>
        View.Any(k, "qualifies", "qualified", "qualifying")
        || (View.Any(k, "meeting", "meets", "met", "fits", "fitting", "satisfying", "satisfies", "crossing", "crossed", "reaching", "reached") && Enumerable.Range(k + 1, i - k - 1).Any(word => View.Any(word, "definition", "threshold", "criterion", "criteria"))));
}
