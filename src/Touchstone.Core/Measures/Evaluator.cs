using System.Collections.Concurrent;
using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Puts expressions to a market. Safe to use from many threads.</summary>
public sealed class Evaluator
{
    private readonly MarketSubjects _subjects;
    private readonly ConcurrentDictionary<InstrumentId, Answer<IndexUnits>> _units = new();
    private readonly ConcurrentDictionary<string, Lazy<Answer<StockPanel>>> _panels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<InstrumentId, Answer<IndexUnits>> _holdings = new();
    private readonly ConcurrentDictionary<Expression, BoundExpression> _bound = new();

    /// <summary>Makes an evaluator.</summary>
    /// <param name="market">The data.</param>
    public Evaluator(Market market)
    {
        ArgumentNullException.ThrowIfNull(market);
        Market = market;
        _subjects = MarketSubjects.Of(market);
    }

    /// <summary>The data.</summary>
    public Market Market { get; }

    /// <summary>Answers an expression for its own day, with full working.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The number, or the problem that stands in its place.</returns>
    public Answer<Measurement> Evaluate(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Bind(expression).Evaluate(expression.AsOf);
    }

    /// <summary>The number of an expression for another day, by the same code, without working.</summary>
    /// <param name="expression">The expression; its own day is not used.</param>
    /// <param name="asOf">The day or days.</param>
    /// <param name="value">The number, finite, when the answer is true.</param>
    /// <returns>Whether there is a number; <see cref="Evaluate"/> gives the reason when there is none.</returns>
    public bool TryValue(Expression expression, AsOf asOf, out double value)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Bind(expression).TryValue(asOf, out value);
    }

    /// <summary>Resolves the arguments of an expression once, to ask it for many days. Repeated calls give the same object.</summary>
    /// <param name="expression">The expression.</param>
    public BoundExpression Bind(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return _bound.GetOrAdd(expression, static (key, evaluator) => evaluator.BindNew(key), this);
    }

    /// <summary>The nominal sessions of a window of a subject, whether their closes are in the data or not.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="window">The window.</param>
    /// <param name="asOf">The day or days.</param>
    public Answer<ResolvedWindow> Resolve(InstrumentId subject, Window window, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(asOf);
        var known = Subject(subject);
        MarketEvent? since = null;
        if (window.Event is { } id && (since = Market.Event(id)) is null)
        {
            return new Problem(ProblemKind.NoData, $"The package has no event '{id}'.");
        }

        var line = known.Price(PriceField.Close) ?? known.Price(PriceField.Adjusted);
        if ((asOf.For(known.Mic) ?? line?.Last) is not { } day)
        {
            return new Problem(ProblemKind.NoData, $"The package has no prices of {subject}, so it has no last session.");
        }

        if (window.Kind == WindowKind.All && line is null)
        {
            return new Problem(ProblemKind.NoData, $"The package has no prices of {subject}, so it has no first session.");
        }

        var bound = new BoundWindow(window, known, since);
        var working = new WorkingBuilder();
        if (bound.Resolve(known.Calendar.OnOrBefore(day), line?.First ?? default, working, out var from, out var to) is { } problem)
        {
            return problem;
        }

        working.Window(from, to);
        return Answer<ResolvedWindow>.Of(new ResolvedWindow(from, to, bound.Rule), working.Build(bound.Rule));
    }

    internal Symbols Symbols => _subjects.Symbols;

    internal Subject Subject(InstrumentId id) => _subjects.Of(id);

    internal Answer<IndexUnits> Units(Subject index) => _units.GetOrAdd(index.Id, static (_, asked) => IndexUnits.Of(asked.Market, asked.Subject), (Market, Subject: index));

    internal Answer<StockPanel> Panel(StockList list) => _panels.GetOrAdd(list.Key, _ => new Lazy<Answer<StockPanel>>(() => StockPanel.Of(list, Subject))).Value;
    internal Answer<IndexUnits> Holdings(Subject index) => Units(index) is { HasValue: true } units ? units : _holdings.GetOrAdd(index.Id, static (_, asked) => IndexUnits.OfHoldings(asked.Market, asked.Subject), (Market, Subject: index));

    private BoundExpression BindNew(Expression expression)
    {
        var measure = Catalogue.Find(expression.Measure);
        if (measure is null)
        {
            var nearest = Catalogue.Nearest(expression.Measure);
            return new BoundExpression(expression, "", new Problem(ProblemKind.Invalid, $"There is no measure '{expression.Measure}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}"));
        }

        var arguments = ArgumentList.Match(measure, expression.Arguments);
        if (arguments.Error is { } mistake)
        {
            return new BoundExpression(expression, measure.Formula, new Problem(ProblemKind.Invalid, mistake.Suggestion is null ? mistake.Message : $"{mistake.Message} Did you mean '{mistake.Suggestion}'?"));
        }

        var bound = Call.Resolve(this, measure, arguments, out var call) is { } problem ? problem : measure.Bind(call);
        return new BoundExpression(expression, measure.Formula, bound);
    }
}
