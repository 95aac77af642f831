namespace Touchstone.Studies;

/// <summary>What is wrong with one event.</summary>
/// <param name="Event">The event.</param>
/// <param name="Problem">The reason.</param>
/// <param name="LeftOut">True when the event is not in the results; false when it is, and this is a remark.</param>
public sealed record EventProblem(EventKey Event, Problem Problem, bool LeftOut)
{
    /// <summary>The event and the reason.</summary>
    public override string ToString() => $"{Event}: {Problem}";
}
