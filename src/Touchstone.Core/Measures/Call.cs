using System.Globalization;
using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The arguments of one expression, resolved against a market.</summary>
internal sealed class Call
{
    private readonly ArgumentList _arguments;
    private readonly Evaluator _evaluator;
    private readonly Dictionary<Parameter, List<Subject>> _subjects = [];
    private readonly Dictionary<Parameter, (Window Window, MarketEvent? Event)> _windows = [];
    private readonly Dictionary<Parameter, MarketEvent> _events = [];
    private readonly Dictionary<Parameter, (DateOnly Day, MarketEvent? Event)> _occasions = [];

    private Call(Evaluator evaluator, ArgumentList arguments) => (_evaluator, _arguments) = (evaluator, arguments);

    public Market Market => _evaluator.Market;

    /// <summary>Resolves every argument by its kind.</summary>
    public static Problem? Resolve(Evaluator evaluator, Measure measure, ArgumentList arguments, out Call call)
    {
        call = new Call(evaluator, arguments);
        foreach (var parameter in measure.Arguments)
        {
            if (call.Resolve(parameter) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    public Subject Subject(Parameter parameter) => _subjects[parameter][0];

    /// <summary>A subject by its id, with its columns as the other measures read them.</summary>
    public Subject Subject(InstrumentId id) => _evaluator.Subject(id);

    public IReadOnlyList<Subject> Subjects(Parameter parameter) => _subjects[parameter];

    public bool Has(Parameter parameter) => _arguments[parameter] is not null;

    public string? Text(Parameter parameter) => _arguments[parameter];

    /// <summary>The number of a parameter that has one.</summary>
    public double Number(Parameter parameter) => double.Parse(_arguments[parameter]!, CultureInfo.InvariantCulture);

    /// <summary>The number of a parameter in percent, as a proportion.</summary>
    public Percent Percent(Parameter parameter) => Touchstone.Percent.FromPoints(Number(parameter));

    public MarketEvent Event(Parameter parameter) => _events[parameter];

    /// <summary>The day of an event, and the event unless a day was written.</summary>
    public (DateOnly Day, MarketEvent? Event) Occasion(Parameter parameter) => _occasions[parameter];

    /// <summary>The window on the calendar of a subject.</summary>
    public BoundWindow Window(Parameter parameter, Subject subject) => new(_windows[parameter].Window, subject, _windows[parameter].Event);

    /// <summary>An index by its published units, or why there are none.</summary>
    public Answer<IndexUnits> Units(Subject index) => _evaluator.Units(index);

    /// <summary>The closes of a list of stocks on common sessions; lists of the same stocks share one.</summary>
    public Answer<StockPanel> Panel(StockList list) => _evaluator.Panel(list);

    /// <summary>An index or list by its units, with a divisor or without, or why there are none.</summary>
    public Answer<IndexUnits> Holdings(Subject index) => _evaluator.Holdings(index);

    /// <summary>The path from one currency to another.</summary>
    public Conversion? Conversion(string from, string to) => Measures.Conversion.Find(Market, from, to);

    private Problem? Resolve(Parameter parameter)
    {
        if (_arguments[parameter] is not { } text)
        {
            return null;
        }

        switch (parameter.Kind)
        {
            case ParameterKind.Subject or ParameterKind.Subjects:
                var subjects = _subjects[parameter] = [];
                foreach (var name in parameter.Kind == ParameterKind.Subject ? [text] : _arguments.All(parameter))
                {
                    if (SubjectName.Resolve(Market, _evaluator.Symbols, name, out var id) is { } unknown)
                    {
                        return unknown;
                    }

                    subjects.Add(_evaluator.Subject(id));
                }

                return null;
            case ParameterKind.Window:
                var window = Measures.Window.Parse(text).Value!;
                MarketEvent? since = null;
                if (window.Event is { } id2 && FindEvent(id2, out since) is { } missing)
                {
                    return missing;
                }

                _windows[parameter] = (window, since);
                return null;
            case ParameterKind.Event:
                if (FindEvent(text, out var found) is { } none)
                {
                    return none;
                }

                _events[parameter] = found!;
                return null;
            case ParameterKind.Occasion:
                if (ExpressionReader.TryDay(text, out var day))
                {
                    _occasions[parameter] = (day, null);
                    return null;
                }

                if (FindEvent(text, out var named) is { } unnamed)
                {
                    return unnamed;
                }

                _occasions[parameter] = (named!.Date, named);
                return null;
            default:
                return null;
        }
    }

    private Problem? FindEvent(string id, out MarketEvent? found)
    {
        found = Market.Event(id);
        if (found is not null)
        {
            return null;
        }

        var nearest = NearestName.Of(id, Market.Rows.Events.Select(item => item.Id));
        return new Problem(ProblemKind.NoData, $"The package has no event '{id}': a row of the role `events` with this id would settle it.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
    }
}
