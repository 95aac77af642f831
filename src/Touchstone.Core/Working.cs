using System.Collections.Immutable;

namespace Touchstone;

/// <summary>One observed number that went into an answer, and where it stands.</summary>
/// <param name="Instrument">The instrument or subject.</param>
/// <param name="Field">The column or field: <c>close</c>, <c>pe_trailing</c>, <c>shares</c>.</param>
/// <param name="Date">The exchange-local day of the number.</param>
/// <param name="Value">The number as stored.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">File and line: <c>prices-hk.csv:61234</c>.</param>
/// <param name="Sha256">The content hash of that file, in hexadecimal.</param>
public sealed record Input(InstrumentId Instrument, string Field, DateOnly Date, double Value, Unit Unit, string Source, string Sha256);

/// <summary>One line of arithmetic on the way to an answer.</summary>
/// <param name="Name">What the line gives: <c>move</c>.</param>
/// <param name="Formula">The line with numbers in it: <c>5526.22 / 5235.28 - 1</c>.</param>
/// <param name="Value">The result.</param>
/// <param name="Unit">Its unit.</param>
public sealed record Step(string Name, string Formula, double Value, Unit Unit);

/// <summary>How an answer was reached: enough for a reader to redo the sum.</summary>
public sealed record Working
{
    /// <summary>The formula in words: <c>close(to) / close(from) - 1</c>.</summary>
    public required string Formula { get; init; }

    /// <summary>The lines of arithmetic, in order.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>The observed numbers that went in, in order of use.</summary>
    public ImmutableArray<Input> Inputs { get; init; } = [];

    /// <summary>The choices made, as sentences: <c>No close on 2024-12-31; the close of 2024-12-30 stands in.</c></summary>
    public ImmutableArray<string> Conventions { get; init; } = [];

    /// <summary>The window as resolved: base day and as-of day, exchange-local; null where the measure has none.</summary>
    public DateSpan? Window { get; init; }

    /// <summary>True when a day that the question names has no data and a neighbour stood in (said in <see cref="Conventions"/>).</summary>
    public bool StandIn { get; init; }
}
