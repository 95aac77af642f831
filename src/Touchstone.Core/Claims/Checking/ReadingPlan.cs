using Touchstone.Measures;

namespace Touchstone.Claims;

/// <summary>How strong a reading is.</summary>
internal enum ReadingRank
{
    /// <summary>What the words say, or one of several guesses of equal standing.</summary>
    First,

    /// <summary>An alternative that is admitted but must be named.</summary>
    Alternative,
}

/// <summary>One way to compute a claim at one moment.</summary>
/// <param name="Expression">The question with its day.</param>
/// <param name="Subject">The instrument, or null for events.</param>
/// <param name="Window">The window's text, or null.</param>
/// <param name="Rank">How strong the reading is.</param>
/// <param name="Note">What sets it apart; empty for a plain first reading.</param>
/// <param name="Low">The least value under which the claim holds, or null.</param>
/// <param name="High">The greatest value under which the claim holds, or null.</param>
internal sealed record ReadingPlan(Expression Expression, InstrumentId? Subject, string? Window, ReadingRank Rank, string Note, double? Low, double? High);
