using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>A run of characters of the article's text.</summary>
/// <param name="Start">Characters from the start of the text, from 0.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Text">The characters themselves.</param>
public sealed record TextSpan(int Start, int Length, string Text)
{
    /// <summary>The first character after the span.</summary>
    public int End => Start + Length;
}

/// <summary>How a claim fared.</summary>
public enum Verdict
{
    /// <summary>Computed rounds to the printed value, or lies inside what its hedge allows.</summary>
    Confirmed,

    /// <summary>Off by at most one unit of the last digit, truncated, or a hedge on the wrong side; market values within 1.5 percent.</summary>
    Near,

    /// <summary>Fails as first read and holds under a listed alternative, which is named.</summary>
    OtherReading,

    /// <summary>Fails under every admitted reading.</summary>
    Contradicted,

    /// <summary>Contradicts another number of the same text, or arithmetic.</summary>
    Inconsistent,

    /// <summary>Cannot be checked, but its size makes no sense for the words around it.</summary>
    Implausible,

    /// <summary>About the future, or a period not yet over.</summary>
    Pending,

    /// <summary>Not checked, for a stated reason.</summary>
    Unchecked,
}

/// <summary>The day an article speaks of on one exchange.</summary>
/// <param name="Exchange">The market identifier code.</param>
/// <param name="Date">The exchange-local session.</param>
/// <param name="How"><c>given</c>, <c>published</c> or <c>inferred</c>, with the evidence in words.</param>
public sealed record AsOfDay(string Exchange, DateOnly Date, string How);

/// <summary>What a claim is about.</summary>
/// <param name="Text">The words in the article, or what stands in for them.</param>
/// <param name="Id">The instrument or event, or null when it could not be told.</param>
/// <param name="How"><c>named</c>, <c>inherited</c>, <c>issuer</c>, <c>inferred</c>, ... with the reason in words.</param>
public sealed record ClaimSubject(string Text, string? Id, string How);

/// <summary>The time a claim is about.</summary>
/// <param name="Text">The words in the article, or empty when inherited or implied.</param>
/// <param name="From">The base session (nominal, also when its close is missing), or null.</param>
/// <param name="To">The last session, or null.</param>
/// <param name="How"><c>stated</c>, <c>inherited</c>, <c>implied</c>, ... with the reason in words.</param>
public sealed record ClaimWindow(string Text, DateOnly? From, DateOnly? To, string How);

/// <summary>What the article says.</summary>
/// <param name="Text">The words of the number with its hedge.</param>
/// <param name="Value">The number in <paramref name="Unit"/>, signed by direction; null for claims without a number.</param>
/// <param name="Unit"><c>percent</c>, <c>points</c>, <c>USD</c>, <c>x</c>, <c>rank</c>, ...; null without a number.</param>
/// <param name="Low">The least value that confirms it, or null for none.</param>
/// <param name="High">The greatest value that confirms it, or null for none.</param>
/// <param name="Hedge">The hedging words, or null.</param>
public sealed record StatedValue(string Text, double? Value, string? Unit, double? Low, double? High, string? Hedge);

/// <summary>A computed number.</summary>
/// <param name="Value">The number in its unit: percent as 5.6, money in whole units; finite.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ComputedValue(double Value, string Unit);

/// <summary>One reading that was tried.</summary>
/// <param name="Expression">The expression with its as-of day.</param>
/// <param name="Value">What it gave, in its unit as in <see cref="ComputedValue"/>; null when it has no answer.</param>
/// <param name="Unit">The unit of the value, or null.</param>
/// <param name="Holds">Whether the claim holds under it; null when it has no answer.</param>
/// <param name="Note">What sets this reading apart, or why it has no answer.</param>
public sealed record Reading(string Expression, double? Value, string? Unit, bool? Holds, string Note);

/// <summary>A claim of the article with its verdict and working.</summary>
public sealed record CheckedClaim
{
    /// <summary>A short name in reading order: <c>c1</c>, <c>c2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The words of the claim.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The type: <c>price_return</c>, <c>level</c>, <c>superlative_rank</c>, <c>relative</c>, <c>valuation_multiple</c>, <c>market_cap_change</c>, ...</summary>
    public required string Type { get; init; }

    /// <summary>What it is about.</summary>
    public required ClaimSubject Subject { get; init; }

    /// <summary>The expression that decides it, or null.</summary>
    public string? Expression { get; init; }

    /// <summary>The time it is about, or null.</summary>
    public ClaimWindow? Window { get; init; }

    /// <summary>What the article says.</summary>
    public required StatedValue Stated { get; init; }

    /// <summary>Who is quoted as saying it, or null.</summary>
    public string? Attribution { get; init; }

    /// <summary>How it fared.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>For unchecked claims the reason's code (<c>no-data</c>, <c>undefined-basket</c>, ...) and a colon before the sentence; otherwise the sentence alone.</summary>
    public required string Reason { get; init; }

    /// <summary>What the data say, or null.</summary>
    public ComputedValue? Computed { get; init; }

    /// <summary>The readings tried, first reading first.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>How the computed value was reached, or null.</summary>
    public Working? Working { get; init; }
}

/// <summary>How much of the article was read. <c>Numbers = Claims + Masked + Unread</c>.</summary>
/// <param name="Numbers">Numbers seen, in digits or words.</param>
/// <param name="Claims">Numbers read as part of a claim, its window included.</param>
/// <param name="Masked">Numbers inside names, dates and figures of speech.</param>
/// <param name="Unread">Numbers not understood.</param>
public sealed record Coverage(int Numbers, int Claims, int Masked, int Unread);

/// <summary>The outcome of checking one article against one package.</summary>
public sealed record CheckReport
{
    /// <summary>The article.</summary>
    public required Article Article { get; init; }

    /// <summary>The publication day, given or inferred; null when it could not be told.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>How the publication day is known.</summary>
    public required string PublishedHow { get; init; }

    /// <summary>The as-of day of each exchange that the claims touch, by code.</summary>
    public ImmutableArray<AsOfDay> AsOf { get; init; } = [];

    /// <summary>How much was read.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>The claims in reading order.</summary>
    public ImmutableArray<CheckedClaim> Claims { get; init; } = [];

    /// <summary>The numbers not understood.</summary>
    public ImmutableArray<TextSpan> Unread { get; init; } = [];

    /// <summary>The package's name.</summary>
    public required string DataName { get; init; }

    /// <summary>The package's content hash.</summary>
    public required string DataSha256 { get; init; }
}
