using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Takes members from a ranking: newcomers and members that are certain, then the count restored, then the limit on turnover.</summary>
internal sealed class Choices
{
    private readonly ImmutableArray<RankedUnit> _units;
    private readonly Selection _selection;
    private readonly Func<RankedUnit, bool> _mayStayBelowCount;
    private readonly bool[] _taken;
    private readonly string[] _reasons;
    private readonly int _count;
    private int _members;
    private int _newcomers;

    private Choices(ImmutableArray<RankedUnit> units, Selection selection, int count, Func<RankedUnit, bool> mayStayBelowCount)
    {
        (_units, _selection, _count, _mayStayBelowCount) = (units, selection, count, mayStayBelowCount);
        _taken = new bool[units.Length];
        _reasons = new string[units.Length];
    }

    /// <summary>Chooses.</summary>
    /// <param name="units">The ranking, best first.</param>
    /// <param name="selection">The rule; not that of a committee.</param>
    /// <param name="mayStayBelowCount">Whether a member ranked below the count, within the buffer, may stay.</param>
    /// <returns>One choice for each unit, in order.</returns>
    public static ImmutableArray<Choice> Of(ImmutableArray<RankedUnit> units, Selection selection, Func<RankedUnit, bool> mayStayBelowCount)
    {
        if (selection.Method == SelectionMethod.All || selection.Count is not { } count)
        {
            return [.. units.Select(unit => new Choice(unit, true, false, "all that pass are taken"))];
        }

        var choices = new Choices(units, selection, count, mayStayBelowCount);
        choices.TakeCertain();
        choices.RestoreCount();
        choices.LimitTurnover();
        return [.. units.Select((unit, i) => new Choice(unit, choices._taken[i], unit.IsMember && unit.Rank > count, choices._reasons[i]))];
    }

    private void TakeCertain()
    {
        var (enter, stay) = (_selection.EnterWithin ?? 0, _selection.StayWithin ?? _count);
        for (var i = 0; i < _units.Length; i++)
        {
            var unit = _units[i];
            var (taken, reason) = unit switch
            {
                { IsMember: true } when unit.Rank > stay => (false, $"a member below rank {stay} leaves"),
                { IsMember: true } when unit.Rank > _count && !_mayStayBelowCount(unit) => (false, $"a member below rank {_count} stays once, and it was below at the reconstitution before"),
                { IsMember: true } => (true, $"a member within rank {stay} stays"),
                _ when unit.Rank <= enter => (true, $"a newcomer within rank {enter} joins"),
                _ when enter > 0 && unit.Rank <= _count => (false, $"a newcomer within rank {enter} joins for certain; no place is left for others"),
                _ => (false, "no place is left"),
            };
            Set(i, taken, reason);
        }
    }

    private void RestoreCount()
    {
        for (var i = _units.Length - 1; i >= 0 && Taken > _count; i--)
        {
            if (_taken[i] && _units[i].IsMember)
            {
                Set(i, false, $"the lowest-ranked members leave until {_count} are left");
            }
        }

        for (var i = 0; i < _units.Length && Taken < _count; i++)
        {
            if (!_taken[i] && !_units[i].IsMember)
            {
                Set(i, true, "the best newcomers take the places that are left");
            }
        }
    }

    // Members that fail a screen cannot stay; what they leave open is filled beyond the limit.
    private void LimitTurnover()
    {
        if (_selection.TurnoverLimit is not { } limit)
        {
            return;
        }

        var most = Math.Max((int)Math.Floor((decimal)limit.Fraction * _count), _count - _units.Count(unit => unit.IsMember));
        var reason = $"at most {most} of {_count} are replaced at a review";
        for (var i = _units.Length - 1; i >= 0 && _newcomers > most; i--)
        {
            if (_taken[i] && !_units[i].IsMember)
            {
                Set(i, false, reason);
            }
        }

        for (var i = 0; i < _units.Length && Taken < _count; i++)
        {
            if (!_taken[i] && _units[i].IsMember)
            {
                Set(i, true, reason);
            }
        }
    }

    private int Taken => _members + _newcomers;

    private void Set(int i, bool taken, string reason)
    {
        var change = (taken ? 1 : 0) - (_taken[i] ? 1 : 0);
        (_members, _newcomers) = _units[i].IsMember ? (_members + change, _newcomers) : (_members, _newcomers + change);
        (_taken[i], _reasons[i]) = (taken, reason);
    }
}
