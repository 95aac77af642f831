using System.Collections.Immutable;

namespace Touchstone.Measures;

/// <summary>What an argument may be.</summary>
public enum ParameterKind
{
    /// <summary>An instrument, market or series: <c>HARB</c>, <c>XHBR:TIDE</c>.</summary>
    Subject,

    /// <summary>One or more subjects, to the end of the list.</summary>
    Subjects,

    /// <summary>A window: <c>1d</c>, <c>ytd</c>, <c>since:2025-01-31</c>.</summary>
    Window,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>The name of a field: <c>pe_trailing</c>.</summary>
    Field,

    /// <summary>A currency's code: <c>USD</c>.</summary>
    Currency,

    /// <summary>The short name of an event.</summary>
    Event,

    /// <summary>A year or a day: <c>2020</c>, <c>2020-03-23</c>.</summary>
    Start,

    /// <summary>The short name of an event, or a day: <c>product-launch</c>, <c>2025-01-27</c>.</summary>
    Occasion,

    /// <summary>Sessions counted from an event, both ends included: <c>-1..1</c>.</summary>
    EventDays,

    /// <summary>A whole number from 1 to 9999.</summary>
    Count,

    /// <summary>A number from -1,000,000 to 1,000,000, a percent sign allowed after it: <c>8</c>, <c>-2.5</c>, <c>-10%</c>.</summary>
    Number,
}

/// <summary>What a measure takes in one place of its argument list.</summary>
/// <param name="Name">The name, used as <c>name=value</c> and in messages.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Explanation">What it is for.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Default">What holds when it is not given, or null.</param>
public sealed record Parameter(string Name, ParameterKind Kind, string Explanation, bool Required = true, string? Default = null)
{
    /// <summary>The words allowed, for a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    internal static Parameter Subject { get; } = new("subject", ParameterKind.Subject, "What is measured: an id, ticker or unique name.");

    internal static Parameter Index { get; } = new("index", ParameterKind.Subject, "The index.");

    internal static Parameter Window { get; } = new("window", ParameterKind.Window, "The span, by the exchange of the subject.");

    internal static Parameter Field(string @default) => new("field", ParameterKind.Field, "The observed field.", Required: false, Default: @default);

    internal static Parameter Choice(string name, string explanation, params string[] choices) =>
        new(name, ParameterKind.Choice, explanation, Required: false, Default: choices[0]) { Choices = [.. choices] };

    internal Parameter Optional(string? @default = null) => this with { Required = false, Default = @default };
}
