using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <content>Readings about what members add to an index and weigh in it.</content>
internal sealed partial class ReadingPlans
{
    private readonly Lazy<HashSet<(InstrumentId Index, InstrumentId Member)>> _members = new(() => [.. market.Rows.Constituents.Select(row => (row.Index, row.Instrument))]);

    private IEnumerable<ReadingPlan> Contributed(ClaimDraft draft, Moment moment) =>
        draft.Comparator!.Candidates.SelectMany(index => Times(draft, Mic(index), moment).SelectMany(time => Contributed(draft, index, time)));

    private IEnumerable<ReadingPlan> Contributed(ClaimDraft draft, InstrumentId index, ResolvedTime time)
    {
        foreach (var (lines, byCompany, note) in Lines(draft, index))
        {
            var arguments = new List<Argument> { new(null, index.Value), new(null, lines[0].Value), new(null, time.Window) };
            arguments.AddRange(lines.Skip(1).Select(line => new Argument(null, line.Value)));
            if (draft.Metric != ClaimMetric.Contribution)
            {
                arguments.Add(new("in", draft.Metric switch { ClaimMetric.ContributionShare => "share", ClaimMetric.ContributionRank => "rank", _ => "return" }));
            }

            if (draft is { Metric: ClaimMetric.ContributionRank, Sign: < 0 })
            {
                arguments.Add(new("order", "worst"));
            }

            if (byCompany)
            {
                arguments.Add(new("by", "company"));
            }

            yield return PlanOf(draft, new Expression("contribution", [.. arguments], AsOf.Latest), index, lines[0], time, Join(note, time.Note)) with { Window = time.Window };
        }
    }

    private IEnumerable<ReadingPlan> Weights(ClaimDraft draft, Moment moment) => draft.Comparator!.Candidates.SelectMany(index =>
        Weights(draft, index, _times.First(draft.Time, Mic(index), moment) is { } time ? time with { Note = "" } : new ResolvedTime("1d", clocks.AsOf(Mic(index), moment), "")));

    private IEnumerable<ReadingPlan> Weights(ClaimDraft draft, InstrumentId index, ResolvedTime time)
    {
        if (draft.Top > 0)
        {
            foreach (var by in new[] { "line", "company" })
            {
                var arguments = new List<Argument> { new(null, index.Value), new("top", $"{draft.Top}") };
                if (by == "company")
                {
                    arguments.Add(new("by", by));
                }

                if (by == "line" || HasSecondLines(index))
                {
                    yield return PlanOf(draft, new Expression("weight", [.. arguments], AsOf.Latest), index, index, time, Join(by == "company" ? "lines of one company together" : "", time.Note));
                }
            }

            yield break;
        }

        foreach (var (lines, byCompany, note) in Lines(draft, index))
        {
            Argument[] company = byCompany ? [new("by", "company")] : [];
            yield return PlanOf(draft, new Expression("weight", [new(null, index.Value), .. lines.Select(line => new Argument(null, line.Value)), .. company], AsOf.Latest), index, lines[0], time, Join(note, time.Note));
        }
    }

    /// <summary>Other windows of the same words, other indices that a reference may stand for, closes at which weights are often quoted.</summary>
    private IEnumerable<ReadingPlan> OtherMembers(ClaimDraft draft, Moment moment)
    {
        if (draft.Metric is not (ClaimMetric.Contribution or ClaimMetric.ContributionToReturn or ClaimMetric.ContributionShare or ClaimMetric.ContributionRank or ClaimMetric.Weight))
        {
            yield break;
        }

        var isWeight = draft.Metric == ClaimMetric.Weight;
        foreach (var other in draft.Comparator!.Others)
        {
            var reading = draft with { Comparator = draft.Comparator with { Candidates = [other] } };
            foreach (var plan in isWeight ? Weights(reading, moment) : Contributed(reading, moment))
            {
                yield return plan with { Note = Join($"'{draft.Comparator.Text}' read as {market.Instrument(other)?.Name}", plan.Note) };
            }
        }

        foreach (var index in draft.Comparator.Candidates)
        {
            var (mic, calendar) = (Mic(index), market.CalendarOf(index));
            if (!isWeight)
            {
                foreach (var plan in _times.Others(draft.Time, mic, moment).SelectMany(time => Contributed(draft, index, time)))
                {
                    yield return plan;
                }

                continue;
            }

            var day = _times.First(draft.Time, mic, moment)?.AsOf ?? clocks.AsOf(mic, moment);
            foreach (var (close, note) in new[] { (calendar.Before(day), "at the close before"), (calendar.Before(new DateOnly(day.Year, day.Month, 1)), "at the end of the month before") })
            {
                foreach (var plan in Weights(draft, index, new ResolvedTime("1d", close, note)))
                {
                    yield return plan;
                }
            }
        }
    }

    /// <summary>The lines of stock that names stand for in an index: those that are members; where a company has several, all of them together and each by itself.</summary>
    private IEnumerable<(InstrumentId[] Lines, bool ByCompany, string Note)> Lines(ClaimDraft draft, InstrumentId index)
    {
        var named = draft.Together.Prepend(draft.Subject).Select(subject => subject.Candidates.Where(id => _members.Value.Contains((index, id))).DefaultIfEmpty(subject.Candidates[0]).ToArray()).ToArray();
        if (named.Any(lines => lines.Length > 1))
        {
            yield return ([.. named.Select(lines => lines[0])], true, "");
        }

        foreach (var line in named[0])
        {
            yield return ([line, .. named.Skip(1).Select(lines => lines[0])], false, named[0].Length > 1 ? $"the line {line}" : "");
        }
    }

    private bool HasSecondLines(InstrumentId index) => _members.Value.Where(pair => pair.Index == index).Select(pair => market.Instrument(pair.Member)?.Issuer).OfType<string>().GroupBy(issuer => issuer).Any(group => group.Count() > 1);

    private static ReadingPlan PlanOf(ClaimDraft draft, Expression expression, InstrumentId index, InstrumentId subject, ResolvedTime time, string note)
    {
        var bounds = MemberBounds(draft);
        return new ReadingPlan(expression.At(AsOf.On(time.AsOf)), subject, null, ReadingRank.First, Join(draft.Comparator!.Candidates.Length > 1 ? index.Value : "", note), bounds.Low, bounds.High);
    }

    private static (double? Low, double? High) MemberBounds(ClaimDraft draft)
    {
        if (draft.Places is { } places)
        {
            return (places.First, places.Last);
        }

        var quantity = draft.Quantity!;
        var (low, high) = RoundingTable.Interval(quantity, draft.Hedge, false, draft.Metric is ClaimMetric.ContributionShare or ClaimMetric.Weight ? 1 : draft.Sign);
        var scale = quantity.Kind == QuantityKind.Fraction ? 100 : 1;
        return (low * scale, high * scale);
    }
}
