using System.Collections.Immutable;
using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>A question to the catalogue of measures with places left open for what the text speaks of.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Arguments">Its arguments in order, <c>name=value</c> for named ones; a place is <see cref="Subject"/>, <see cref="Other"/>, <see cref="Window"/> or <see cref="Base"/>.</param>
internal sealed record MeasureQuestion(string Measure, ImmutableArray<string> Arguments)
{
    /// <summary>What the claim is about.</summary>
    public const string Subject = "{subject}";

    /// <summary>What it is compared with.</summary>
    public const string Other = "{other}";

    /// <summary>The time of the claim.</summary>
    public const string Window = "{window}";

    /// <summary>The time that it is compared with.</summary>
    public const string Base = "{base}";

    /// <summary>What is added to the printed number to have the measure's: 1 for a change in percent that is asked as a ratio.</summary>
    public double Offset { get; init; }

    /// <summary>What the printed number is multiplied by before that: 0.01 for a change in percent that is asked as a ratio.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether it needs a stretch of days, so that one session is no answer.</summary>
    public bool NeedsStretch { get; init; }

    /// <summary>Whether it has a place for a window.</summary>
    public bool IsOver => Arguments.Contains(Window);

    /// <summary>Whether it has a place for a second subject.</summary>
    public bool IsAgainst => Arguments.Contains(Other);

    /// <summary>A question of a measure.</summary>
    /// <param name="measure">The measure's name.</param>
    /// <param name="arguments">Its arguments, as in <see cref="Arguments"/>.</param>
    public static MeasureQuestion Of(string measure, params ReadOnlySpan<string> arguments) => new(measure, [.. arguments]);

    /// <summary>The expression with its places filled, without a day.</summary>
    public Expression Fill(string subject, string? other, string? window, string? basis)
    {
        var filled = ImmutableArray.CreateBuilder<Argument>(Arguments.Length);
        foreach (var argument in Arguments)
        {
            var at = argument.IndexOf('=', StringComparison.Ordinal);
            var value = at < 0 ? argument : argument[(at + 1)..];
            filled.Add(new Argument(at < 0 ? null : argument[..at], value switch { Subject => subject, Other => other!, Window => window!, Base => basis!, _ => value }));
        }

        return new Expression(Measure, filled.DrainToImmutable(), AsOf.Latest);
    }

    /// <summary>The values of the measure that fit those of the printed number.</summary>
    public (double? Low, double? High) Bounds((double? Low, double? High) printed) =>
        Scale < 0 ? (Offset + (Scale * printed.High), Offset + (Scale * printed.Low)) : (Offset + (Scale * printed.Low), Offset + (Scale * printed.High));

    /// <summary>The printed number that a value of the measure would have.</summary>
    public double Printed(double value) => (value - Offset) / Scale;
}
