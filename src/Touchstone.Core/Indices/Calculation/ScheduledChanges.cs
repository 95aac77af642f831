namespace Touchstone.Indices;

/// <summary>Who joins and leaves an index other than by a corporate action. This one: nobody.</summary>
internal class ScheduledChanges
{
    /// <summary>Makes the changes that come into force on a day, before its corporate actions.</summary>
    /// <param name="walk">The calculation, at the last closes before the day.</param>
    /// <param name="day">The day; every calendar day is asked for, in order.</param>
    /// <returns>Null, or what is wrong.</returns>
    public virtual Problem? Make(PlanWalk walk, DateOnly day) => null;

    /// <summary>Fills the place of a member that a corporate action took out.</summary>
    /// <param name="walk">The calculation, without the member.</param>
    /// <param name="day">The day.</param>
    /// <param name="left">What was held of it.</param>
    /// <param name="value">What that was worth at the last closes, in the currency of the index.</param>
    /// <returns>Null, or what is wrong.</returns>
    public virtual Problem? Fill(PlanWalk walk, DateOnly day, Holding left, double value) => null;
}
