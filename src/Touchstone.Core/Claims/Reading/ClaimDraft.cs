using System.Collections.Immutable;

namespace Touchstone.Claims;

/// <summary>What a claim says about its subject.</summary>
internal enum ClaimMetric
{
    /// <summary>A move in percent over a window.</summary>
    Return,

    /// <summary>A move in points or money over a window.</summary>
    Points,

    /// <summary>A level or price.</summary>
    Level,

    /// <summary>A change of market value.</summary>
    MarketValueChange,

    /// <summary>A market value.</summary>
    MarketValue,

    /// <summary>Price to earnings.</summary>
    PriceEarnings,

    /// <summary>Price to book.</summary>
    PriceBook,

    /// <summary>Dividend yield.</summary>
    DividendYield,

    /// <summary>The highest or lowest for so long.</summary>
    Extreme,

    /// <summary>The best or worst period since.</summary>
    BestPeriod,

    /// <summary>A run of periods with the same sign.</summary>
    Streak,

    /// <summary>A rise or fall from the last turn: bull market, correction.</summary>
    FromTurn,

    /// <summary>Better or worse than a benchmark.</summary>
    Excess,

    /// <summary>A move beyond what a model of the market explains.</summary>
    AbnormalReturn,

    /// <summary>First or last of a set.</summary>
    RankAmong,

    /// <summary>An event inside a window.</summary>
    EventIn,

    /// <summary>How long ago an event was.</summary>
    EventAge,

    /// <summary>Membership of an index.</summary>
    Member,

    /// <summary>The sign of a move.</summary>
    Sign,

    /// <summary>One period's mean over another's.</summary>
    RatioOfMeans,

    /// <summary>Cheaper or dearer than another.</summary>
    ValuationGap,

    /// <summary>Points that a member added to an index.</summary>
    Contribution,

    /// <summary>Percentage points that a member added to the return of an index.</summary>
    ContributionToReturn,

    /// <summary>The part of an index's move that came from a member.</summary>
    ContributionShare,

    /// <summary>The place of a member among those that moved an index.</summary>
    ContributionRank,

    /// <summary>What part of an index members are.</summary>
    Weight,

    /// <summary>What the questions of the draft ask of the catalogue.</summary>
    Asked,

    /// <summary>Nothing that a package can compute.</summary>
    None,
}

/// <summary>What a draft is about.</summary>
/// <param name="Text">The words.</param>
/// <param name="Candidates">Instruments of equal standing; empty when there are none.</param>
/// <param name="How">How the words led there.</param>
/// <param name="IsInferred">Whether the candidates are guesses to be tested.</param>
/// <param name="Missing">The reason's code when there are no candidates: <c>undefined-basket</c>, <c>unnamed-subject</c>, <c>no-data</c>.</param>
internal sealed record SubjectReading(string Text, ImmutableArray<InstrumentId> Candidates, string How, bool IsInferred, string? Missing = null)
{
    /// <summary>Other subjects that a reference such as "the index" may stand for.</summary>
    public ImmutableArray<InstrumentId> Others { get; init; } = [];

    /// <summary>Whether the sentence names no subject and that of the claim before was taken.</summary>
    public bool IsTakenFromBefore { get; init; }

    /// <summary>How many of the leading candidates the article itself names.</summary>
    public int NamedCandidates { get; init; }

    /// <summary>Whether the words describe a group of stocks, so that an index is a stand-in at best.</summary>
    public bool IsProxy { get; init; }
}

/// <summary>A claim as read from the text, before any data is looked at.</summary>
internal sealed record ClaimDraft
{
    /// <summary>The type's name.</summary>
    public required string Type { get; init; }

    /// <summary>What it says.</summary>
    public required ClaimMetric Metric { get; init; }

    /// <summary>The first token of its span.</summary>
    public required int First { get; init; }

    /// <summary>The token after its span.</summary>
    public required int End { get; init; }

    /// <summary>The sentence's place in the text.</summary>
    public required int Sentence { get; init; }

    /// <summary>What it is about.</summary>
    public required SubjectReading Subject { get; init; }

    /// <summary>The number, or null.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>What the words before the number allow.</summary>
    public HedgeKind Hedge { get; init; }

    /// <summary>The hedging words, or null.</summary>
    public string? HedgeText { get; init; }

    /// <summary>+1 up, -1 down, 0 not said.</summary>
    public int Sign { get; init; }

    /// <summary>The time, or null.</summary>
    public TimeMention? Time { get; init; }

    /// <summary>A second time of equal standing, when the first is inherited.</summary>
    public TimeMention? OtherTime { get; init; }

    /// <summary>How the time was found.</summary>
    public string TimeHow { get; init; } = "implied: none stated";

    /// <summary>Whether the time is inherited or implied rather than stated with the number.</summary>
    public bool IsTimeInferred { get; init; }

    /// <summary>The event that a limit counts from.</summary>
    public TimeMention? Following { get; init; }

    /// <summary>A benchmark, set or second line.</summary>
    public SubjectReading? Comparator { get; init; }

    /// <summary>Other members of the index in the comparator that one number counts with the subject.</summary>
    public ImmutableArray<SubjectReading> Together { get; init; } = [];

    /// <summary>How many of the largest members a weight counts; 0 when it names them.</summary>
    public int Top { get; init; }

    /// <summary>The places among the members that the words allow, both ends included; null when no place is said.</summary>
    public (int First, int Last)? Places { get; init; }

    /// <summary>The period of a superlative or streak.</summary>
    public TimeUnit Period { get; init; }

    /// <summary>What a superlative goes back to, or null for all time.</summary>
    public TimeMention? Since { get; init; }

    /// <summary>Whether a superlative speaks of all time.</summary>
    public bool IsRecord { get; init; }

    /// <summary>Whether a record is said to be one of the data at hand only.</summary>
    public bool IsOfData { get; init; }

    /// <summary>Whether a market is said to have become a bull or bear market, not only to be one.</summary>
    public bool IsEntry { get; init; }

    /// <summary>Whether a superlative speaks of the day's range, not the close.</summary>
    public bool IsIntraday { get; init; }

    /// <summary>The second number of a ratio: the period compared with.</summary>
    public TimeMention? BaseTime { get; init; }

    /// <summary>For <see cref="ClaimMetric.Asked"/> the questions that the number may answer, all of equal standing.</summary>
    public ImmutableArray<MeasureQuestion> Questions { get; init; } = [];

    /// <summary>The events it may mean.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>The reason's code and words when it cannot be computed, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the words look back from an earlier day than the as-of day: <c>had shed</c>, <c>at that point</c>.</summary>
    public bool LooksBack { get; init; }

    /// <summary>A forecast or plan.</summary>
    public bool IsFuture { get; init; }

    /// <summary>The multiple's kind: forward, trailing or null.</summary>
    public string? Kind { get; init; }

    /// <summary>Who says it, or null.</summary>
    public string? Attribution { get; init; }
}
