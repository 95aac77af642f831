using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>What was read from a text.</summary>
/// <param name="View">The text with everything found in it.</param>
/// <param name="Drafts">The claims in reading order.</param>
internal sealed record ReadingResult(DocumentView View, List<ClaimDraft> Drafts);

/// <summary>Reads claims from texts about the instruments of one market. Build it once, use it for many texts.</summary>
internal sealed class ClaimReader
{
    private readonly Gazetteer _gazetteer;
    private readonly Market _market;

    public ClaimReader(Market market)
    {
        _market = market;
        _gazetteer = new Gazetteer(market);
    }

    /// <summary>Reads a text: names and times first, then numbers, then claims without numbers.</summary>
    public ReadingResult Read(string text)
    {
        var view = new DocumentView(text, _gazetteer, _market);
        var context = new ReadingContext(view, _gazetteer, _market);
        var numbers = new NumberFrames(context);
        var superlatives = new SuperlativeFrames(context);
        var relatives = new RelativeFrames(context);
        var events = new EventFrames(context);
        var signs = new SignFrames(context);
        for (var sentence = 0; sentence < view.Sentences.Count; sentence++)
        {
            var bounds = view.Sentences[sentence];
            numbers.Read(sentence);
            superlatives.Read(sentence);
            relatives.Read(sentence);
            signs.Read(sentence);
            events.Read(sentence);
            Follow(context, bounds);
        }

        return new ReadingResult(view, [.. context.Drafts.OrderBy(draft => draft.First).ThenBy(draft => draft.End)]);
    }

    /// <summary>Remembers the sessions and market subjects a sentence named, claimed on or not.</summary>
    private static void Follow(ReadingContext context, Sentence bounds)
    {
        var view = context.View;
        foreach (var time in view.TimesIn(bounds))
        {
            if (time.Kind is TimeKind.Weekday or TimeKind.Today && !view.Any(time.End, "note", "report", "interview"))
            {
                context.Session = time;
            }
        }
    }
}
