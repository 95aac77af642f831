using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>An entry of the catalogue: a question that can be put to a market.</summary>
public sealed record Measure
{
    internal Measure(Func<Call, Bound> bind) => Bind = bind;

    /// <summary>The kebab-case name, the same in an expression, on the command line and in a URL.</summary>
    public required string Name { get; init; }

    /// <summary>The question it answers, in one sentence.</summary>
    public required string Question { get; init; }

    /// <summary>The family: <c>price</c>, <c>valuation</c>, <c>flows</c>, <c>events</c>, <c>index</c>, <c>listings</c>, <c>macro</c>, <c>scenarios</c>.</summary>
    public required string Family { get; init; }

    /// <summary>The arguments in positional order.</summary>
    public required ImmutableArray<Parameter> Arguments { get; init; }

    /// <summary>The unit of the answer, in words.</summary>
    public required string Unit { get; init; }

    /// <summary>The roles of the package that it reads.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>The formula.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The words that articles use for it.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>An expression to copy.</summary>
    public required string Example { get; init; }

    /// <summary>Prepares the measure for given arguments.</summary>
    internal Func<Call, Bound> Bind { get; init; }

    /// <summary>Name and arguments, the optional ones in square brackets: <c>return(subject, window[, basis=price])</c>.</summary>
    public string Form
    {
        get
        {
            var required = Arguments.Where(argument => argument.Required).Select(argument => argument.Kind == ParameterKind.Subjects ? argument.Name + "..." : argument.Name);
            var optional = Arguments.Where(argument => !argument.Required).Select(argument => $"[, {argument.Name}={argument.Default ?? "..."}]");
            return $"{Name}({string.Join(", ", required)}{string.Concat(optional)})";
        }
    }
}
