using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>Turns drafts and findings into the report.</summary>
internal sealed class ReportBuilder(DocumentView view, Market market, SessionClocks clocks, Evaluator evaluator, InferredDay day)
{
    public CheckedClaim Claim(int number, ClaimDraft draft, Finding finding)
    {
        var start = view.Tokens[draft.First].Start;
        var end = view.Tokens[Math.Max(draft.End - 1, draft.First)].End;
        var sentence = view.Sentences[draft.Sentence];
        var (low, high) = ReadingPlans.StatedBounds(draft);
        var decided = finding.Plan?.Subject;
        var candidates = draft.Subject.Candidates;
        var id = finding.Verdict is Verdict.Unchecked or Verdict.Contradicted && draft.Subject.IsInferred && candidates.Length > 0 && decided is null ? candidates[0] : decided ?? (candidates.Length > 0 ? candidates[0] : null);
        return new CheckedClaim
        {
            Id = $"c{number}",
            Sentence = view.TextOf(sentence.First, sentence.End),
            Span = new TextSpan(start, end - start, view.Text[start..end]),
            Type = draft.Type,
            Subject = new ClaimSubject(draft.Subject.Text, id?.Value ?? (draft.Events.Length > 0 ? EventOf(draft, finding) : null), draft.Subject.How),
            Expression = finding.Plan?.Expression.ToString(),
            Window = Window(draft, finding),
            Stated = Stated(draft, low, high, finding),
            Attribution = draft.Attribution,
            Verdict = finding.Verdict,
            Reason = finding.Reason,
            Computed = finding.Answer is { HasValue: true } answer ? new ComputedValue(answer.Value.Value, answer.Value.Unit.ToString()) : null,
            Readings = finding.Readings,
            Working = finding.Answer is { HasValue: true } worked ? worked.Working : null,
        };
    }

    /// <summary>Numbers seen, read, masked and unread. Every number token is counted once.</summary>
    public (Coverage Coverage, ImmutableArray<TextSpan> Unread) Cover(List<ClaimDraft> drafts)
    {
        var read = new bool[view.Tokens.Count];
        foreach (var draft in drafts)
        {
            Mark(read, draft.First, draft.End);
            if (draft.Quantity is { } quantity)
            {
                Mark(read, quantity.First, quantity.End);
            }

            foreach (var time in new[] { draft.Time, draft.Since, draft.BaseTime, draft.Following }.OfType<TimeMention>())
            {
                Mark(read, time.First, time.End);
            }
        }

        var counts = new int[3];
        var unread = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < view.Tokens.Count;)
        {
            var quantity = view.QuantityAt(i);
            var isNumber = view.Tokens[i].Kind == TokenKind.Number || (view.Tokens[i].Kind == TokenKind.Name && view.Tokens[i].Text.Any(char.IsAsciiDigit)) || quantity is not null;
            if (!isNumber)
            {
                i++;
                continue;
            }

            var end = quantity?.End ?? i + 1;
            if (read[i])
            {
                counts[0]++;
            }
            else if (view.Taken[i] || view.Tokens[i].Kind == TokenKind.Name || view.TimeAt(i) is not null)
            {
                counts[1]++;
            }
            else
            {
                counts[2]++;
                var start = view.Tokens[i].Start;
                unread.Add(new TextSpan(start, view.Tokens[end - 1].End - start, view.TextOf(i, end)));
            }

            i = end;
        }

        return (new Coverage(counts.Sum(), counts[0], counts[1], counts[2]), unread.DrainToImmutable());
    }

    /// <summary>The as-of day of each exchange that a claim touches.</summary>
    public ImmutableArray<AsOfDay> Days(List<ClaimDraft> drafts, ImmutableDictionary<string, DateOnly> given)
    {
        if (day.Best is not { } moment)
        {
            return [.. given.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new AsOfDay(pair.Key, pair.Value, "given"))];
        }

        return [.. drafts.SelectMany(draft => draft.Subject.Candidates).Select(id => market.Instrument(id)?.Exchange).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(mic => new AsOfDay(mic, clocks.AsOf(mic, moment), given.ContainsKey(mic) ? "given" : day.How))];
    }

    private static void Mark(bool[] read, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            read[i] = true;
        }
    }

    private static string? EventOf(ClaimDraft draft, Finding finding) => finding.Plan?.Expression.Arguments[0].Value ?? draft.Events[0];

    private ClaimWindow? Window(ClaimDraft draft, Finding finding)
    {
        var text = draft.Time is { } time ? view.TextOf(time.First, time.End) : draft.Since is { } since ? view.TextOf(since.First, since.End) : "";
        DateOnly? from = null;
        DateOnly? to = finding.Plan?.Expression.AsOf.Day;
        if (finding.Plan is { Subject: { } subject, Window: { } window } plan && Measures.Window.Parse(window).Value is { } parsed)
        {
            var resolved = evaluator.Resolve(subject, parsed, plan.Expression.AsOf);
            if (resolved.HasValue)
            {
                (from, to) = (resolved.Value.From, resolved.Value.To);
            }
        }
        else if (finding.Answer is { HasValue: true } answer && answer.Working.Window is { } span)
        {
            (from, to) = (span.First, span.Last);
        }

        return text.Length == 0 && to is null ? null : new ClaimWindow(text, from, to, draft.TimeHow);
    }

    /// <summary>An end that only says "more than nothing" is printed as zero.</summary>
    private static double? Open(double? end) => end is { } value && Math.Abs(value) < 1e-6 ? 0 : end;

    private StatedValue Stated(ClaimDraft draft, double? low, double? high, Finding finding)
    {
        var quantity = draft.Quantity;
        if (quantity is null || quantity.Numbers == 0 && quantity.First == quantity.End)
        {
            return new StatedValue(view.TextOf(draft.First, draft.End), quantity is null ? null : draft.Sign * quantity.Value, quantity is null ? null : "count", Open(finding.Plan?.Low) ?? low, Open(finding.Plan?.High) ?? high, draft.HedgeText);
        }

        if (quantity.Kind == QuantityKind.Factor && draft.Metric == ClaimMetric.Return)
        {
            // Tripled is plus 200 percent, the unit that its bounds and the computed value have.
            return new StatedValue(view.TextOf(quantity.First, quantity.End), (quantity.Value - 1) * 100, "percent", low, high, draft.HedgeText?.Trim());
        }

        var unit = quantity.Kind switch
        {
            QuantityKind.Percent or QuantityKind.DigitClass => "percent",
            QuantityKind.PercentagePoints => "percentage points",
            QuantityKind.BasisPoints => "basis points",
            QuantityKind.Points => "points",
            QuantityKind.Money => quantity.Currency ?? "money",
            QuantityKind.Multiple or QuantityKind.Factor or QuantityKind.Fraction => "x",
            _ => draft.Metric switch { ClaimMetric.Level => "points", ClaimMetric.PriceEarnings or ClaimMetric.PriceBook => "x", ClaimMetric.EventAge => "years", _ => "number" },
        };
        var signed = draft.Metric is ClaimMetric.Level or ClaimMetric.PriceEarnings or ClaimMetric.PriceBook or ClaimMetric.DividendYield || draft.Sign == 0 ? quantity.Value : draft.Sign * quantity.Value;
        return new StatedValue(view.TextOf(quantity.First, quantity.End), signed, unit, low, high, draft.HedgeText?.Trim());
    }
}
