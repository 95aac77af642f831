using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>Words for places and the exchanges that stand behind them.</summary>
internal static class Places
{
    private static readonly string[] Mainland = ["XSHG", "XSHE"];
    private static readonly string[] HongKong = ["XHKG"];
    private static readonly string[] UnitedStates = ["XNYS", "XNAS", "ARCX", "XASE", "BATS"];

    /// <summary>Place words in lower case, single or joined by spaces, and their exchanges; the home market first.</summary>
    private static readonly FrozenDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["hong kong"] = HongKong, ["mainland"] = Mainland, ["onshore"] = Mainland, ["a-share"] = Mainland, ["a share"] = Mainland, ["a shares"] = Mainland,
        ["shanghai"] = ["XSHG"], ["shenzhen"] = ["XSHE"], ["china"] = [.. Mainland, .. HongKong], ["chinese"] = [.. Mainland, .. HongKong], ["beijing"] = Mainland,
        ["new york"] = UnitedStates, ["wall street"] = UnitedStates, ["u.s."] = UnitedStates, ["us"] = UnitedStates, ["american"] = UnitedStates, ["united states"] = UnitedStates, ["america"] = UnitedStates, ["nyse"] = ["XNYS"],
        ["london"] = ["XLON"], ["british"] = ["XLON"], ["uk"] = ["XLON"], ["u.k."] = ["XLON"], ["tokyo"] = ["XTKS"], ["japanese"] = ["XTKS"], ["japan"] = ["XTKS"],
        ["korean"] = ["XKRX"], ["seoul"] = ["XKRX"], ["taiwan"] = ["XTAI"], ["taiwanese"] = ["XTAI"], ["taipei"] = ["XTAI"], ["indian"] = ["XNSE", "XBOM"], ["mumbai"] = ["XNSE", "XBOM"], ["singapore"] = ["XSES"], ["sydney"] = ["XASX"], ["australian"] = ["XASX"],
        ["frankfurt"] = ["XETR"], ["german"] = ["XETR"], ["paris"] = ["XPAR"], ["french"] = ["XPAR"], ["toronto"] = ["XTSE"], ["canadian"] = ["XTSE"], ["european"] = ["XLON", "XETR", "XPAR", "XAMS", "XSWX"], ["europe"] = ["XLON", "XETR", "XPAR", "XAMS", "XSWX"],
    }.ToFrozenDictionary();

    /// <summary>Reads a place at a token; the token after it, or the start when there is none.</summary>
    public static int Read(List<Token> tokens, int i, out string[] exchanges)
    {
        exchanges = [];
        if (i >= tokens.Count || tokens[i].Kind is not (TokenKind.Word or TokenKind.Name))
        {
            return i;
        }

        if (i + 1 < tokens.Count && Table.TryGetValue($"{tokens[i].Lower} {tokens[i + 1].Lower}", out var two))
        {
            exchanges = two;
            return i + 2;
        }

        // "us" in lower case is a pronoun.
        if (Table.TryGetValue(tokens[i].Lower, out var one) && !(tokens[i].Lower == "us" && tokens[i].Text != "US"))
        {
            exchanges = one;
            return i + 1;
        }

        return i;
    }

    /// <summary>The exchanges that "local" or "domestic" leaves of a country's: those of the mainland, where it has them.</summary>
    public static ImmutableArray<string> Domestic(ImmutableArray<string> exchanges) => exchanges.Any(Mainland.Contains) ? [.. exchanges.Where(Mainland.Contains)] : exchanges;

    /// <summary>Where depositary receipts trade.</summary>
    public static IReadOnlyList<string> OfReceipts => UnitedStates;

    /// <summary>Whether a word is a place by itself.</summary>
    public static bool IsPlace(string lower) => Table.ContainsKey(lower);
}
