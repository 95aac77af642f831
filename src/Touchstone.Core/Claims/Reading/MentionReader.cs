using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>Finds the nouns that numbers may be about.</summary>
internal sealed partial class MentionReader
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

            return new Mention { First = i, End = end, Kind = MentionKind.Outsider, IsPossessive = IsPossessive(end) };
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
}
