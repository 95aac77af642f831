using System.Collections.Immutable;

namespace Touchstone.Web.Rest;

/// <summary>What the value of a parameter is.</summary>
internal enum AskKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A day, year-month-day.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Some of a few words, separated by commas.</summary>
    Choices,

    /// <summary>True or false.</summary>
    Truth,
}

/// <summary>A parameter of an address: its name, what it means and what it may be. Reading, refusing and documenting it all follow from this.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it means, in a sentence.</param>
/// <param name="Kind">What its value is.</param>
internal sealed record Ask(string Name, string Description, AskKind Kind = AskKind.Text)
{
    /// <summary>The longest text.</summary>
    public const int LongestText = 4000;

    /// <summary>Whether it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>What is taken when it is not there, or null.</summary>
    public string? Usual { get; init; }

    /// <summary>A value to try with the sample.</summary>
    public string? Example { get; init; }

    /// <summary>The words that it may be.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The least number.</summary>
    public int Least { get; init; }

    /// <summary>The greatest number.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Whether it may be there several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether it stands in the path.</summary>
    public bool InPath { get; init; }
}
