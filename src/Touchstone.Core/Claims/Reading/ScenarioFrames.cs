using System.Globalization;

namespace Touchstone.Claims;

/// <summary>
/// Supposed cases that are arithmetic: <c>if earnings rose 10% and the multiple fell 20%, the index would fall 12%</c>. They are checked now; the assumed numbers belong to the claim.
/// </summary>
internal sealed class ScenarioFrames(ReadingContext context, MeasureClaims claims, MeasureSubjects subjects)
{
    private DocumentView View => context.View;

    /// <summary>What a percentage of a supposed case is a change of.</summary>
    private enum Driver
    {
        None,
        Earnings,
        Multiple,
        Price,
    }

    /// <summary>Reads a sentence that supposes changes and draws a conclusion.</summary>
    public void Read(int sentence)
    {
        var bounds = View.Sentences[sentence];
        var numbers = View.QuantitiesIn(bounds).Where(quantity => quantity.Kind == QuantityKind.Percent).ToList();
        if (numbers.Count is < 1 or > 3)
        {
            return;
        }

        if (numbers.Count == 2 && ReadImplied(numbers, sentence, bounds))
        {
            return;
        }

        var would = Enumerable.Range(bounds.First, bounds.End - bounds.First).FirstOrDefault(i => View.Any(i, "would", "must", "could", "will") && !View.Tokens[i].IsCapitalised, -1);
        if (would < 0 || numbers.Count < 2)
        {
            return;
        }

        var changes = numbers.Select(number => (Number: number, Change: ChangeOf(number, bounds))).ToList();
        if (changes.Exists(change => change.Change.Sign == 0 || change.Change.Driver == Driver.None) || changes.Select(change => change.Change.Driver).Distinct().Count() != changes.Count)
        {
            return;
        }

        // The conclusion is the last number after "would", or the first where the condition follows it.
        var after = changes.Where(change => change.Number.First > would).ToList();
        if (after.Count == 0)
        {
            return;
        }

        var conditionFollows = after.Count == changes.Count;
        var result = conditionFollows ? after[0] : after[^1];
        var given = changes.Where(change => change != result).ToList();
        var price = given.Find(change => change.Change.Driver == Driver.Price);
        var question = result.Change.Driver == Driver.Price
            ? MeasureQuestion.Of("scenario-return", MeasureQuestion.Subject, Value(given.Find(change => change.Change.Driver == Driver.Earnings)), Value(given.Find(change => change.Change.Driver == Driver.Multiple)))
            : price.Number is null ? null : MeasureQuestion.Of("must-believe", MeasureQuestion.Subject, Value(price), Value(given.Find(change => change.Change.Driver != Driver.Price)));
        var subject = SubjectOf(result.Change.Driver == Driver.Price ? result.Change.At : price.Change.At, sentence);
        if (question is null || subject is null)
        {
            return;
        }

        Add(result.Number, result.Change.Sign, sentence, changes.Min(change => change.Number.First), changes.Max(change => change.Number.End), subject, question);
        given.ForEach(change => context.Used.Add(change.Number));
    }

    /// <summary>"At a discount rate of 9%, its dividend yield implies dividends that grow 7.8% a year."</summary>
    private bool ReadImplied(List<Quantity> numbers, int sentence, Sentence bounds)
    {
        var rate = numbers.FindIndex(number => Near(number.First, bounds, 6, "rate", "return", "equity") && Near(number.First, bounds, 8, "discount", "required", "cost"));
        var implies = Enumerable.Range(bounds.First, bounds.End - bounds.First).FirstOrDefault(i => View.Any(i, "implies", "imply", "implied", "implying") || (View.Any(i, "prices", "pricing") && View.Any(i + 1, "in")), -1);
        if (rate < 0 || implies < 0)
        {
            return false;
        }

        var growth = numbers[1 - rate];
        if (!Enumerable.Range(Math.Max(bounds.First, growth.First - 8), Math.Min(bounds.End, growth.End + 6) - Math.Max(bounds.First, growth.First - 8)).Any(i => View.Any(i, "grow", "growth", "growing", "grows")))
        {
            return false;
        }

        var holder = Enumerable.Range(bounds.First, bounds.End - bounds.First).FirstOrDefault(i => View.Any(i, "yield", "price", "level", "valuation"), implies);
        var end = growth.End;
        end += View.Any(end, "a", "per") && View.Any(end + 1, "year", "annum") ? 2 : View.Any(end, "annually") ? 1 : 0;
        Add(growth, growth.Negative ? -1 : 1, sentence, Math.Min(numbers[0].First, growth.First), Math.Max(numbers[1].End, end), subjects.Of(holder, sentence), MeasureQuestion.Of("implied-growth", MeasureQuestion.Subject, Number(numbers[rate].Value)));
        context.Used.Add(numbers[rate]);
        return true;
    }

    /// <summary>What a percentage is a change of, which way, and the token of what changes.</summary>
    private (Driver Driver, int Sign, int At) ChangeOf(Quantity number, Sentence bounds)
    {
        // "a 10% rise in earnings"
        if (Directions.TryNoun(View.Word(number.End), out var noun) && View.Any(number.End + 1, "in", "of"))
        {
            for (var i = number.End + 2; i < Math.Min(number.End + 6, bounds.End); i++)
            {
                if (DriverAt(i) is var after && after != Driver.None)
                {
                    return (after, noun, i);
                }
            }
        }

        var sign = View.Any(number.End, "higher", "more") ? 1 : View.Any(number.End, "lower", "less") ? -1 : 0;
        for (var i = number.First - 1; i >= bounds.First && i > number.First - 16; i--)
        {
            if (View.QuantityAt(i) is not null)
            {
                break;
            }

            if (sign == 0 && Directions.TryGet(View.Word(i), out var move))
            {
                sign = move.Sign;
                continue;
            }

            if (DriverAt(i) is var before && before != Driver.None)
            {
                return (before, sign, i);
            }
        }

        return (Driver.None, sign, -1);
    }

    private Driver DriverAt(int i)
    {
        if (View.Any(i, "earnings", "profit", "profits", "eps") && !(View.Any(i - 1, "to", "-") && View.Any(i - 2, "price")) && !View.Any(i + 1, "multiple", "multiples"))
        {
            return Driver.Earnings;
        }

        if (View.Any(i, "multiple", "multiples", "valuation", "valuations", "p/e") || (View.Any(i, "e") && View.Any(i - 1, "/") && View.Any(i - 2, "p")) || (View.Any(i, "ratio") && View.Any(i - 1, "earnings", "e")))
        {
            return Driver.Multiple;
        }

        return View.MentionAt(i) is { Kind: MentionKind.Named or MentionKind.Reference } || View.Any(i, "it", "index", "price", "stock", "shares") ? Driver.Price : Driver.None;
    }

    private SubjectReading? SubjectOf(int at, int sentence)
    {
        if (at < 0)
        {
            return null;
        }

        var subject = View.MentionAt(at) is { Kind: MentionKind.Named or MentionKind.Reference } mention ? context.Resolve(mention, sentence)[0] : subjects.Continued(sentence) ?? context.Inherited(sentence);
        return subject.Candidates.IsEmpty ? null : subject;
    }

    private bool Near(int from, Sentence bounds, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = from - 1; i >= bounds.First && i >= from - reach; i--)
        {
            if (View.Any(i, words))
            {
                return true;
            }
        }

        return false;
    }

    private static string Value((Quantity Number, (Driver Driver, int Sign, int At) Change) change) => change.Number is null ? "0" : Number(change.Change.Sign * change.Number.Value);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void Add(Quantity quantity, int sign, int sentence, int first, int end, SubjectReading subject, MeasureQuestion question) => claims.Add(new ClaimDraft
    {
        Type = "scenario",
        Metric = ClaimMetric.Asked,
        First = first,
        End = end,
        Sentence = sentence,
        Subject = subject,
        Quantity = quantity,
        Sign = sign,
        Questions = [question],
    });
}
