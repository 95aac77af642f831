using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>Collects the working of an answer; a measure that is asked only for a value gets none.</summary>
internal sealed class WorkingBuilder
{
    private readonly List<Step> _steps = [];
    private readonly List<Input> _inputs = [];
    private readonly HashSet<Input> _known = [];
    private readonly List<string> _conventions = [];
    private string? _formula;
    private DateSpan? _window;
    private bool _standIn;
    private Problem? _problem;

    /// <summary>Stands for a reason when nobody will read it.</summary>
    public static Problem Unspoken { get; } = new(ProblemKind.Undefined, "No value.");

    /// <summary>A number as a step prints it.</summary>
    public static string Text(double value) => value.ToString("G15");

    /// <summary>The problem the measure ends with. Called as <c>working?.Problem(...)</c>, so that the message is built only when somebody reads it.</summary>
    public Problem Problem(ProblemKind kind, string message, string? source = null) => _problem = new(kind, message, source);

    public void Formula(string formula) => _formula = formula;

    public void Step(string name, string formula, double value, Unit unit) => _steps.Add(new Step(name, formula, value, unit));

    public void Input(Input input)
    {
        if (_known.Add(input))
        {
            _inputs.Add(input);
        }
    }

    /// <summary>Takes over the steps, inputs and conventions of an answer that this one is made from.</summary>
    public void Add(Working working)
    {
        _steps.AddRange(working.Steps);
        foreach (var input in working.Inputs)
        {
            Input(input);
        }

        foreach (var sentence in working.Conventions)
        {
            Convention(sentence);
        }
    }

    public void Convention(string sentence)
    {
        if (!_conventions.Contains(sentence))
        {
            _conventions.Add(sentence);
        }
    }

    public void StandIn(string sentence)
    {
        _standIn = true;
        Convention(sentence);
    }

    /// <summary>Sets the window shown; the first one set stays, for a measure names its subject first.</summary>
    public void Window(DateOnly from, DateOnly to) => _window ??= new DateSpan(from, to);

    public Working Build(string formula) => new()
    {
        Formula = _formula ?? formula,
        Steps = [.. _steps],
        Inputs = [.. _inputs],
        Conventions = [.. _conventions],
        Window = _window,
        StandIn = _standIn,
    };
}
