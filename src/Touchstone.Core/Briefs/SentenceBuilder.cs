using System.Collections.Immutable;

namespace Touchstone.Briefs;

/// <summary>Puts a sentence together from words and figures.</summary>
internal sealed class SentenceBuilder
{
    private readonly ImmutableArray<BriefRun>.Builder _runs = ImmutableArray.CreateBuilder<BriefRun>();

    /// <summary>Starts with words.</summary>
    public SentenceBuilder(string words = "") => Add(words);

    /// <summary>Adds words.</summary>
    public SentenceBuilder Add(string words)
    {
        if (words.Length > 0)
        {
            _runs.Add(new BriefRun(words));
        }

        return this;
    }

    /// <summary>Adds a figure as it is printed.</summary>
    public SentenceBuilder Add(string text, BriefFigure figure)
    {
        _runs.Add(new BriefRun(text, figure));
        return this;
    }

    /// <summary>The sentence, with a capital at its start and a full stop.</summary>
    public BriefSentence End(string stop = ".")
    {
        if (_runs.Count > 0 && _runs[0] is { Text: [var first, ..] } run && char.IsLower(first))
        {
            _runs[0] = run with { Text = char.ToUpperInvariant(first) + run.Text[1..] };
        }

        Add(stop);
        return new BriefSentence(_runs.ToImmutable());
    }
}
