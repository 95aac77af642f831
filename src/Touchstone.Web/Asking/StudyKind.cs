using System.Collections.Immutable;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Asking;

/// <summary>A kind of study as people set it up: what it answers, and what may be asked of it.</summary>
/// <param name="Word">Its name in addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Asks">What may be asked, the same as of the REST interface.</param>
/// <param name="First">What is asked first; the rest folds away.</param>
internal sealed record StudyKind(string Word, string Title, string Question, ImmutableArray<Ask> Asks, ImmutableArray<string> First)
{
    /// <summary>All kinds.</summary>
    public static ImmutableArray<StudyKind> All { get; } =
    [
        new("events", "Events", "Did an event move stocks beyond what the market explains, and can that be chance?", EventStudyQuestion.Asks, ["events", "securities", "market", "window", "windows"]),
        new("exuberance", "Exuberance", "Was it a bubble, and when did it begin and end?", StudyRoutes.ExuberanceAsks, ["subject", "field", "from", "to"]),
        new("regimes", "Bull and bear markets", "When did bull and bear markets turn, and when could that be known?", StudyRoutes.RegimesAsks, ["subject", "rule", "from", "to"]),
    ];

    /// <summary>The page of this kind.</summary>
    public string Address => $"/study/{Word}";

    /// <summary>The kind of a word, or null.</summary>
    /// <param name="word">The word.</param>
    public static StudyKind? Find(string? word) => All.FirstOrDefault(kind => kind.Word == word);

    /// <summary>What a parameter is called beside its field: <c>minWindow</c> is <c>Min window</c>.</summary>
    /// <param name="ask">The parameter.</param>
    public static string LabelOf(Ask ask) => string.Concat(ask.Name.Select((letter, i) => i == 0 ? $"{char.ToUpperInvariant(letter)}" : char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
