using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>
/// A code and the exchanges it may belong to, read from one of the spellings in use: Yahoo and Reuters suffixes (0700.HK, 600519.SS,
/// BABA.N), Bloomberg (700 HK Equity), Futu and AKShare prefixes (HK.00700, sh600519), canonical ids (XHKG:700) and bare codes.
/// </summary>
/// <param name="Code">The local code; Hong Kong codes without leading zeros.</param>
/// <param name="Exchanges">Market identifier codes; more than one for a country's composite.</param>
/// <param name="IsCertain">Whether the text says the exchange. False for 700 and 000001, which must never be guessed.</param>
internal sealed record SymbolSpelling(string Code, ImmutableArray<string> Exchanges, bool IsCertain)
{
    private static readonly ImmutableArray<string> UnitedStates = ["XNYS", "XNAS", "ARCX", "XASE", "BATS"];
    private static readonly ImmutableArray<string> Mainland = ["XSHG", "XSHE", "BJSE"];

    private static readonly Dictionary<string, ImmutableArray<string>> Suffixes = new(StringComparer.Ordinal)
    {
        ["HK"] = ["XHKG"],
        ["SS"] = ["XSHG"],
        ["SH"] = ["XSHG"],
        ["SZ"] = ["XSHE"],
        ["BJ"] = ["BJSE"],
        ["N"] = ["XNYS"],
        ["O"] = ["XNAS"],
        ["OQ"] = ["XNAS"],
        ["P"] = ["ARCX"],
        ["US"] = UnitedStates,
    };

    private static readonly Dictionary<string, ImmutableArray<string>> Bloomberg = new(StringComparer.Ordinal)
    {
        ["HK"] = ["XHKG"],
        ["CH"] = Mainland,
        ["CG"] = ["XSHG"],
        ["C1"] = ["XSHG"],
        ["CS"] = ["XSHE"],
        ["C2"] = ["XSHE"],
        ["US"] = UnitedStates,
        ["UN"] = ["XNYS"],
        ["UW"] = ["XNAS"],
        ["UQ"] = ["XNAS"],
        ["UR"] = ["XNAS"],
        ["UP"] = ["ARCX"],
    };

    private static readonly Dictionary<string, string> ExchangeNames = new(StringComparer.Ordinal)
    {
        ["HKEX"] = "XHKG",
        ["SEHK"] = "XHKG",
        ["HKG"] = "XHKG",
        ["SSE"] = "XSHG",
        ["SHSE"] = "XSHG",
        ["SZSE"] = "XSHE",
        ["NYSE"] = "XNYS",
        ["NASDAQ"] = "XNAS",
        ["NYSEARCA"] = "ARCX",
        ["AMEX"] = "XASE",
    };

    /// <summary>Reads a spelling, or nothing when the text is not a code.</summary>
    /// <param name="folded">The text in its comparable form.</param>
    public static SymbolSpelling? Read(string folded)
    {
        var text = folded.EndsWith(" EQUITY", StringComparison.Ordinal) ? folded[..^" EQUITY".Length] : folded;
        return Canonical(text) ?? Spaced(text) ?? Dotted(text) ?? Prefixed(text) ?? Bare(text);
    }

    private static SymbolSpelling? Canonical(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || text.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var mic = text[..colon];
        return Of(text[(colon + 1)..], [ExchangeNames.GetValueOrDefault(mic, mic)]);
    }

    private static SymbolSpelling? Spaced(string text)
    {
        var space = text.LastIndexOf(' ');
        return space > 0 && Bloomberg.TryGetValue(text[(space + 1)..], out var exchanges) && IsCode(text[..space]) ? Of(text[..space], exchanges) : null;
    }

    private static SymbolSpelling? Dotted(string text)
    {
        var dot = text.LastIndexOf('.');
        if (dot <= 0 || dot == text.Length - 1)
        {
            return null;
        }

        var (before, after) = (text[..dot], text[(dot + 1)..]);
        if (Suffixes.TryGetValue(after, out var exchanges) && IsCode(before))
        {
            return Of(before, exchanges);
        }

        var first = text.IndexOf('.', StringComparison.Ordinal);
        return Suffixes.TryGetValue(text[..first], out exchanges) && text[..first].Length == 2 && IsCode(text[(first + 1)..]) ? Of(text[(first + 1)..], exchanges) : null;
    }

    /// <summary>Two letters and five or six digits: sh600519, hk00700.</summary>
    private static SymbolSpelling? Prefixed(string text) =>
        text.Length is 7 or 8 && AllDigits(text[2..]) && text[..2] is "SH" or "SZ" or "HK" or "BJ" ? Of(text[2..], Suffixes[text[..2]]) : null;

    private static SymbolSpelling? Bare(string text)
    {
        if (!AllDigits(text))
        {
            return IsCode(text) ? new SymbolSpelling(text, [], true) : null;
        }

        return text.Length switch
        {
            5 => Of(text, ["XHKG"]),
            6 when text.StartsWith("000", StringComparison.Ordinal) || text.StartsWith("399", StringComparison.Ordinal) => new SymbolSpelling(text, ["XSHG", "XSHE"], false),
            6 => MainlandBoard(text),
            < 5 => new SymbolSpelling(text.TrimStart('0') is { Length: > 0 } code ? code : text, ["XHKG"], false),
            _ => null,
        };
    }

    /// <summary>The exchange by the code's first digits, as the mainland exchanges allot them.</summary>
    private static SymbolSpelling MainlandBoard(string code) => code[0] switch
    {
        '6' or '5' or '9' => Of(code, ["XSHG"]),
        '0' or '3' or '1' or '2' => Of(code, ["XSHE"]),
        '4' or '8' => Of(code, ["BJSE"]),
        _ => new SymbolSpelling(code, Mainland, false),
    };

    private static SymbolSpelling Of(string code, ImmutableArray<string> exchanges)
    {
        if (exchanges is ["XHKG"] && AllDigits(code))
        {
            code = code.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : code;
        }

        return new SymbolSpelling(code, exchanges, true);
    }

    private static bool IsCode(string text) => text.Length is > 0 and <= 12 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '/');

    private static bool AllDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
