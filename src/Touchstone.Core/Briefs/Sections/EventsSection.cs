using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The timeline: what happened, and the move since.</summary>
internal static class EventsSection
{
    private const int Most = 8;

    public static BriefSection? Write(BriefDraft draft)
    {
        ImmutableArray<BriefParagraph> items = [.. draft.Events.TakeLast(Most).Select(item => new BriefParagraph([.. Item(draft, item)], true))];
        return items.IsEmpty ? null : new BriefSection("events", "Events", items, []);
    }

    private static IEnumerable<BriefSentence> Item(BriefDraft draft, MarketEvent item)
    {
        var asked = Window.Parse($"since:{item.Date:yyyy-MM-dd}").Value!;
        var window = WindowChoice.Measured(draft, asked, "the move since events from the close before them");
        var move = window is null ? draft.Ask("the move since events", "return", draft.Id, asked.ToString()) : draft.Try("return", draft.Id, window.ToString());
        var isTold = move is not null && !Rounded.IsNothing(move.Value.Value);
        if (isTold && window == asked)
        {
            yield return new SentenceBuilder($"Since {Wording.Day(item.Date)}, the day of “{item.Name}”, {draft.Name} has {Wording.Direction(move!.Value.Value, "risen", "fallen")} ").Add(Rounded.Percent(move.Value.Value), move).End();
            yield break;
        }

        yield return new SentenceBuilder($"{Wording.Day(item.Date)}: “{item.Name}”").End();
        if (isTold)
        {
            yield return new SentenceBuilder($"{draft.Name} has {Wording.Direction(move!.Value.Value, "risen", "fallen")} ").Add(Rounded.Percent(move.Value.Value), move).End($" {Wording.Of(window!)}.");
        }
    }
}
