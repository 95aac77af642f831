using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>What the sections of one brief share: the subject, the day, the questions asked and what had no answer.</summary>
internal sealed class BriefDraft
{
    private readonly List<BriefOmission> _omissions = [];

    public BriefDraft(Evaluator evaluator, Instrument subject, DateOnly day, Window window, Instrument? benchmark, ImmutableArray<MarketEvent> events)
    {
        (Evaluator, Subject, Day, Window, Benchmark, Events) = (evaluator, subject, day, window, benchmark, events);
        AsOf = AsOf.On(day);
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

    public IReadOnlyList<BriefOmission> Omissions => _omissions;

    /// <summary>The name of an instrument inside a sentence: with an article for an index or market, the shortest name of a stock.</summary>
    public static string NameOf(Instrument instrument) => instrument.Kind switch
    {
        InstrumentKind.Index or InstrumentKind.Market => $"the {instrument.Name}",
        InstrumentKind.Equity or InstrumentKind.Fund when instrument.Aliases.FirstOrDefault(alias => alias.Any(char.IsAsciiLetter) && !alias.Any(char.IsAsciiDigit)) is { } shorter && shorter.Length < instrument.Name.Length => shorter,
        _ => instrument.Name,
    };

    /// <summary>Asks a question; where it has no answer, notes what cannot be said.</summary>
    /// <param name="what">What the answer would say, as a noun.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="arguments">Its arguments, by position or as <c>name=value</c>.</param>
    public BriefFigure? Ask(string what, string measure, params string[] arguments)
    {
        var expression = Question(measure, arguments);
        var answer = Evaluator.Evaluate(expression);
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
        var expression = Question(measure, arguments);
        var answer = Evaluator.Evaluate(expression);
        return answer.HasValue ? new BriefFigure(expression, answer.Value, answer.Working) : null;
    }

    /// <summary>Notes what cannot be said; the same thing once.</summary>
    public void Omit(string what, Expression? expression, Problem problem)
    {
        if (!_omissions.Exists(omission => omission.What == what))
        {
            _omissions.Add(new BriefOmission(what, expression, problem));
        }
    }

    private Expression Question(string measure, string[] arguments)
    {
        var entry = Catalogue.Find(measure) ?? throw new ArgumentException($"There is no measure '{measure}'.", nameof(measure));
        var written = arguments.Select(argument => argument.Split('=', 2) is [var name, var value] ? new Argument(name, value) : new Argument(null, argument));
        var matched = ArgumentList.Match(entry, [.. written]);
        return matched.Error is { } mistake ? throw new ArgumentException(mistake.Message, nameof(arguments)) : new Expression(measure, matched.Canonical, AsOf);
    }
}
