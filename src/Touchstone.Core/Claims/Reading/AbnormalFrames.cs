using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>What a stock did beyond what the market explains: <c>added 5% beyond the market</c>, <c>an abnormal return of 3.2%</c>.</summary>
internal sealed class AbnormalFrames(ReadingContext context)
{
    private const int Reach = 10; // tokens between the number and the words that compare it
    private const int MostIndices = 4;

    private static readonly FrozenSet<string> Falls = "fell fall falling lost losing shed dropped dropping down cost erased wiped underperformed underperforming lagged lagging trailed negative decline declined below sank slid tumbled slumped plunged".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Explaining = "explain explains explained imply implies implied justify justifies justified suggest suggests suggested predict predicts predicted".Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Between = "of at about around roughly nearly almost approximately some just over by more than less another a an".Split(' ').ToFrozenSet();

    private DocumentView View => context.View;

    /// <summary>Reads a percentage as an abnormal return; false when the words do not compare it with what was expected.</summary>
    public bool Try(Quantity quantity, int sentence)
    {
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.PercentagePoints))
        {
            return false;
        }

        var bounds = View.Sentences[sentence];
        if ((Named(quantity, bounds) ?? Compared(quantity, bounds)) is not { } found)
        {
            return false;
        }

        var stock = StockOf(quantity, sentence, found.Market);
        var benchmark = Benchmark(found.Market, stock, sentence);
        var events = EventsIn(bounds);
        var draft = new ClaimDraft
        {
            Type = "abnormal_return",
            Metric = ClaimMetric.AbnormalReturn,
            First = Math.Min(quantity.First, found.First),
            End = Math.Max(quantity.End, found.End),
            Sentence = sentence,
            Subject = stock,
            Comparator = benchmark,
            Quantity = quantity,
            Hedge = Hedges.Before(View.Tokens, bounds.First, quantity.First, out var start),
            HedgeText = start >= 0 ? View.TextOf(start, quantity.First) : null,
            Sign = Enumerable.Range(bounds.First, Math.Max(0, quantity.First - bounds.First)).Any(i => Falls.Contains(View.Word(i))) ? -1 : 1,
            Events = events,
            Attribution = context.SpeakerIn(bounds),
        };
        draft = events.IsEmpty ? DraftTimes.Fill(context, draft, false) : draft with { TimeHow = "the day of the event" };
        context.Add(benchmark.Candidates.IsEmpty && !stock.Candidates.IsEmpty ? draft with { Reason = benchmark.Missing } : draft);
        return true;
    }

    /// <summary><c>an abnormal return of 3.2%</c>, <c>a 3.2% abnormal return</c>.</summary>
    private (int First, int End, Mention? Market)? Named(Quantity quantity, Sentence bounds)
    {
        var i = quantity.First - 1;
        while (i > bounds.First && Between.Contains(View.Word(i)))
        {
            i--;
        }

        var first = View.Any(i, "return", "returns") && View.Any(i - 1, "abnormal") ? i - 1 : View.Any(quantity.End, "abnormal") && View.Any(quantity.End + 1, "return", "returns") ? quantity.First : -1;
        if (first < 0)
        {
            return null;
        }

        var end = first < quantity.First ? quantity.End : quantity.End + 2;
        for (var k = end; k < Math.Min(end + Reach, bounds.End); k++)
        {
            if (View.Any(k, "against", "over", "versus", "beyond") && Index(k + 1) is { } market)
            {
                return (first, market.End, market);
            }
        }

        return (first, end, null);
    }

    /// <summary><c>5% beyond the market</c>, <c>5% more than the market would explain</c>, <c>outperformed what the market would explain by 5%</c>.</summary>
    private (int First, int End, Mention? Market)? Compared(Quantity quantity, Sentence bounds)
    {
        for (var i = quantity.End; i < Math.Min(quantity.End + Reach, bounds.End) && !View.Any(i, ";", "while", "but"); i++)
        {
            if (View.QuantityAt(i) is not null)
            {
                break;
            }

            if (Words(i, bounds) is { } after)
            {
                return (quantity.First, after.End, after.Market);
            }
        }

        for (var i = Math.Max(bounds.First, quantity.First - Reach); i < quantity.First; i++)
        {
            if (Words(i, bounds) is { } before && before.End <= quantity.First && View.Any(before.End, "by") && Enumerable.Range(before.End, quantity.First - before.End).All(k => Between.Contains(View.Word(k))))
            {
                return (i, quantity.End, before.Market);
            }
        }

        return null;
    }

    private (int End, Mention? Market)? Words(int i, Sentence bounds)
    {
        var isBeyond = View.Any(i, "beyond");
        var k = i + (isBeyond ? 1 : 0);
        var isWhat = View.Any(k, "what") || (View.Any(k, "than") && !isBeyond);
        if (!isBeyond && !isWhat)
        {
            return null;
        }

        k += isWhat ? 1 : 0;
        var market = Index(k);
        while (market is null && k < bounds.End && View.Any(k, "the", "what", "broader", "wider", "overall", "whole"))
        {
            k++;
            market = Index(k);
        }

        if (market is null && !View.Any(k, "market", "markets"))
        {
            return null;
        }

        k = market?.End ?? k + 1;
        if (View.Any(k, "alone", "itself", "move", "moves"))
        {
            k++;
        }

        if (!isWhat)
        {
            return (k, market);
        }

        k += View.Any(k, "would", "could", "can", "might") ? 1 : 0;
        k += View.Any(k, "have", "alone") ? 1 : 0;
        return Explaining.Contains(View.Word(k)) ? (k + 1, market) : null;
    }

    private Mention? Index(int i) => (View.MentionAt(i) ?? (View.Any(i, "the") ? View.MentionAt(i + 1) : null)) is { Kind: MentionKind.Named, Head: HeadKind.Index, Candidates.IsEmpty: false } index ? index : null;

    /// <summary>The stock: what stands before the number, else after it, else what was spoken of.</summary>
    private SubjectReading StockOf(Quantity quantity, int sentence, Mention? market)
    {
        var bounds = View.Sentences[sentence];
        var named = View.MentionsIn(bounds).Where(mention => mention.Kind is MentionKind.Named or MentionKind.Reference && mention != market && !mention.IsSpeaker && mention.Head != HeadKind.Index && !View.Any(mention.End - 1, "market", "markets")).ToList();
        var stock = named.LastOrDefault(mention => mention.End <= quantity.First) ?? named.FirstOrDefault();
        return stock is null ? context.Inherited(sentence) : context.Resolve(stock, sentence)[0];
    }

    /// <summary>The index named, else those of the stock's exchange: the one last spoken of first, all of them guesses.</summary>
    private SubjectReading Benchmark(Mention? market, SubjectReading stock, int sentence)
    {
        if (market is not null)
        {
            return context.Resolve(market, sentence)[0];
        }

        var exchange = stock.Candidates.IsEmpty ? null : context.Market.Instrument(stock.Candidates[0])?.Exchange ?? stock.Candidates[0].Exchange;
        var spoken = context.LastIndex?.Candidates ?? [];
        var indices = context.Market.Rows.Instruments
            .Where(item => item.Kind == InstrumentKind.Index && item.Exchange == exchange && context.Market.Prices(item.Id) is not null)
            .Select(item => item.Id)
            .OrderByDescending(id => spoken.Contains(id))
            .ThenBy(id => id)
            .Take(MostIndices)
            .ToImmutableArray();
        return new SubjectReading("the market", indices, "inferred: the words do not say which market", true, indices.IsEmpty ? "undefined-basket: the market is not named, and the package has no index of that exchange." : null);
    }

    private ImmutableArray<string> EventsIn(Sentence bounds) => [.. Enumerable.Range(bounds.First, bounds.End - bounds.First).Select(i => View.Events[i]?.Id).OfType<string>().Distinct()];
}
