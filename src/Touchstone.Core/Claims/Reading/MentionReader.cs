using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>Finds the nouns that numbers may be about.</summary>
internal sealed class MentionReader
{
    private static readonly FrozenSet<string> StockHeads = new[] { "stock", "stocks", "shares", "share", "equities", "adrs", "ads", "adr", "line", "depositary" }.ToFrozenSet();
    private static readonly FrozenSet<string> Plain = new[] { "tracking", "of", "listed", "that", "focused", "covering", "for", "on", "in", "the", "a", "and", "companies", "firms", "stocks", "shares", "equities", "names", "largest", "biggest", "top", "big", "large", "traded", "tracks", "covers", "all", "which", "to", "as", "its", "members" }.ToFrozenSet();
    private static readonly FrozenSet<string> ThemedHeads = new[] { "industry", "sector", "landscape", "space", "giants", "names" }.ToFrozenSet();
    private static readonly FrozenSet<string> IndexHeads = new[] { "index", "indices", "indexes", "gauge", "gauges", "benchmark", "benchmarks", "barometer", "measure" }.ToFrozenSet();
    private static readonly FrozenSet<string> Roles = new[]
    {
        "analyst", "analysts", "strategist", "strategists", "economist", "economists", "ceo", "cfo", "chief", "founder", "co-founder", "cofounder", "chairman", "chairwoman", "chair", "president", "executive", "executives", "spokesman", "spokeswoman", "spokesperson", "said", "says", "noted", "wrote", "estimates", "estimated", "expects", "expected", "forecast", "forecasts", "predicts", "reported", "reports", "anticipates", "believes", "recommends", "researchers", "research", "investors", "head", "employees", "engineers", "officials", "managers", "boss", "data", "warned", "warns", "argued", "citing", "cited", "told", "survey",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Modifiers = new[]
    {
        "related", "listed", "traded", "big", "major", "local", "broader", "wider", "broad", "secondary", "main", "key", "leading", "top", "megacap", "mega", "large", "small", "mid", "cap", "blue", "bluechip", "chip", "chips", "growth", "value", "ai", "ev", "developer", "developers", "internet", "semiconductor", "tech", "technology", "bank", "banks", "banking", "property", "giant", "giants", "sector", "composite", "heavy", "benchmark", "stock", "equity", "all", "other", "some", "many", "its", "their", "the", "a", "an", "energy", "healthcare", "consumer", "financial", "financials", "industrial", "software", "it", "country", "'s", "city", "global", "world", "asian", "european", "emerging", "regional", "three", "two", "both", "closely", "watched", "domestic", "overseas", "national", "these", "those", "robotics", "biotech", "airline", "auto", "carmaker", "defense", "defence", "telecom", "depositary",
    }.ToFrozenSet();

    private readonly List<Token> _tokens;
    private readonly Gazetteer _gazetteer;
    private readonly Market _market;
    private readonly List<Mention> _mentions = [];

    private MentionReader(List<Token> tokens, Gazetteer gazetteer, Market market) => (_tokens, _gazetteer, _market) = (tokens, gazetteer, market);

    /// <summary>Reads all mentions in order, none overlapping; marks the tokens of names as taken.</summary>
    public static List<Mention> Read(List<Token> tokens, Gazetteer gazetteer, Market market, bool[] taken, (string Id, int End)?[] events)
    {
        var reader = new MentionReader(tokens, gazetteer, market);
        for (var i = 0; i < tokens.Count;)
        {
            var mention = reader.At(i, taken, events, out var end);
            if (mention is not null)
            {
                reader._mentions.Add(mention);
            }

            i = Math.Max(end, i + 1);
        }

        return reader._mentions;
    }

    private string Word(int i) => i >= 0 && i < _tokens.Count ? _tokens[i].Lower : "";

    private Mention? At(int i, bool[] taken, (string Id, int End)?[] events, out int end)
    {
        end = i + 1;
        var token = _tokens[i];
        if (token.Kind is TokenKind.Break or TokenKind.Possessive)
        {
            return null;
        }

        if (_gazetteer.At(_tokens, i) is { } match)
        {
            for (var k = i; k < match.End; k++)
            {
                taken[k] = true;
            }

            end = match.End;
            if (match.EventId is not null)
            {
                events[i] = (match.EventId, match.End);
            }

            if (match.Instruments.Length == 0)
            {
                return null;
            }

            return NamedAt(i, match, out end);
        }

        if (token.Kind == TokenKind.Symbol || token.Kind == TokenKind.Number)
        {
            return null;
        }

        if (Outsiders.IsIndex(token) || (Outsiders.IsGood(token.Lower) && !IsMoneyUnit(i)))
        {
            end = i + 1;
            while (end < _tokens.Count && (_tokens[end].IsCapitalised && _tokens[end].Kind is TokenKind.Word && !_tokens[end].Glued && !IsVerbLike(end)) && token.IsCapitalised)
            {
                end++;
            }

            if (Word(end) is "index" or "average" or "composite" or "gauge" && _tokens[end].Kind == TokenKind.Word)
            {
                end++;
            }

            if (end < _tokens.Count && _tokens[end].Kind == TokenKind.Number && Outsiders.IsIndex(token) && _tokens[end].Text.Length <= 4 && !_tokens[end].Text.Contains('.', StringComparison.Ordinal) && !(Word(end + 1) is "%" or "points" or "percent" or "per"))
            {
                end++;
            }

            for (var k = i; k < end; k++)
            {
                taken[k] = true;
            }

            var kind = Outsiders.IsGood(token.Lower) ? MentionKind.Outsider : Word(end) is "futures" ? MentionKind.Outsider : MentionKind.Outsider;
            return new Mention { First = i, End = end, Kind = kind, IsPossessive = IsPossessive(end) };
        }

        if (ThemedHeads.Contains(token.Lower) && Themes.Of(Word(i - 1)) is not null)
        {
            return NounAt(i, taken, out end);
        }

        if (StockHeads.Contains(token.Lower) || IndexHeads.Contains(token.Lower) || (token.Is("market") && Word(i - 1) is "stock" or "equity" or "share") || (token.Is("markets") && Word(i - 1) is "stock" or "equity" or "global" or "asian" or "share") || (token.Is("it") && Word(i + 1) is not ("is" or "was" or "would" or "will" or "may" or "might" or "s")))
        {
            return NounAt(i, taken, out end);
        }

        if (token.Is("wall") && Word(i + 1) == "street" && token.IsCapitalised && Word(i + 2) is not ("journal" or "analysts" or "analyst" or "banks" or "bank" or "firms" or "strategists" or "giants" or "expectations" or "estimates" or "consensus"))
        {
            Places.Read(_tokens, i, out var exchanges);
            end = i + 2;
            return new Mention { First = i, End = end, Kind = MentionKind.Described, Candidates = CandidatesFor([.. exchanges], null, HeadKind.Stock), Listing = [.. exchanges], Head = HeadKind.Stock, IsMarket = true, IsPossessive = IsPossessive(end) };
        }

        if (Outsiders.IsFigure(token.Lower))
        {
            return new Mention { First = i, End = i + 1, Kind = MentionKind.Figure, IsPossessive = false };
        }

        return null;
    }

    private bool IsMoneyUnit(int i) => i > 0 && _tokens[i - 1].Kind == TokenKind.Number || Word(i - 1) is "trillion" or "billion" or "million" or "bn" or "tn" || (Word(i - 1) is "u.s." or "kong" && Word(i).StartsWith("dollar", StringComparison.Ordinal) && i > 1 && _tokens[i - 2].Kind == TokenKind.Number) || Word(i + 1) is "stocks" or "shares" or "giant" or "companies" or "futures" or "markets" or "market" or "producers" or "major" || (i + 1 < _tokens.Count && _tokens[i + 1].Joined);

    private bool IsVerbLike(int i) => Directions.TryGet(Word(i), out _) || Directions.IsClose(Word(i));

    private bool IsPossessive(int end) => end < _tokens.Count && _tokens[end].Kind == TokenKind.Possessive;

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

        if (head != HeadKind.Any)
        {
            ReadAfter(ref end, ref listing, ref theme, head);
        }

        if (local && listing.Contains("XSHG"))
        {
            listing = [.. listing.Where(mic => mic != "XHKG")];
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
