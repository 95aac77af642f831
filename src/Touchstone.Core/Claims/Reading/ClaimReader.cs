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
    /// <param name="text">The text.</param>
    /// <param name="stop">Stops the work between two sentences.</param>
    public ReadingResult Read(string text, CancellationToken stop = default)
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
            stop.ThrowIfCancellationRequested();
            var bounds = view.Sentences[sentence];
            if (context.Heading is not null && sentence > context.HeadingSentence + 1 && bounds.Paragraph - view.Sentences[sentence - 1].Paragraph > 1)
            {
                // A blank line ends the list under a heading.
                context.Heading = null;
            }

            numbers.Read(sentence);
            superlatives.Read(sentence);
            relatives.Read(sentence);
            signs.Read(sentence);
            events.Read(sentence);
            Follow(context, sentence, bounds);
        }

        return new ReadingResult(view, [.. context.Drafts.OrderBy(draft => draft.First).ThenBy(draft => draft.End)]);
    }

    /// <summary>Remembers the sessions and market subjects a sentence named, claimed on or not.</summary>
    private static void Follow(ReadingContext context, int sentence, Sentence bounds)
    {
        var view = context.View;
        if (view.Any(bounds.End - 1, ":") && bounds.End - bounds.First <= 12)
        {
            context.Heading = view.TimesIn(bounds).FirstOrDefault(WindowFinder.IsWindow);
            context.HeadingSentence = sentence;
        }

        if (context.Recent(sentence, 0, _ => true) is null && view.MentionsIn(bounds).FirstOrDefault(mention => mention is { Kind: MentionKind.Named, IsSpeaker: false }) is { } named)
        {
            context.Remember(context.Resolve(named, sentence)[0]);
        }

        foreach (var time in view.TimesIn(bounds))
        {
            if (time.Kind is TimeKind.Weekday or TimeKind.Today && !view.Any(time.End, "note", "report", "interview"))
            {
                context.Session = time;
            }
        }
    }
}
