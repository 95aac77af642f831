namespace Touchstone.Studies;

/// <summary>What happens to an event that lacks days of its event window.</summary>
public enum MissingEventDays
{
    /// <summary>It counts with the days it has, each with its own forecast variance, and a remark lists it.</summary>
    UseAvailable,

    /// <summary>It is left out, and a problem lists it.</summary>
    LeaveOut,
}
