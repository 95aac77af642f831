using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>The members of an index on a day, with the list they come from in the working.</summary>
internal static class MembersOnDay
{
    /// <summary>The ids in their order, or the problem that names the role which would give them.</summary>
    public static Problem? On(this IndexMembers index, DateOnly day, WorkingBuilder? working, out InstrumentId[] members)
    {
        members = [];
        if (index.On(day) is not { } list)
        {
            return working is null ? WorkingBuilder.Unspoken : index.AbsenceOn(day);
        }

        members = [.. list.Members.Select(member => member.Instrument)];
        if (list.Month is { } month)
        {
            working?.Convention($"The members of {index.Index} are those of the list of {month}, the nearest to {day:yyyy-MM-dd}, which may lag a change by weeks.");
        }

        return null;
    }
}
