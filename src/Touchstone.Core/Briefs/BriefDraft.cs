using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>What the sections of one brief share: the subject, the day, the questions asked and what had no answer.</summary>
internal sealed class BriefDraft
{
    private readonly List<BriefOmission> _omissions = [];
    private readonly Lazy<HashSet<string>> _shared;

    public BriefDraft(Evaluator evaluator, Instrument subject, DateOnly day, Window window, Instrument? benchmark, ImmutableArray<MarketEvent> events)
    {
        (Evaluator, Subject, Day, Window, Benchmark, Events) = (evaluator, subject, day, window, benchmark, events);
        AsOf = AsOf.On(day);
        Members = new BriefMembers(this);
        _shared = new Lazy<HashSet<string>>(() => Market.Rows.Instruments.SelectMany(instrument => instrument.Aliases.Append(instrument.Name).Distinct(StringComparer.OrdinalIgnoreCase)).CountBy(name => name, StringComparer.OrdinalIgnoreCase).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    public Evaluator Evaluator { get; }

    public Market Market => Evaluator.Market;

    public Instrument Subject { get; }

    public string Id => Subject.Id.Value;

    /// <summary>The subject's name inside a sentence.</summary>
    public string Name => NameOf(Subject);

    /// <summary>How later sentences of a paragraph call it.</summary>
    public string It => Subject.Kind == InstrumentKind.Index ? "the index" : "it";

    /// <summary>The session that the brief speaks of.</summary>
    public DateOnly Day { get; }

    public AsOf AsOf { get; }

    public Window Window { get; }

    public Instrument? Benchmark { get; }

    /// <summary>The events of the timeline, earliest first, none after the day.</summary>
    public ImmutableArray<MarketEvent> Events { get; }

    /// <summary>Who belongs to the subject, when it is an index or basket.</summary>
    public BriefMembers Members { get; }

    /// <summary>The market that the subject is traded on: that of its exchange, or the only one of its currency; null when the package has none.</summary>
    public Instrument? Place => Market.Rows.Instruments.FirstOrDefault(other => other.Kind == InstrumentKind.Market && other.Exchange == Subject.Exchange && other.Exchange is not null)
        ?? (Market.Rows.Instruments.Where(other => other.Kind == InstrumentKind.Market && other.Currency == Subject.Currency && other.Currency is not null).ToArray() is [var only] ? only : null);

    public IReadOnlyList<BriefOmission> Omissions => _omissions;

    /// <summary>The name of an instrument inside a sentence: with an article for an index or market, a stock by its first other name that is shorter and nobody else's.</summary>
    public string NameOf(Instrument instrument) => instrument.Kind switch
    {
        InstrumentKind.Index or InstrumentKind.Market => $"the {instrument.Name}",
        InstrumentKind.Equity or InstrumentKind.Fund => instrument.Aliases.FirstOrDefault(alias => alias.Any(char.IsAsciiLetter) && !alias.Any(char.IsAsciiDigit) && !_shared.Value.Contains(alias)) is { } first && first.Length < instrument.Name.Length ? first : instrument.Name,
        _ => instrument.Name,
    };

    /// <summary>Asks a question; where it has no answer, notes what cannot be said.</summary>
    /// <param name="what">What the answer would say, as a noun.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="arguments">Its arguments, by position or as <c>name=value</c>.</param>
    public BriefFigure? Ask(string what, string measure, params string[] arguments)
    {
        return AskOn(Day, what, measure, arguments);
    }

    /// <summary>Asks a question for another day; where it has no answer, notes what cannot be said.</summary>
    public BriefFigure? AskOn(DateOnly day, string what, string measure, params string[] arguments)
    {
        var expression = Question(day, measure, arguments);
        var answer = Answer(expression);
        if (answer.HasValue)
        {
            return new BriefFigure(expression, answer.Value, answer.Working);
        }

        Omit(what, expression, answer.Problem);
        return null;
    }

    /// <summary>Asks a question that needs no excuse when it has no answer.</summary>
    public BriefFigure? Try(string measure, params string[] arguments)
    {
        return TryOn(Day, measure, arguments);
    }

    /// <summary>Asks a question for another day that needs no excuse when it has no answer.</summary>
    public BriefFigure? TryOn(DateOnly day, string measure, params string[] arguments)
    {
        var expression = Question(day, measure, arguments);
        var answer = Answer(expression);
        return answer.HasValue ? new BriefFigure(expression, answer.Value, answer.Working) : null;
    }

    /// <summary>Why a question has no answer, or null when it has one.</summary>
    public BriefOmission? WhyNot(string what, string measure, params string[] arguments)
    {
        var expression = Question(Day, measure, arguments);
        var answer = Answer(expression);
        return answer.HasValue ? null : new BriefOmission(what, expression, answer.Problem);
    }

    /// <summary>The number of a question on a day, without working, for the points of a chart; null where it has none.</summary>
    public double? Value(DateOnly day, string measure, params string[] arguments) =>
        Evaluator.TryValue(Question(Day, measure, arguments), AsOf.On(day), out var value) ? value : null;

    /// <summary>Notes what cannot be said; the same thing once.</summary>
    public void Omit(string what, Expression? expression, Problem problem)
    {
        if (!_omissions.Exists(omission => omission.What == what))
        {
            _omissions.Add(new BriefOmission(what, expression, problem));
        }
    }

    /// <summary>Notes what cannot be said; null is nothing to note.</summary>
    public void Omit(BriefOmission? omission)
    {
        if (omission is not null)
        {
            Omit(omission.What, omission.Expression, omission.Problem);
        }
    }

    // A close that stands in for a missing one answers another question than the sentence would state.
    private Answer<Measurement> Answer(Expression expression)
    {
        var answer = Evaluator.Evaluate(expression);
        return answer.HasValue && answer.Working.StandIn
            ? new Problem(ProblemKind.NoData, answer.Working.Conventions.First(sentence => sentence.EndsWith("stands in.", StringComparison.Ordinal) || sentence.EndsWith("stand in.", StringComparison.Ordinal)))
            : answer;
    }

    private static Expression Question(DateOnly day, string measure, string[] arguments)
    {
        var entry = Catalogue.Find(measure) ?? throw new ArgumentException($"There is no measure '{measure}'.", nameof(measure));
        var written = arguments.Select(argument => argument.Split('=', 2) is [var name, var value] ? new Argument(name, value) : new Argument(null, argument));
        var matched = ArgumentList.Match(entry, [.. written]);
        return matched.Error is { } mistake ? throw new ArgumentException(mistake.Message, nameof(arguments)) : new Expression(measure, matched.Canonical, AsOf.On(day));
    }
}
