using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Briefs;

/// <summary>The multiples against the benchmark and against their own history, and the yield against a bond.</summary>
internal static class ValuationSection
{
    private const int FreshDays = 7;

    public static BriefSection? Write(BriefDraft draft)
    {
        var earnings = PositiveMultiple.Ask(draft, "the P/E", "pe", draft.Id);
        var sentences = Earnings(draft, earnings).Concat(ValuationHistory.Sentences(draft, earnings)).Concat([BookAndYield(draft, earnings is null ? draft.Name : "It"), Premium(draft, earnings)]).OfType<BriefSentence>().ToArray();
        if (sentences.Length == 0)
        {
            return null;
        }

        ImmutableArray<BriefSentence> told = [.. Dated(draft, earnings), .. sentences];
        return new BriefSection("valuation", "Valuation", [new BriefParagraph(told)], ValuationChart.Draw(draft));
    }

    private static IEnumerable<BriefSentence> Dated(BriefDraft draft, BriefFigure? earnings)
    {
        if (earnings?.Working.Inputs is [.., var last] && draft.Day.DayNumber - last.Date.DayNumber > FreshDays)
        {
            yield return new SentenceBuilder($"The last multiples in the data are of {Wording.Day(last.Date)}").End();
        }
    }

    private static IEnumerable<BriefSentence?> Earnings(BriefDraft draft, BriefFigure? own)
    {
        if (own is null)
        {
            yield break;
        }

        var sentence = new SentenceBuilder($"{draft.Name} trades at ").Add(Rounded.Multiple(own.Value.Value), own).Add(" times trailing earnings");
        if (draft.Benchmark is { } benchmark
            && PositiveMultiple.Ask(draft, $"the P/E of {draft.NameOf(benchmark)}", "pe", benchmark.Id.Value) is { } other
            && draft.Try("discount", draft.Id, "pe_trailing", benchmark.Id.Value) is { } gap)
        {
            sentence.Add(", against ").Add(Rounded.Multiple(other.Value.Value), other).Add($" times for {draft.NameOf(benchmark)}");
            if (!Rounded.IsNothing(gap.Value.Value))
            {
                sentence.Add($", a {Wording.Direction(gap.Value.Value, "premium", "discount")} of ").Add(Rounded.Percent(gap.Value.Value), gap);
            }
        }

        yield return sentence.End();
    }

    private static BriefSentence? BookAndYield(BriefDraft draft, string subject)
    {
        var book = PositiveMultiple.Ask(draft, "the price-to-book ratio", "pb", draft.Id);
        var yield = draft.Ask("the dividend yield", "dividend-yield", draft.Id);
        var hasYield = yield is not null && !Rounded.IsNothing(yield.Value.Value);
        if (book is null)
        {
            return hasYield ? new SentenceBuilder($"{subject} yields ").Add(Rounded.Percent(yield!.Value.Value), yield).End() : null;
        }

        var sentence = new SentenceBuilder($"{subject} trades at ").Add(Rounded.Multiple(book.Value.Value), book).Add(" times book value");
        return hasYield ? sentence.Add(" and yields ").Add(Rounded.Percent(yield!.Value.Value), yield).End() : sentence.End();
    }

    // The bond is that of the market, or else of an economy with the currency of the subject.
    private static BriefSentence? Premium(BriefDraft draft, BriefFigure? earnings)
    {
        var bond = new[] { draft.Place }.Concat(draft.Market.Rows.Instruments.Where(other => other.Kind == InstrumentKind.Series && other.Currency is not null && other.Currency == draft.Subject.Currency))
            .FirstOrDefault(place => place is not null && draft.Market.Observations(place.Id, "yield_10y") is not null);
        if (bond is null || earnings is null || draft.Ask("the earnings yield against that of bonds", "equity-risk-premium", draft.Id, bond.Id.Value) is not { } premium || Rounded.IsNothing(premium.Value.Value))
        {
            return null;
        }

        return new SentenceBuilder("Its earnings yield is ").Add(Rounded.PercentagePoints(premium.Value.Value), premium).End($" {Wording.Direction(premium.Value.Value, "above", "below")} the ten-year yield of {draft.NameOf(bond)}.");
    }
}
