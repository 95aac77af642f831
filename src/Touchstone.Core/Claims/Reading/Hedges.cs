namespace Touchstone.Claims;

/// <summary>What the words before a number allow.</summary>
internal enum HedgeKind
{
    /// <summary>Nothing: the number rounds to what is printed.</summary>
    None,

    /// <summary>At least the number.</summary>
    MoreThan,

    /// <summary>At most the number.</summary>
    LessThan,

    /// <summary>A little less than the number.</summary>
    Nearly,

    /// <summary>A little more than the number.</summary>
    JustOver,

    /// <summary>A little to either side.</summary>
    About,

    /// <summary>The extreme of the span.</summary>
    AsMuchAs,
}

/// <summary>Reads hedging words in front of a quantity.</summary>
internal static class Hedges
{
    /// <summary>The hedge that ends right before a token, skipping articles and evaluative adjectives; its first token, or -1.</summary>
    public static HedgeKind Before(List<Token> tokens, int floor, int first, out int start)
    {
        start = -1;
        var i = first - 1;
        var skipped = 0;
        while (i >= floor && skipped < 3 && tokens[i].Lower is "an" or "a" or "the" or "impressive" or "whopping" or "staggering" or "massive" or "hefty" or "modest" or "further" or "another" or "additional" or "only" or "by" or "of" or "remarkable" or "stunning" or "record")
        {
            i--;
            skipped++;
        }

        if (i < floor)
        {
            return HedgeKind.None;
        }

        var word = tokens[i].Lower;
        var before = i - 1 >= floor ? tokens[i - 1].Lower : "";
        var third = i - 2 >= floor ? tokens[i - 2].Lower : "";
        var (kind, length) = word switch
        {
            "than" when before is "more" or "greater" or "higher" or "better" => third is "slightly" or "little" or "just" ? (HedgeKind.JustOver, 3) : third is "no" or "not" ? (HedgeKind.LessThan, 3) : (HedgeKind.MoreThan, 2),
            "than" when before is "less" or "fewer" => third is "no" or "not" ? (HedgeKind.MoreThan, 3) : (HedgeKind.LessThan, 2),
            "over" or "above" or "exceeding" or "exceeded" or "topping" or "topped" or "surpassing" or "beyond" => before is "just" or "slightly" or "little" ? (HedgeKind.JustOver, 2) : (HedgeKind.MoreThan, 1),
            "under" or "below" => before is "just" or "slightly" ? (HedgeKind.Nearly, 2) : (HedgeKind.LessThan, 1),
            "shy" => (HedgeKind.Nearly, before is "just" ? 2 : 1),
            "least" when before is "at" => (HedgeKind.MoreThan, 2),
            "most" when before is "at" => (HedgeKind.LessThan, 2),
            "nearly" or "almost" or "approaching" => (HedgeKind.Nearly, 1),
            "to" when before is "close" && third is not ("at" or "the") => (HedgeKind.Nearly, 2),
            "about" or "around" or "roughly" or "approximately" or "some" or "circa" or "~" or "\u2248" => (HedgeKind.About, 1),
            "as" when before == "much" && third == "as" => (HedgeKind.AsMuchAs, 3),
            "to" when before == "up" => (HedgeKind.AsMuchAs, 2),
            _ => (HedgeKind.None, 0),
        };
        if (kind != HedgeKind.None)
        {
            start = i - length + 1;
        }

        return kind;
    }
}
