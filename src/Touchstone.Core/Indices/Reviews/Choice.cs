namespace Touchstone.Indices;

/// <summary>What is decided about a unit of the ranking.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsTaken">Whether it is taken.</param>
/// <param name="IsBuffered">Whether it stays only because of a buffer, or of the limit on turnover.</param>
/// <param name="Reason">Why, as the rest of a sentence that begins with the rank.</param>
internal sealed record Choice(RankedUnit Unit, bool IsTaken, bool IsBuffered, string Reason)
{
    /// <summary>The decision about one of its lines.</summary>
    /// <param name="line">The line.</param>
    public ReviewDecision About(Candidate line) => (line.IsMember, IsTaken) switch
    {
        (true, true) => IsBuffered ? ReviewDecision.KeptByBuffer : ReviewDecision.Stays,
        (true, false) => ReviewDecision.Leaves,
        (false, true) => ReviewDecision.Joins,
        (false, false) => ReviewDecision.NotTaken,
    };
}
