using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>How much of the return came from earnings and how much from the multiple.</summary>
internal static class DriversSection
{
    private static readonly Dictionary<string, (string Multiple, string Base)> Words = new(StringComparer.Ordinal)
    {
        ["pe_trailing"] = ("the trailing P/E", "earnings"),
        ["price_to_book"] = ("the price-to-book ratio", "book value"),
        ["price_to_sales"] = ("the price-to-sales ratio", "sales"),
    };

    public static BriefSection? Write(BriefDraft draft)
    {
        var windows = new[] { draft.Window, Window.Parse("1y").Value! }.Distinct();
        ImmutableArray<BriefSentence> sentences = [];
        foreach (var window in windows)
        {
            // The first sentence of a section names the subject.
            if (Split(draft, window, window == draft.Window, sentences.IsEmpty ? $"{draft.Name}'s" : "its") is { } sentence)
            {
                sentences = sentences.Add(sentence);
            }
        }

        return sentences.IsEmpty ? null : new BriefSection("drivers", "What drove it", [new BriefParagraph(sentences)], []);
    }

    private static BriefSentence? Split(BriefDraft draft, Window window, bool isHeadline, string whose)
    {
        var over = window.ToString();
        var hasDividends = draft.Try("rerating", draft.Id, over, "part=dividends", "in=scaled", "basis=total") is { Value.Value: not 0 };
        var basis = hasDividends ? "basis=total" : "basis=price";
        BriefFigure? Part(string part) => draft.Try("rerating", draft.Id, over, $"part={part}", "in=scaled", basis);
        if (Part("total") is not { } total || Part("multiple") is not { } multiple || Part("earnings") is not { } earnings || Ratio(multiple) is not { } ratio)
        {
            draft.Omit(draft.WhyNot($"what drove the move {Wording.Loosely(window)}", "rerating", draft.Id, over, "part=multiple", "in=scaled", basis));
            return null;
        }

        if (ratio != "pe_trailing" && isHeadline)
        {
            draft.Omit(draft.WhyNot("a split of the move by the P/E", "rerating", draft.Id, over, "part=multiple", "in=scaled", basis, "on=pe_trailing"));
        }

        if (Rounded.IsNothing(total.Value.Value))
        {
            return null;
        }

        var (ofMultiple, ofBase) = Words[ratio];
        var sentence = new SentenceBuilder($"Of {whose} {(hasDividends ? "total" : "price")} return of ").Add($"{Rounded.Signed(total.Value.Value)}%", total).Add($" {Wording.Of(window)}, ")
            .Add($"{Rounded.Signed(multiple.Value.Value)} percentage points", multiple).Add($" came from {ofMultiple}{(hasDividends ? ", " : " and ")}")
            .Add($"{Rounded.Signed(earnings.Value.Value)} percentage points", earnings).Add($" from {ofBase}");
        return hasDividends && Part("dividends") is { } dividends
            ? sentence.Add(" and ").Add($"{Rounded.Signed(dividends.Value.Value)} percentage points", dividends).Add(" from dividends").End()
            : sentence.End();
    }

    private static string? Ratio(BriefFigure multiple) => multiple.Working.Inputs.Select(input => input.Field).FirstOrDefault(Words.ContainsKey);
}
