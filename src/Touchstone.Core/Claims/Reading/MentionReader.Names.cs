using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <content>Names of the package and what stands with them.</content>
internal sealed partial class MentionReader
{
    private Mention NamedAt(int i, NameMatch match, out int end)
    {
        var first = i;
        end = match.End;
        var listing = ImmutableArray<string>.Empty;
        var market = _gazetteer.Instrument(match.Instruments[0]).Kind is InstrumentKind.Index or InstrumentKind.Market or InstrumentKind.Fund;
        while (Word(end) is "inc" or "corp" or "ltd" or "co" or "plc" or "corporation" or "limited" or "llc" or "holdings" or "group" && _tokens[end].IsCapitalised)
        {
            end += Word(end + 1) == "." && _tokens[end + 1].Glued && !(end + 2 < _tokens.Count && _tokens[end + 2].IsCapitalised && _tokens[end + 2].Kind == TokenKind.Word && !_tokens[end + 2].IsAllCapitals) ? 2 : 1;
        }

        if (Word(end) is "index" or "gauge" or "benchmark" or "average" && market && _tokens[end].Kind == TokenKind.Word)
        {
            end++;
        }

        var possessive = IsPossessive(end);
        var speaker = false;
        var after = possessive ? end + 1 : end;

        // "(NASDAQ: NVDA)", "(0700.HK)": a code in brackets belongs to the name before it.
        if (Word(after) == "(")
        {
            var close = after + 1;
            while (close < _tokens.Count && close < after + 8 && Word(close) != ")" && _tokens[close].Kind != TokenKind.Break)
            {
                close++;
            }

            if (Word(close) == ")" && CodeIn(after + 1, close) is { } line)
            {
                end = close + 1;
                var narrowed = match.Instruments.Where(line.Contains).ToImmutableArray();
                if (!narrowed.IsEmpty)
                {
                    match = match with { Instruments = narrowed, IsLine = true };
                }

                possessive = IsPossessive(end);
                after = possessive ? end + 1 : end;
            }
        }

        var noun = after;
        var modifiers = 0;
        while (noun < _tokens.Count && modifiers < 5 && !StockHeads.Contains(Word(noun)))
        {
            var next = Places.Read(_tokens, noun, out var exchanges);
            if (next > noun)
            {
                listing = [.. exchanges];
                noun = next;
            }
            else if (Word(noun) is "listed" or "traded" or "class" or "american" or "ordinary" or "a" or "h" or "b" or "common" or "own" or "nasdaq")
            {
                noun++;
            }
            else
            {
                break;
            }

            modifiers++;
        }

        if (noun < _tokens.Count && StockHeads.Contains(Word(noun)) && _tokens[noun].Kind == TokenKind.Word)
        {
            market = true;
            if (Word(noun) is "adr" or "adrs" or "ads" or "depositary" && listing.IsEmpty)
            {
                listing = [.. Places.OfReceipts];
            }

            end = noun + 1;
            if (Word(end) is "price" or "receipts")
            {
                end++;
            }

            possessive = IsPossessive(end);
        }
        else
        {
            listing = [];
            speaker = (!market && !possessive && IsNameTail(after)) || Roles.Contains(Word(after)) || Roles.Contains(Word(i - 1)) || (Roles.Contains(Word(i - 2)) && Word(i - 1) is "at" or "of" or "from" or "for" or "with") || (Roles.Contains(Word(i - 3)) && Word(i - 2) is "at" or "of" or "from" or "for") || (Word(i - 1) is "to" && Word(i - 2) == "according") || (Word(i - 2) is "to" && Word(i - 3) == "according") || (possessive && after < _tokens.Count && _tokens[after].IsCapitalised && _tokens[after].Kind == TokenKind.Word && !_tokens[after].IsAllCapitals && !Places.IsPlace(Word(after)));
            if (!market && !speaker && possessive)
            {
                speaker = after < _tokens.Count && !IsMoveAhead(after) && !Outsiders.IsFigure(Word(after)) && Word(after) is not ("market" or "best" or "worst" or "biggest" or "largest" or "first" or "highest" or "lowest" or "value" or "p" or "price" or "valuation" or "forward" or "decline" or "weight" or "weighting") && !NumberSoon(after);
            }
        }

        if (Word(i - 1) is "of" or "in" && Word(i - 2) is "shares" or "stock" or "shareholders")
        {
            first = i - 2;
            market = true;
        }

        return new Mention { First = first, End = end, Kind = MentionKind.Named, Candidates = match.Instruments, Listing = listing, IsLine = match.IsLine, IsMarket = market, IsPossessive = possessive, IsSpeaker = speaker, Head = _gazetteer.Instrument(match.Instruments[0]).Kind == InstrumentKind.Index ? HeadKind.Index : HeadKind.Stock };
    }

    /// <summary>A company's name that runs on in capitals (Google Cloud, Tesla Model Y) is a product's or another house's.</summary>
    private bool IsNameTail(int i) =>
        i < _tokens.Count && _tokens[i] is { Kind: TokenKind.Word, IsCapitalised: true, Glued: false } next && !next.IsAllCapitals && !Directions.TryGet(next.Lower, out _) && !Directions.TryNoun(next.Lower, out _) && !Directions.IsClose(next.Lower)
        && !Directions.IsHolder(next.Lower) && !StockHeads.Contains(next.Lower) && _gazetteer.At(_tokens, i) is null && !Places.IsPlace(next.Lower) && !IsCalendarWord(next.Lower) && !Outsiders.IsFigure(next.Lower);

    private static bool IsCalendarWord(string lower) => lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december" or "and" or "to" or "hit" or "hits" or "leads" or "led";

    private bool NumberSoon(int i)
    {
        for (var k = i; k < Math.Min(i + 5, _tokens.Count); k++)
        {
            if (_tokens[k].Kind == TokenKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMoveAhead(int i)
    {
        for (var k = i; k < Math.Min(i + 4, _tokens.Count); k++)
        {
            if (Directions.TryGet(Word(k), out _) || Directions.TryNoun(Word(k), out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The instruments whose code stands between brackets, or null when it is no code.</summary>
    private List<InstrumentId>? CodeIn(int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (_gazetteer.At(_tokens, k) is { IsLine: true } match && match.End <= to)
            {
                return [.. match.Instruments];
            }
        }

        var text = string.Concat(_tokens.GetRange(from, to - from).Select(token => token.Text));
        foreach (var colon in new[] { ":", "." })
        {
            var at = text.IndexOf(colon, StringComparison.Ordinal);
            if (at > 0)
            {
                var code = colon == ":" ? text[(at + 1)..] : text[..at];
                var found = _market.Rows.Instruments.Where(instrument => instrument.Id.Code.Equals(code.TrimStart('0'), StringComparison.OrdinalIgnoreCase) || instrument.Id.Code.Equals(code, StringComparison.OrdinalIgnoreCase)).Select(instrument => instrument.Id).ToList();
                return found;
            }
        }

        return text.Length is > 0 and <= 6 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)) ? [] : null;
    }
}
