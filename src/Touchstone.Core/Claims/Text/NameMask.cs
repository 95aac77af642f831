namespace Touchstone.Claims;

/// <summary>Marks numbers that belong to names, codes, clock times and figures of speech.</summary>
internal static class NameMask
{
    public static void Mark(List<Token> tokens, bool[] taken)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (taken[i])
            {
                continue;
            }

            var token = tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Name:
                    // Q3 and the like are times and are read as such.
                    taken[i] = !(token.Text.Length == 2 && token.Lower[0] == 'q');
                    MarkTail(tokens, taken, i + 1);
                    break;
                case TokenKind.Number when IsName(tokens, i):
                    taken[i] = true;
                    break;
                case TokenKind.Word when IsFigureOfSpeech(tokens, i, out var end):
                    for (var k = i; k < end; k++)
                    {
                        taken[k] = true;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsName(List<Token> tokens, int i)
    {
        var token = tokens[i];
        var before = i > 0 ? tokens[i - 1] : default;
        var after = i + 1 < tokens.Count ? tokens[i + 1] : default;
        var unit = after.Lower is "%" or "percent" or "per" or "points" or "pct" or "pc" or "billion" or "million" or "trillion" or "bn" or "tn" or "times" or "x" or "basis" or "percentage";

        // COVID-19, GPT-4, Boeing-737: a capitalised word and a hyphen.
        if (token.Joined && before.Kind == TokenKind.Word && before.IsCapitalised && !unit)
        {
            return true;
        }

        // 10-year Treasury, 30-year mortgage, 45-year-old, 24/7, 9/11, 401(k).
        if (after.Joined && after.Lower is "year" or "month" or "day" && i + 2 < tokens.Count && tokens[i + 2].Lower is "treasury" or "treasuries" or "yield" or "yields" or "bond" or "bonds" or "note" or "notes" or "old" or "u.s." or "gilt" or "bund" or "mortgage" or "government" or "moving" or "average" or "anniversary" or "rate" or "prime" or "loan" or "plan" or "deal" or "contract" or "term" or "benchmark")
        {
            return true;
        }

        if (after.Lower == "/" && after.Glued && i + 2 < tokens.Count && tokens[i + 2].Glued && tokens[i + 2].Kind == TokenKind.Number)
        {
            return true;
        }

        if (before.Lower == "/" && before.Glued && token.Glued && i > 1 && tokens[i - 2].Kind == TokenKind.Number)
        {
            return true;
        }

        // 9988.HK, 600519.SS, HKG: 9988, SHE:300750.
        if (after.Lower == "." && after.Glued && i + 2 < tokens.Count && tokens[i + 2].Glued && tokens[i + 2].Kind == TokenKind.Word && tokens[i + 2].Text.Length <= 3 && tokens[i + 2].IsCapitalised)
        {
            return true;
        }

        if (before.Lower == ":" && i > 1 && tokens[i - 2].Kind == TokenKind.Word && tokens[i - 2].Text.Length is >= 2 and <= 6 && tokens[i - 2].Text.All(char.IsAsciiLetterUpper))
        {
            return true;
        }

        // 2:30 pm, 09:30, 4pm.
        if ((after.Lower == ":" && after.Glued && i + 2 < tokens.Count && tokens[i + 2].Glued && tokens[i + 2].Kind == TokenKind.Number && tokens[i + 2].Text.Length == 2)
            || (before.Lower == ":" && before.Glued && token.Glued && i > 1 && tokens[i - 2].Kind == TokenKind.Number)
            || after.Lower is "am" or "pm" or "a.m." or "p.m." or "gmt" or "o'clock")
        {
            return true;
        }

        // A list number at the start of a line.
        if ((i == 0 || before.Kind == TokenKind.Break) && after.Lower is "." or ")" && after.Glued)
        {
            return true;
        }

        return before.Kind == TokenKind.Word && !unit && Outsiders.TakesNumber(before) && !token.Text.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>The hyphenated tail of a name: the Max of Qwen2.5-Max, the 4 of R1-4.</summary>
    private static void MarkTail(List<Token> tokens, bool[] taken, int i)
    {
        while (i < tokens.Count && tokens[i].Joined && tokens[i].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Name)
        {
            taken[i] = true;
            i++;
        }
    }

    /// <summary>zero-to-one, one-to-100, one-on-one: words of number joined by hyphens.</summary>
    private static bool IsFigureOfSpeech(List<Token> tokens, int i, out int end)
    {
        end = NumberWords.ReadCardinal(tokens, i, out _);
        if (end == i || end + 1 >= tokens.Count || !tokens[end].Joined || tokens[end].Lower is not ("to" or "on" or "by" or "for" or "in"))
        {
            return false;
        }

        if (!tokens[end + 1].Joined || NumberWords.ReadWhole(tokens, end + 1, out _) is var stop && stop == end + 1)
        {
            return false;
        }

        end = stop;
        return true;
    }
}
