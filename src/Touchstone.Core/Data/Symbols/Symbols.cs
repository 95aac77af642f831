using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>
/// Finds the instrument that a typed text stands for: canonical ids, the spellings of data vendors, names and aliases. What fits
/// several instruments is a problem that lists them, never a guess. Immutable; safe to use from many threads.
/// </summary>
public sealed class Symbols
{
    private readonly Market _market;
    private readonly Dictionary<string, List<Instrument>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Instrument>> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Instrument>> _codes = new(StringComparer.Ordinal);

    /// <summary>Indexes the names of a market.</summary>
    /// <param name="market">The market.</param>
    public Symbols(Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        _market = market;
        foreach (var instrument in market.Rows.Instruments)
        {
            Add(_codes, Plain(SymbolText.Fold(instrument.Id.Code)), instrument);
            foreach (var name in instrument.Aliases.Prepend(instrument.Name).Prepend(instrument.Id.Value))
            {
                Add(_exact, name.Trim(), instrument);
                Add(_folded, SymbolText.Fold(name), instrument);
            }
        }
    }

    /// <summary>Finds what a text stands for.</summary>
    /// <param name="text">What a person typed: <c>0700.HK</c>, <c>sh600519</c>, <c>BABA US</c>, <c>^HSI</c>, <c>Tencent</c>.</param>
    /// <returns>The instrument; or <see cref="ProblemKind.Ambiguous"/>, <see cref="ProblemKind.NoData"/> or <see cref="ProblemKind.Invalid"/>.</returns>
    /// <remarks>
    /// In order: the id; a name exactly as the package writes it (so <c>DOW</c> and <c>Dow</c> can differ); a name in any case; an index with
    /// a caret or dot before it; a vendor's spelling of a code. The first of these that fits anything decides.
    /// </remarks>
    public SymbolMatch Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = SymbolText.Fold(text);
        if (folded.Length == 0)
        {
            return SymbolMatch.Of(new Problem(ProblemKind.Invalid, "A name or code was expected; the text is empty."), []);
        }

        var trimmed = text.Trim();
        if (InstrumentId.IsValid(trimmed) && _market.Instrument(new InstrumentId(trimmed)) is { } canonical)
        {
            return SymbolMatch.Of(canonical);
        }

        var named = _exact.GetValueOrDefault(trimmed) ?? _folded.GetValueOrDefault(folded) ?? Index(folded);
        if (named is not null)
        {
            return One(trimmed, named);
        }

        return SymbolSpelling.Read(folded) is { } spelling ? OfCode(trimmed, folded, spelling) : Unknown(trimmed, folded);
    }

    private static string Plain(string code) => code.Replace('/', '-').Replace('.', '-');

    private static void Add(Dictionary<string, List<Instrument>> names, string name, Instrument instrument)
    {
        if (!names.TryGetValue(name, out var list))
        {
            names.Add(name, list = []);
        }

        if (!list.Contains(instrument))
        {
            list.Add(instrument);
        }
    }

    /// <summary>^HSI, .HSI, HSI.HI and "HSI Index" name an index by its id or by a caret alias.</summary>
    private List<Instrument>? Index(string folded)
    {
        var bare = folded[0] is '^' or '.' ? folded[1..]
            : folded.EndsWith(" INDEX", StringComparison.Ordinal) ? folded[..^" INDEX".Length]
            : folded.EndsWith(".HI", StringComparison.Ordinal) ? folded[..^".HI".Length]
            : null;
        if (string.IsNullOrEmpty(bare))
        {
            return null;
        }

        var indices = (_folded.GetValueOrDefault("^" + bare) ?? _folded.GetValueOrDefault(bare))?.FindAll(item => item.Kind == InstrumentKind.Index);
        return indices is { Count: > 0 } ? indices : null;
    }

    private SymbolMatch OfCode(string text, string folded, SymbolSpelling spelling)
    {
        var found = new List<Instrument>();
        foreach (var instrument in _codes.GetValueOrDefault(Plain(spelling.Code)) ?? [])
        {
            if (spelling.Exchanges.IsEmpty ? instrument.Id.Exchange is not null : spelling.Exchanges.Contains(instrument.Id.Exchange ?? ""))
            {
                found.Add(instrument);
            }
        }

        // Index codes have no line of their own in the canonical ids; the package gives them as aliases such as 000300.SS.
        foreach (var alias in spelling.Exchanges.SelectMany(mic => Aliases(mic, spelling.Code)))
        {
            found.AddRange((_folded.GetValueOrDefault(alias) ?? []).Where(item => !found.Contains(item)));
        }

        if (!spelling.IsCertain)
        {
            return Uncertain(text, spelling, found);
        }

        if (found.Count > 0)
        {
            return One(text, found);
        }

        if (spelling.Exchanges.Length != 1)
        {
            return spelling.Exchanges.IsEmpty ? Unknown(text, folded) : SymbolMatch.Of(new Problem(ProblemKind.NoData, $"'{text}' is not in the package: it has no {spelling.Code} on {string.Join(", ", spelling.Exchanges)}."), []);
        }

        var id = $"{spelling.Exchanges[0]}:{spelling.Code}";
        var main = spelling is { Exchanges: ["XHKG"], Code: ['8', _, _, _, _] } ? _codes.GetValueOrDefault(spelling.Code[1..].TrimStart('0'))?.Find(item => item.Id.Exchange == "XHKG") : null;
        var hint = main is null ? "" : $" It is the renminbi counter of {Show(main)}.";
        return SymbolMatch.Of(new Problem(ProblemKind.NoData, $"{(text == id ? $"'{id}'" : $"'{text}' is {id}, which")} is not in the package.{hint}"), main is null ? [] : [main]);
    }

    private static IEnumerable<string> Aliases(string mic, string code) => mic switch
    {
        "XHKG" => [$"{code}.HK", $"{code.PadLeft(4, '0')}.HK", $"{code.PadLeft(5, '0')}.HK"],
        "XSHG" => [$"{code}.SS", $"{code}.SH"],
        "XSHE" => [$"{code}.SZ"],
        _ => [],
    };

    private static SymbolMatch Uncertain(string text, SymbolSpelling spelling, List<Instrument> found)
    {
        var spelled = found.Select(Show).Concat(spelling.Exchanges.Where(mic => found.TrueForAll(item => item.Exchange != mic)).Select(mic => $"{mic}:{spelling.Code} (not in the package)"));
        return SymbolMatch.Of(
            new Problem(ProblemKind.Ambiguous, $"'{text}' does not say which exchange; it may be {string.Join(" or ", spelled.Order(StringComparer.Ordinal))}. Write the exchange too."),
            found.OrderBy(item => item.Id));
    }

    private static SymbolMatch One(string text, List<Instrument> found)
    {
        if (found.Count == 1)
        {
            return SymbolMatch.Of(found[0]);
        }

        var ordered = found.OrderBy(item => item.Id).ToImmutableArray();
        return SymbolMatch.Of(new Problem(ProblemKind.Ambiguous, $"'{text}' may be {string.Join(" or ", ordered.Select(Show))}. Write the id of the one that is meant."), ordered);
    }

    private SymbolMatch Unknown(string text, string folded)
    {
        var nearest = NearestNames.Of(folded, _folded);
        var hint = nearest.Count == 0 ? "" : $" Nearest: {string.Join(", ", nearest.Select(Show))}.";
        return SymbolMatch.Of(new Problem(ProblemKind.Invalid, $"Nothing in the package is called '{text}'.{hint}"), nearest);
    }

    private static string Show(Instrument instrument) => $"{instrument.Id} ({instrument.Name})";
}
