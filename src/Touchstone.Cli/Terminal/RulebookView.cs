using System.Collections.Immutable;
using Touchstone.Indices;

namespace Touchstone.Cli.Terminal;

/// <summary>Rulebooks for reading on a terminal.</summary>
internal static class RulebookView
{
    /// <summary>One line for each rulebook.</summary>
    /// <param name="rulebooks">The rulebooks.</param>
    public static IEnumerable<SheetLine> OfList(IReadOnlyList<Rulebook> rulebooks) => TextTable.Of(
        [new("id"), new("currency"), new("rules from"), new("versions", true), new("reviews", true), new("name")],
        rulebooks.Select(rulebook => new[]
        {
            rulebook.Id.Value,
            rulebook.Currency,
            $"{rulebook.Versions[0].From:yyyy-MM-dd}",
            $"{rulebook.Versions.Length}",
            $"{rulebook.Reviews.Length}",
            rulebook.Provider is { } provider ? $"{rulebook.Name} ({provider})" : rulebook.Name,
        }));

    /// <summary>The rules in words.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="versions">The versions to show.</param>
    public static IEnumerable<SheetLine> Of(Rulebook rulebook, ImmutableArray<RulebookVersion> versions)
    {
        yield return SheetLine.Whole($"{rulebook.Id}  {rulebook.Name}", Tone.Strong);
        yield return Line("provider", rulebook.Provider ?? "not stated");
        yield return Line("base", $"{Figure.Exact(rulebook.BaseLevel)} on {rulebook.BaseDate:yyyy-MM-dd}, in {rulebook.Currency}, sessions of {rulebook.Exchange}");
        RulebookVersion? before = null;
        foreach (var version in versions)
        {
            yield return SheetLine.Empty;
            yield return SheetLine.Whole($"from {version.From:yyyy-MM-dd}{(version.Note is { } note ? $"  {note}" : "")}", Tone.Strong);
            foreach (var rule in before is null ? RuleSentences.Of(version) : RuleSentences.Changed(version, before))
            {
                yield return Line(rule.Topic, rule.Text);
            }

            if (before is not null)
            {
                yield return Line("", "all else as before");
            }

            before = version;

            if (!version.Sources.IsEmpty)
            {
                yield return Line("sources", string.Join(", ", version.Sources));
            }
        }

        yield return SheetLine.Empty;
        foreach (var review in rulebook.Reviews)
        {
            yield return Line("review", ReviewWords(review));
        }

        foreach (var line in rulebook.NotPublic)
        {
            yield return new SheetLine("not public", line, Tone.Muted, Tone.Caution, 2);
        }

        foreach (var source in rulebook.Sources)
        {
            yield return Line("source", $"{source.Id}: {string.Join(", ", new[] { source.Title, source.Publisher, source.Date is { } date ? $"{date:yyyy-MM-dd}" : null }.OfType<string>())}");
        }

        if (rulebook.File.Length > 0)
        {
            yield return Line("file", $"{rulebook.File}, sha256:{rulebook.Sha256}");
        }
    }

    /// <summary>The dates of a review in words.</summary>
    /// <param name="review">The review.</param>
    public static string ReviewWords(ReviewDates review) =>
        $"{review.Kind.ToString().ToLowerInvariant()} effective {review.Effective:yyyy-MM-dd}, cut-off {review.CutOff:yyyy-MM-dd}, closes of {review.Prices:yyyy-MM-dd}{(review.Announced is { } day ? $", announced {day:yyyy-MM-dd}" : "")}";

    private static SheetLine Line(string lead, string text) => new(lead, text, Tone.Muted, Indent: 2);
}
