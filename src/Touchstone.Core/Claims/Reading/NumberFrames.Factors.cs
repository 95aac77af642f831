using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <content>Moves told as factors, fractions and bare points.</content>
internal sealed partial class NumberFrames
{
    /// <summary>"dropped 2,997.10, or 12.9%": a bare number beside its percentage is points.</summary>
    private bool TryBarePoints(Quantity quantity, int sentence) =>
        quantity.Currency is null && quantity.LastDigit < 1 && (View.Any(quantity.End, ",") && View.Any(quantity.End + 1, "or") || View.Any(quantity.End, "or")) && View.QuantityAt(quantity.End + (View.Any(quantity.End, ",") ? 2 : 1)) is { Kind: QuantityKind.Percent } && Directions.IsVerb(View.Word(quantity.First - 1))
        && TryMove(quantity with { Kind = QuantityKind.Points }, sentence, quantity);

    /// <summary>"a quarter lower", "shed a fifth of its value": a fraction of the price.</summary>
    private bool TryFractionMove(Quantity quantity, int sentence)
    {
        if (quantity.Kind != QuantityKind.Fraction || (View.Any(quantity.End, "of") && !View.Any(quantity.End + 1, "its", "their")))
        {
            return false;
        }

        return TryMove(quantity with { Kind = QuantityKind.Percent, Value = quantity.Value * 100, LastDigit = 2 * RoundingTable.FractionWidth * 100 }, sentence, quantity);
    }

    private bool TryFactor(Quantity quantity, int sentence)
    {
        if (quantity.Kind != QuantityKind.Factor || quantity.First == View.Sentences[sentence].First)
        {
            return false;
        }

        var mentions = _context.Subjects.Of(quantity.First, sentence);
        if (mentions.Count == 0 || mentions[^1].Kind is MentionKind.Figure or MentionKind.Unknown)
        {
            return false;
        }

        foreach (var subject in mentions.SelectMany(mention => _context.Resolve(mention, sentence)))
        {
            var draft = Draft(quantity, sentence, subject, quantity.Value < 1 ? -1 : 1, quantity.First, quantity.End);
            _context.Add(DraftTimes.Fill(_context, draft, false));
        }

        return true;
    }
}
