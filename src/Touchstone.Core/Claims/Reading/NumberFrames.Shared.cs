using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <content>Numbers that share a verb or a subject with their neighbours.</content>
internal sealed partial class NumberFrames
{
    /// <summary>"Apple and Microsoft rose 2% and 3%": as many numbers as nouns pair off by place.</summary>
    private bool ReadPaired(List<Quantity> quantities, int first, int sentence)
    {
        var last = first;
        while (last + 1 < quantities.Count && quantities[last + 1].Kind == quantities[first].Kind && IsSeparated(quantities[last].End, quantities[last + 1].First))
        {
            last++;
        }

        if (last == first || quantities[first].Kind is not (QuantityKind.Percent or QuantityKind.Points))
        {
            return false;
        }

        if ((_moves.Of(quantities[first], sentence) ?? _moves.Of(quantities[last], sentence)) is not { } move)
        {
            return false;
        }

        var count = last - first + 1;
        if (move.Mentions.Count != count)
        {
            if (!Enumerable.Range(quantities[last].End, 4).Any(i => View.Any(i, "respectively")))
            {
                return false;
            }

            // Numbers whose order cannot be paired are left unread rather than given to the wrong name.
            quantities.GetRange(first, count).ForEach(quantity => _context.Used.Add(quantity));
            _ = ReadRespectively(quantities.GetRange(first, count), sentence, move);
            return true;
        }

        var end = quantities[last].End;
        for (var i = first; i <= last; i++)
        {
            var subjects = _context.Resolve(move.Mentions[i - first], sentence);
            var draft = Draft(quantities[i], sentence, subjects[0], move.Sign, quantities[i].First, quantities[i].End);
            var timed = DraftTimes.Fill(_context, draft with { First = move.First, End = end }, move.IsClose);
            _context.Add(timed with { First = quantities[i].First, End = quantities[i].End });
        }

        return true;
    }

    /// <summary>"the gains were 21% and 17%, respectively": the numbers go to the last subjects spoken of, in their order.</summary>
    private bool ReadRespectively(List<Quantity> quantities, int sentence, MoveReading move)
    {
        var subjects = _context.Drafts.TakeLast(40).Where(draft => draft.Sentence >= sentence - 3 && draft.Sentence < sentence && draft.Metric is ClaimMetric.Return).Select(draft => draft.Subject).DistinctBy(subject => subject.Candidates.FirstOrDefault()).TakeLast(quantities.Count).ToList();
        if (subjects.Count != quantities.Count || subjects.Any(subject => subject.Candidates.IsEmpty))
        {
            return false;
        }

        for (var i = 0; i < quantities.Count; i++)
        {
            var draft = Draft(quantities[i], sentence, subjects[i] with { How = $"inherited: 'respectively' takes {subjects[i].Text} from before", IsTakenFromBefore = false }, move.Sign, quantities[i].First, quantities[i].End);
            var timed = DraftTimes.Fill(_context, draft with { First = quantities[0].First, End = quantities[^1].End }, move.IsClose);
            _context.Add(timed with { First = quantities[i].First, End = quantities[i].End });
        }

        return true;
    }

    private bool IsSeparated(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (View.Word(i) is not ("," or "and" or "or" or "nearly" or "about" or "almost" or "more" or "than" or "around" or "over"))
            {
                return false;
            }
        }

        return to > from;
    }

    /// <summary>"Meta gained 194%, Tesla 102% and Apple 28%", "STAR 50: 26.2%": a name and a number share the verb of the move before, or a heading's time.</summary>
    private MoveReading? Gapped(Quantity quantity, int sentence)
    {
        var before = quantity.First - 1;
        while (View.Any(before, "only", "just", ":", "by", "|", "nearly", "about", "another", "a", "than", "more", "almost", "over"))
        {
            before--;
        }

        if (View.Any(before, "and", "or", ",") && quantity.Kind == QuantityKind.Percent && View.TimeAt(quantity.End) is not null && _context.Recent(sentence, 0, draft => draft.Metric == ClaimMetric.Return) is { } same && same.End > before - 12)
        {
            // "slumped 7.1% on Friday and 14.7% over the week": the same move over another time.
            return new MoveReading(same.Sign, quantity.First, quantity.End, [], false);
        }

        if (quantity.Kind == QuantityKind.Percent && View.Any(quantity.End, "for", "in") && View.Any(before, "with", "against", "and", "than", "to", ",", "versus") && _context.Recent(sentence, 0, draft => draft.Metric == ClaimMetric.Return) is { } compared
            && Enumerable.Range(quantity.End + 1, 3).Select(View.MentionAt).FirstOrDefault(found => found is not null) is { Kind: MentionKind.Named or MentionKind.Outsider or MentionKind.Reference } other)
        {
            // "up 862%, compared with 55% for the S&P 500 and 78% for the Nasdaq 100"
            return new MoveReading(compared.Sign, quantity.First, quantity.End, [other], false);
        }

        before = before >= 0 && View.Tokens[before].Kind == TokenKind.Possessive ? before - 1 : before;
        if (View.MentionAt(before) is not { Kind: MentionKind.Named or MentionKind.Outsider } mention || quantity.Kind != QuantityKind.Percent)
        {
            return null;
        }

        var previous = _context.Recent(sentence, View.Tokens[quantity.First - 1].Kind == TokenKind.Possessive ? 1 : 0, draft => draft.Metric == ClaimMetric.Return);
        if (previous is null && _context.Heading is null && !View.Any(quantity.First - 1, "|") && !TableColumns.IsRow(View, quantity.First))
        {
            return null;
        }

        return new MoveReading(previous is not null && !quantity.Positive && !quantity.Negative ? previous.Sign : quantity.Negative ? -1 : 1, quantity.First, quantity.End, [mention], false);
    }
}
