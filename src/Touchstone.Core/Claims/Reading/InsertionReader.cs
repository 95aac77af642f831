namespace Touchstone.Claims;

/// <summary>Finds insertions: runs that can be cut from a sentence without harm.</summary>
internal static class InsertionReader
{
    public static List<(int First, int End)> Read(DocumentView view, Sentence sentence)
    {
        var insertions = new List<(int, int)>();
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (view.Word(i) == "(")
            {
                var close = Find(view, i + 1, sentence.End, ")");
                if (close > 0)
                {
                    insertions.Add((i, close + 1));
                    i = close;
                }
            }
            else if (view.Word(i) == "," && Opens(view, i + 1))
            {
                var close = Close(view, i + 1, sentence.End);
                if (close > 0)
                {
                    insertions.Add((i, close + 1));
                    i = close - 1;
                }
            }
            else if (view.Word(i) is "\u2014" && Find(view, i + 1, sentence.End, "\u2014") is > 0 and var dash && Continues(view, dash + 1))
            {
                insertions.Add((i, dash + 1));
                i = dash;
            }
        }

        return insertions;
    }

    private static bool Opens(DocumentView view, int i)
    {
        if (view.Any(i, "which", "who", "whose", "where", "including", "such", "led", "formerly", "known", "dragged", "helped", "boosted", "buoyed", "lifted", "powered", "weighed", "home", "owner", "maker", "home", "like", "akin", "similar", "comparable", "unlike", "excluding", "a", "an", "one", "whom", "tracking", "based", "listed"))
        {
            return true;
        }

        // ", the index's biggest member," opens with an article and holds no figure of its own.
        return view.Word(i) == "the" && view.MentionAt(i) is null;
    }

    /// <summary>The closing comma: the first after which the sentence goes on with a verb.</summary>
    private static int Close(DocumentView view, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (view.Word(i) is ";" || (view.QuantityAt(i) is not null && !view.Any(from, "which", "who", "whose", "led")))
            {
                return -1;
            }

            if (view.Word(i) == "," && Continues(view, i + 1))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Continues(DocumentView view, int i)
    {
        while (view.Any(i, "also", "both", "have", "has", "had", "was", "were", "is", "are", "then", "each", "still", "meanwhile"))
        {
            if (view.Any(i, "has", "had", "have", "was", "were", "is", "are"))
            {
                return true;
            }

            i++;
        }

        return view.Word(i) is "saw" or "hit" or "reached" or "posted" or "added" or "all" or "outperformed" or "led" or "traded" or "stood" or "experienced" or "put" or "gave" or "handed" or "managed" or "is" or "was" || Directions.IsClose(view.Word(i)) || (Directions.TryGet(view.Word(i), out var move) && move.Form is MoveForm.Verb or MoveForm.PastVerb or MoveForm.Adverb && view.Word(i) is not ("falling" or "rising"));
    }

    private static int Find(DocumentView view, int from, int end, string word)
    {
        for (var i = from; i < end; i++)
        {
            if (view.Word(i) == word)
            {
                return i;
            }
        }

        return -1;
    }
}
