using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>A question to a market: a measure, its arguments and the day it is asked for.</summary>
/// <param name="Measure">The catalogue name: <c>return</c>.</param>
/// <param name="Arguments">The arguments in the order written.</param>
/// <param name="AsOf">The day or days; <see cref="AsOf.Latest"/> for the last session with data.</param>
public sealed record Expression(string Measure, ImmutableArray<Argument> Arguments, AsOf AsOf)
{
    /// <summary>Makes an expression with positional arguments, for the last session with data.</summary>
    /// <param name="measure">The catalogue name.</param>
    /// <param name="arguments">The positional arguments.</param>
    public static Expression Of(string measure, params string[] arguments) =>
        new(measure, [.. arguments.Select(argument => new Argument(null, argument))], AsOf.Latest);

    /// <summary>Reads an expression: <c>return(HARB, ytd) @ 2025-02-28 XNYS=2025-02-27</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The expression in canonical form, or an error that points at a character. Whether the market knows the subjects is not asked here.</returns>
    public static ParsedExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ExpressionReader(text).Read();
    }

    /// <summary>The same question for another day.</summary>
    /// <param name="asOf">The day or days.</param>
    public Expression At(AsOf asOf) => this with { AsOf = asOf };

    /// <summary>The canonical text: <c>return(HARB, ytd) @ 2025-02-28</c>.</summary>
    public override string ToString()
    {
        var question = $"{Measure}({string.Join(", ", Arguments)})";
        var day = AsOf.ToString();
        return day.Length == 0 ? question : $"{question} @ {day}";
    }

    /// <inheritdoc/>
    public bool Equals(Expression? other) =>
        other is not null && Measure == other.Measure && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan()) && AsOf.Equals(other.AsOf);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Measure);
        foreach (var argument in Arguments)
        {
            hash.Add(argument);
        }

        hash.Add(AsOf);
        return hash.ToHashCode();
    }
}
