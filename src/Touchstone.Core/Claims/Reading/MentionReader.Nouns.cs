using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <content>Nouns that describe or refer.</content>
internal sealed partial class MentionReader
{
    private Mention? NounAt(int i, bool[] taken, out int end)
    {
        end = i + 1;
        var word = Word(i);
        if (word is "share" && Word(i + 1) != "price" || word is "line" or "measure" && Word(i - 1) is not ("the" or "listed" or "kong" or "york") || (word == "stock" && Word(i + 1) is "exchange" or "connect" or "options" or "market" or "index" or "markets" or "gauge" or "benchmark" or "picks" or "split"))
        {
            return null;
        }

        if (IndexHeads.Contains(word) && Word(i - 1) is "price" or "prices" or "dollar" or "sentiment" or "confidence" or "manufacturing" or "managers" or "purchasing" or "misery" or "fear")
        {
            return new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Figure };
        }

        if (IndexHeads.Contains(word) && i > 0 && !taken[i - 1] && _tokens[i - 1].Kind == TokenKind.Word && Word(i - 1).Length > 3 && !Modifiers.Contains(Word(i - 1)) && !Plain.Contains(Word(i - 1)) && !Directions.TryGet(Word(i - 1), out _) && !Places.IsPlace(Word(i - 1)) && Word(i - 1) is not ("this" or "that" or "same" or "main" or "entire" or "whole" or "when" or "with" or "from" or "over" or "while" or "what" or "into" or "than" or "york" or "kong" or "street"))
        {
            // "the volatility index": told by a word of its name, or else another index.
            var called = _market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Index && instrument.Name.Contains(_tokens[i - 1].Text, StringComparison.OrdinalIgnoreCase)).Select(instrument => instrument.Id).ToImmutableArray();
            return called.Length == 1
                ? new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Named, Candidates = called, Head = HeadKind.Index, IsMarket = true, IsPossessive = IsPossessive(i + 1) }
                : called.IsEmpty ? new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Unknown, IsPossessive = IsPossessive(i + 1) } : new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Described, Candidates = called, Head = HeadKind.Index, IsMarket = true, IsPossessive = IsPossessive(i + 1) };
        }

        if (IndexHeads.Contains(word) && Word(i - 1) is "sub")
        {
            return new Mention { First = i - 1, End = i + 1, Kind = MentionKind.Unknown };
        }

        if (word is "shares" or "stocks" && _tokens[i - (i > 0 ? 1 : 0)].Kind == TokenKind.Number)
        {
            return null;
        }

        var head = word switch { "it" => HeadKind.Any, "market" or "markets" => HeadKind.Index, _ => StockHeads.Contains(word) || ThemedHeads.Contains(word) ? HeadKind.Stock : HeadKind.Index };
        var listing = ImmutableArray<string>.Empty;
        string? theme = null;
        var first = i;
        var reference = head == HeadKind.Any;
        var several = 0;
        var local = false;
        while (first > 0 && i - first < 8 && head != HeadKind.Any)
        {
            var before = first - 1;
            if (taken[before] || _tokens[before].Kind is TokenKind.Break or TokenKind.Number)
            {
                break;
            }

            var lower = Word(before);
            if (before > 0 && Places.Read(_tokens, before - 1, out var two) == before + 1 && !taken[before - 1])
            {
                listing = listing.IsEmpty ? [.. two] : listing;
                first = before - 1;
                continue;
            }

            if (Places.Read(_tokens, before, out var one) == before + 1)
            {
                listing = listing.IsEmpty ? [.. one] : listing;
                first = before;
                continue;
            }

            if (!Modifiers.Contains(lower) && _tokens[before].Kind != TokenKind.Possessive)
            {
                break;
            }

            theme ??= lower is "chip" or "chips" && Word(before - 1) == "blue" ? Themes.Of("blue") : Themes.Of(lower);
            several = lower is "both" or "two" ? 2 : lower is "three" ? 3 : several;
            reference |= lower is "its" or "their" or "the" or "both";
            local |= lower is "local" or "domestic";
            first = before;
            if (lower is "its" or "their" or "the" or "a" or "an")
            {
                break;
            }
        }

        if (word is "shares" or "stock" && first > 0 && first == i && listing.IsEmpty && !taken[first - 1] && _tokens[first - 1] is { Kind: TokenKind.Word, IsCapitalised: true, Joined: false } name && name.Text.Length > 2 && !Plain.Contains(name.Lower) && !name.Lower.EndsWith("ly", StringComparison.Ordinal) && !IsCalendarWord(name.Lower)
            && name.Lower is not ("most" or "many" or "some" or "few" or "more" or "fewer" or "when" or "while" or "although" or "because" or "since" or "after" or "before" or "among" or "but" or "with" or "growth" or "value" or "preferred" or "common" or "new" or "these" or "those" or "retail" or "other" or "his" or "her" or "our" or "your" or "buy" or "sell"))
        {
            // "Foxglove shares": a company that the package does not know.
            return new Mention { First = first - 1, End = end, Kind = MentionKind.Unknown, IsMarket = true, IsPossessive = IsPossessive(end) };
        }

        if (head != HeadKind.Any)
        {
            ReadAfter(ref end, ref listing, ref theme, head);
        }

        if (local)
        {
            listing = Places.Domestic(listing);
        }

        var article = Word(first) is "a" or "an";
        if (Word(end) is "futures")
        {
            return new Mention { First = first, End = end + 1, Kind = MentionKind.Outsider };
        }

        var described = !listing.IsEmpty || theme is not null || article;
        var kind = described && Word(first) is not ("its" or "their") ? MentionKind.Described : MentionKind.Reference;
        if (kind == MentionKind.Described && theme is null && head == HeadKind.Stock && Word(i - 1) is "listed" or "traded" && _mentions.Count > 0 && i - _mentions[^1].End < 25 && _mentions[^1] is { Kind: MentionKind.Named or MentionKind.Reference, Head: HeadKind.Stock } && !Enumerable.Range(_mentions[^1].End, i - _mentions[^1].End).Any(k => _tokens[k].Kind == TokenKind.Break))
        {
            // "its Hong Kong-listed shares ... and New York-listed shares": the other line of the same company.
            (kind, reference) = (MentionKind.Reference, true);
        }

        if (kind == MentionKind.Described && head == HeadKind.Stock && theme is null && _tokens[first].Kind == TokenKind.Possessive && Word(first - 1) is "company" or "firm" or "group" or "giant" or "maker" or "bank" or "carmaker" or "chipmaker")
        {
            // "the company's Hong Kong shares"
            (kind, reference) = (MentionKind.Reference, true);
        }

        if (kind == MentionKind.Reference && !reference && word is not ("shares" or "stock" or "stocks"))
        {
            kind = MentionKind.Described;
        }

        return new Mention
        {
            First = first,
            End = end,
            Kind = kind,
            Candidates = kind == MentionKind.Described ? CandidatesFor(listing, theme, head) : [],
            Listing = listing,
            Theme = theme,
            Head = head,
            Several = several,
            IsMarket = head != HeadKind.Any,
            IsPossessive = IsPossessive(end),
        };
    }

    /// <summary>Words after the head that say where and what: <c>on Wall Street</c>, <c>tracking Chinese tech firms listed in Hong Kong</c>.</summary>
    private void ReadAfter(ref int end, ref ImmutableArray<string> listing, ref string? theme, HeadKind head)
    {
        if (Word(end) is "on" or "in" or "of" && _gazetteer.At(_tokens, end + 1) is null && Places.Read(_tokens, end + 1, out var place) is var stop && stop > end + 1)
        {
            listing = [.. place];
            end = stop;
            return;
        }

        if (Word(end) is not ("tracking" or "of" or "listed" or "that" or "focused" or "covering" or "for") || head == HeadKind.Stock && Word(end) is not "listed")
        {
            return;
        }

        var at = end;
        while (at < _tokens.Count && at < end + 12 && _tokens[at].Kind is TokenKind.Word && Word(at) is not ("has" or "have" or "is" or "was" or "had" or "are" or "eked" or "gave" or "put" or "a" or "an") && !Directions.IsVerb(Word(at)) && !Directions.IsClose(Word(at)))
        {
            var next = Places.Read(_tokens, at, out var exchanges);
            if (next > at)
            {
                listing = listing.IsEmpty || (Word(at - 1) is "in" or "on" && Word(at - 2) is "listed" or "traded") ? [.. exchanges] : listing;
                at = next;
                continue;
            }

            theme ??= Themes.Of(Word(at)) ?? (head == HeadKind.Index && !Plain.Contains(Word(at)) ? "other" : null);
            at++;
        }

        if (!listing.IsEmpty || theme is not null)
        {
            end = at;
        }
    }

    /// <summary>Indices of the package that fit a description, the narrower fit first.</summary>
    private ImmutableArray<InstrumentId> CandidatesFor(ImmutableArray<string> listing, string? theme, HeadKind head)
    {
        if (listing.IsEmpty)
        {
            return [];
        }

        var indices = _market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Index && instrument.Exchange is { } mic && listing.Contains(mic) && _market.Prices(instrument.Id) is not null).ToList();
        if (theme is not null)
        {
            indices = [.. indices.Where(instrument => instrument.Aliases.Append(instrument.Name).Any(name => Themes.Fits(theme, name)))];
        }

        return [.. indices.OrderBy(instrument => listing.IndexOf(instrument.Exchange!)).ThenBy(instrument => head == HeadKind.Index ? 0 : 1).Select(instrument => instrument.Id)];
    }
}
