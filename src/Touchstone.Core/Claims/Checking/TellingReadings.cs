using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>
/// The first readings of one claim that may tell the day, to be asked at many moments: a question is bound once for each subject and window,
/// and only the day that it is put to changes from moment to moment.
/// </summary>
internal sealed class TellingReadings(ClaimDraft draft, Market market, ReadingPlans plans, Evaluator evaluator)
{
    private readonly (InstrumentId Id, string Mic)[] _subjects = [.. draft.Subject.Candidates.Select(id => (id, plans.Mic(id)))];
    private readonly Dictionary<(int Subject, string Window), Question> _questions = [];
    private (int Subject, string? Window, Question? Question) _last;

    /// <summary>Whether the claim holds at a moment under one of them: of a claim without a time of its own only the window taken first counts, as guesses would find a day for anything.</summary>
    public bool Hold(Moment moment)
    {
        string? window = null;
        if (!ReadingPlans.IsByWindow(draft))
        {
            foreach (var plan in plans.First(draft, moment))
            {
                if (Holds(new Question(plan, evaluator), plan.Expression.AsOf.Day!.Value))
                {
                    return true;
                }
            }

            return false;
        }

        for (var subject = 0; subject < _subjects.Length; subject++)
        {
            foreach (var time in plans.TimesOf(draft, _subjects[subject].Mic, moment))
            {
                if (Holds(Over(subject, time), time.AsOf))
                {
                    return true;
                }
            }
        }

        return false;

        bool Holds(Question question, DateOnly day)
        {
            var own = question.Plan.Window ?? "";
            window ??= own;
            return (!draft.IsTimeInferred || own == window)
                && question.TryValue(day, out var value)
                && RoundingTable.Holds(value, question.Plan.Low, question.Plan.High)
                && SinceHolds(question.Plan, value, day, moment);
        }
    }

    private Question Over(int subject, ResolvedTime time)
    {
        if (_last.Question is null || _last.Subject != subject || _last.Window != time.Window)
        {
            if (!_questions.TryGetValue((subject, time.Window), out var question))
            {
                question = new Question(ReadingPlans.Over(draft, _subjects[subject].Id, time, ""), evaluator);
                _questions.Add((subject, time.Window), question);
            }

            _last = (subject, time.Window, question);
        }

        return _last.Question;
    }

    /// <summary>"Highest since March 2022": the last higher close must lie where the words say.</summary>
    private bool SinceHolds(ReadingPlan plan, double years, DateOnly day, Moment moment)
    {
        if (draft.Metric != ClaimMetric.Extreme || draft.Since is not { Kind: TimeKind.Since })
        {
            return !(draft.Metric == ClaimMetric.Extreme && draft.IsRecord) || years > 0.5;
        }

        var from = plans.CountedFrom(draft, market.Instrument(plan.Subject!.Value)?.Exchange ?? "", day, moment);
        return from is { } first && day.AddDays(-(int)Math.Round(years * 365.25)) < first;
    }

    /// <summary>One reading, bound, with its number for the day asked last: neighbouring moments mostly ask for the same day.</summary>
    private sealed class Question(ReadingPlan plan, Evaluator evaluator)
    {
        private readonly BoundExpression _bound = evaluator.Bind(plan.Expression.At(AsOf.Latest));
        private (DateOnly Day, bool HasValue, double Value)? _last;

        public ReadingPlan Plan => plan;

        public bool TryValue(DateOnly day, out double value)
        {
            if (_last?.Day != day)
            {
                _last = (day, _bound.TryValue(AsOf.On(day), out var number), number);
            }

            (_, var has, value) = _last.Value;
            return has;
        }
    }
}
