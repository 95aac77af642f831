using System.Collections.Frozen;
using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>A name found in the text.</summary>
/// <param name="End">The token after it.</param>
/// <param name="Instruments">The instruments it may mean, the one whose name it is first; empty for an event.</param>
/// <param name="EventId">The event it names, or null.</param>
/// <param name="IsLine">Whether the words name one line (a code, an ADS), not a company.</param>
internal readonly record struct NameMatch(int End, ImmutableArray<InstrumentId> Instruments, string? EventId, bool IsLine);

/// <summary>Every name of a package's instruments, issuers and events, found by longest match.</summary>
internal sealed class Gazetteer
{
    private static readonly FrozenSet<string> Forms = new[] { "holdings", "holding", "group", "ltd", "limited", "inc", "corp", "corporation", "co", "plc", "company", "ads", "adr", "sa", "ag", "nv", "se", "international" }.ToFrozenSet();

    private static readonly FrozenSet<string> TooPlain = new[] { "the", "china", "chinese", "hong", "kong", "new", "first", "bank", "index", "stock", "market", "global", "national", "international", "general", "american", "united", "power", "link", "sun", "a", "an", "us", "asia", "shares", "apple's" }.ToFrozenSet();

    private readonly Node _root = new();
    private readonly FrozenDictionary<InstrumentId, Instrument> _instruments;
    private readonly ILookup<string, InstrumentId> _issuers;

    public Gazetteer(Market market)
    {
        _instruments = market.Rows.Instruments.ToFrozenDictionary(instrument => instrument.Id);
        _issuers = market.Rows.Instruments.Where(instrument => instrument.Issuer is not null).ToLookup(instrument => instrument.Issuer!, instrument => instrument.Id);
        foreach (var instrument in market.Rows.Instruments)
        {
            foreach (var alias in instrument.Aliases.Prepend(instrument.Name).Distinct(StringComparer.Ordinal))
            {
                Add(alias, instrument, IsLineName(alias, instrument));
            }

            if (ShortName(instrument.Name) is { } shorter)
            {
                Add(shorter, instrument, false);
            }

            if (instrument.Issuer is { } issuer)
            {
                Add(issuer, instrument, false);
            }

            if (instrument.Id.Exchange is null && instrument.Kind == InstrumentKind.Index)
            {
                Add(instrument.Id.Value, instrument, true);
            }
            else if (instrument.Id.Code.Length >= 3 && instrument.Id.Code.All(char.IsAsciiLetterUpper))
            {
                Add(instrument.Id.Code, instrument, true);
            }
        }

        foreach (var (shorter, instruments) in market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Equity).Select(instrument => (Name: WithoutTrade(instrument.Name), Instrument: instrument)).Where(pair => pair.Name is not null).GroupBy(pair => pair.Name!, pair => pair.Instrument).Select(group => (group.Key, group.ToList())))
        {
            // A name cut short is only a name when one company has it.
            if (instruments.Select(instrument => instrument.Issuer ?? instrument.Name).Distinct().Count() == 1 && AddPath(shorter).Entries.Count == 0)
            {
                instruments.ForEach(instrument => Add(shorter, instrument, false));
            }
        }

        foreach (var item in market.Rows.Events)
        {
            foreach (var alias in item.Aliases.Append(item.Name))
            {
                if (alias.Length > 2)
                {
                    AddPath(alias).Event ??= item.Id;
                }
            }
        }
    }

    /// <summary>The longest name that starts at a token, or null. A longer name that starts inside it ("the Nasdaq" and "Nasdaq Composite") takes its place.</summary>
    public NameMatch? At(List<Token> tokens, int i)
    {
        if (Longest(tokens, i, out var end) is not { } node)
        {
            return null;
        }

        for (var inner = i + 1; inner < end; inner++)
        {
            if (Longest(tokens, inner, out var otherEnd) is { } other && otherEnd > end)
            {
                return Match(otherEnd, other, tokens, inner);
            }
        }

        return Match(end, node, tokens, i);
    }

    private Node? Longest(List<Token> tokens, int i, out int end)
    {
        var node = _root;
        Node? best = null;
        end = i;
        for (var at = i; at < tokens.Count && node.Next.TryGetValue(Key(tokens[at].Lower), out var next); at++)
        {
            if (at > i && tokens[at].Kind == TokenKind.Break)
            {
                break;
            }

            node = next;
            if (node.Entries.Count == 0 ? node.Event is not null : FitsAny(tokens, i, at + 1, node))
            {
                (best, end) = (node, at + 1);
            }
        }

        return best;
    }

    private static bool FitsAny(List<Token> tokens, int first, int end, Node node)
    {
        foreach (var entry in node.Entries)
        {
            if (Fits(tokens, first, end, entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The instrument of an id.</summary>
    public Instrument Instrument(InstrumentId id) => _instruments[id];

    /// <summary>All lines of an instrument's issuer, itself first.</summary>
    public ImmutableArray<InstrumentId> LinesOf(InstrumentId id)
    {
        var issuer = _instruments[id].Issuer;
        return issuer is null ? [id] : [id, .. _issuers[issuer].Where(other => other != id)];
    }

    private NameMatch Match(int end, Node node, List<Token> tokens, int i)
    {
        if (node.Entries.TrueForAll(entry => Fits(tokens, i, end, entry)))
        {
            // Nearly always; what all of them mean is worked out once.
            node.Whole ??= MeaningOf(node.Entries);
            return new NameMatch(end, node.Whole.Instruments, node.Event, node.Whole.IsLine);
        }

        var fitting = MeaningOf(node.Entries.FindAll(entry => Fits(tokens, i, end, entry)));
        return new NameMatch(end, fitting.Instruments, node.Event, fitting.IsLine);
    }

    private Meaning MeaningOf(List<Entry> fitting)
    {
        if (fitting.Count == 0)
        {
            return new Meaning([], false);
        }

        var line = fitting.TrueForAll(entry => entry.IsLine);
        var ids = fitting.Select(entry => entry.Id);
        return new Meaning([.. (line ? ids : ids.Concat(fitting.Where(entry => !entry.IsLine).SelectMany(entry => LinesOf(entry.Id)))).Distinct()], line);
    }

    /// <summary>Case rules: a word with a capital in the name has one in the text; a code in capitals is in capitals in the text.</summary>
    private static bool Fits(List<Token> tokens, int first, int end, Entry entry)
    {
        for (var k = 0; k < entry.Words.Length; k++)
        {
            var word = entry.Words[k];
            var text = tokens[first + k].Text;
            if (!char.IsUpper(word[0]) || word == text)
            {
                continue;
            }

            if (!char.IsUpper(text[0]) || (entry.IsCode && text != word))
            {
                return false;
            }
        }

        if (end - first == 1 && entry.IsCode && entry.Words[0].Length <= 2)
        {
            return first > 0 && tokens[first - 1].Lower is "(" or ":" or "$" or ".";
        }

        // A name that goes on (HSBC Qianhai Securities, Dow Jones Newswires) is another name.
        return !Continues(tokens, end);
    }

    /// <summary>Words that make the name of another house or thing out of a name: Dow Jones Newswires, Nasdaq futures.</summary>
    private static readonly FrozenSet<string> Extensions = new[] { "securities", "newswires", "research", "ratings", "foundation", "university", "global", "capital", "ventures", "futures", "studios", "news", "partners", "advisors", "asset", "management" }.ToFrozenSet();

    private static bool Continues(List<Token> tokens, int end) =>
        (end < tokens.Count && !tokens[end].Joined && Extensions.Contains(tokens[end].Lower) && (tokens[end].IsCapitalised || tokens[end].Is("futures")))
        || (end + 1 < tokens.Count && tokens[end].IsCapitalised && tokens[end].Kind == TokenKind.Word && Extensions.Contains(tokens[end + 1].Lower) && tokens[end + 1].IsCapitalised);

    private static bool IsLineName(string alias, Instrument instrument) =>
        alias == instrument.Id.Code || alias.Contains(" ADS", StringComparison.Ordinal) || alias.Contains(" ADR", StringComparison.Ordinal) || (alias.Contains('.', StringComparison.Ordinal) && alias.Any(char.IsAsciiDigit)) || alias.StartsWith('^');

    /// <summary>The name without its legal form: <c>CK Hutchison Holdings Ltd</c> is CK Hutchison.</summary>
    private static string? ShortName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var keep = 0;
        while (keep < words.Length && !Forms.Contains(words[keep].ToLowerInvariant().TrimEnd('.', ',')))
        {
            keep++;
        }

        var index = Array.FindIndex(words, word => word.Equals("Index", StringComparison.OrdinalIgnoreCase));
        if (index >= 2 && index == words.Length - 1)
        {
            keep = index;
        }

        if (keep == 0 || keep == words.Length || (keep == 1 && (TooPlain.Contains(words[0].ToLowerInvariant()) || words[0].Length < 3)))
        {
            return null;
        }

        return string.Join(' ', words.Take(keep)).TrimEnd(',', '&').TrimEnd();
    }

    /// <summary>The name without its trade: <c>China Merchants Bank Co Ltd</c> is China Merchants; null when less than two words remain.</summary>
    private static string? WithoutTrade(string name)
    {
        var words = (ShortName(name) ?? name).Split(' ');
        return words.Length >= 3 && Trades.Contains(words[^1].ToLowerInvariant()) ? string.Join(' ', words[..^1]) : null;
    }

    private static readonly FrozenSet<string> Trades = new[] { "bank", "insurance", "land", "development", "properties", "technology", "technologies", "motor", "motors", "pharmaceutical", "pharmaceuticals", "automobile", "energy", "software", "entertainment", "sports", "brewing", "mining", "solar", "glass", "media", "platforms", "financial", "industries", "electronic", "services" }.ToFrozenSet();

    private void Add(string alias, Instrument instrument, bool line)
    {
        var code = alias == instrument.Id.Code || (alias.Length <= 5 && alias.All(c => char.IsAsciiLetterUpper(c)));
        var name = instrument.Name.StartsWith(alias, StringComparison.Ordinal) || alias == instrument.Issuer;
        if (alias.Length == 0 || (alias.Length == 1 && !char.IsAsciiLetterUpper(alias[0])))
        {
            return;
        }

        var node = AddPath(alias);
        if (node != _root && !node.Entries.Any(entry => entry.Id == instrument.Id))
        {
            node.Entries.Add(new Entry(instrument.Id, [.. Tokenizer.Read(alias).Select(token => token.Text)], code && !(name && alias.Length > 1), line));
        }
    }

    /// <summary>An ampersand and "and" are one word.</summary>
    private static string Key(string lower) => lower == "&" ? "and" : lower;

    private Node AddPath(string alias)
    {
        var node = _root;
        foreach (var token in Tokenizer.Read(alias))
        {
            var key = Key(token.Lower);
            if (!node.Next.TryGetValue(key, out var next))
            {
                next = new Node();
                node.Next.Add(key, next);
            }

            node = next;
        }

        return node;
    }

    /// <summary>What a name stands for.</summary>
    private sealed record Meaning(ImmutableArray<InstrumentId> Instruments, bool IsLine);

    private sealed record Entry(InstrumentId Id, string[] Words, bool IsCode, bool IsLine);

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public List<Entry> Entries { get; } = [];

        public string? Event { get; set; }

        public Meaning? Whole { get; set; }
    }
}
