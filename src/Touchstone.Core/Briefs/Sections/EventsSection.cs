using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The timeline: what happened, and the move since.</summary>
internal static class EventsSection
{
    private const int Most = 8;

    public static BriefSection? Write(BriefDraft draft)
    {
        ImmutableArray<BriefParagraph> items = [.. draft.Events.TakeLast(Most).Select(item => new BriefParagraph([.. Item(draft, item.Date, item.Name)], true))];
        return items.IsEmpty ? null : new BriefSection("events", "Events", items, []);
    }

    private static IEnumerable<BriefSentence> Item(BriefDraft draft, DateOnly date, string name)
    {
        yield return new SentenceBuilder($"{Wording.Day(date)}: “{name}”").End();
        var asked = Window.Parse($"since:{date:yyyy-MM-dd}").Value!;
        if (WindowChoice.Measured(draft, asked) is not { } window || draft.Ask("the move since an event", "return", draft.Id, window.ToString()) is not { } move || Rounded.IsNothing(move.Value.Value))
        {
            yield break;
        }

        var (start, end) = window == asked ? ("Since then it has ", ".") : ("It has ", $" {Wording.Of(window)}.");
        yield return new SentenceBuilder(start + Wording.Direction(move.Value.Value, "risen", "fallen") + " ").Add(Rounded.Percent(move.Value.Value), move).End(end);
    }
}
