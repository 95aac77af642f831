using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>
/// A multiple at any close: the last published one, moved with the price since its day, as the figure below it has not changed since. Where only the figure for one share
/// is published, the close over it.
/// </summary>
internal sealed class CurrentMultiple
{
    /// <summary>The most days between a figure and the close that goes with it.</summary>
    private const int CloseDays = 7;

    private readonly Line _close;
    private readonly Line _figure;
    private readonly bool _isPerShare;
    private readonly int _limit;

    private CurrentMultiple(ValuedOn on, Line close, Line figure, bool isPerShare) =>
        (On, _close, _figure, _isPerShare, _limit) = (on, close, figure, isPerShare, Observation.StaleAfter(figure));

    public ValuedOn On { get; }

    /// <summary>The series of a subject, or the problem that names the one that would settle it.</summary>
    public static Problem? Find(Subject subject, ValuedOn on, Line close, out CurrentMultiple found)
    {
        found = null!;
        var missing = Observation.Find(subject, on.Multiple, out var figure);
        var isPerShare = missing is not null && on.PerShare.Length > 0 && Observation.Find(subject, on.PerShare, out figure) is null;
        if (missing is not null && !isPerShare)
        {
            return on.PerShare.Length == 0 ? missing : new Problem(
                missing.Kind, $"The package has no observations '{on.Multiple}' of {subject.Id}: rows of the role `observations` (subject {subject.Id}, field {on.Multiple}, or {on.PerShare} for one share) would settle it.");
        }

        found = new CurrentMultiple(on, close, figure, isPerShare);
        return null;
    }

    /// <summary>The multiple at a row of the close; above zero, or else a problem.</summary>
    public Problem? At(int row, WorkingBuilder? working, out double multiple)
    {
        if (Signed(row, working, out multiple) is { } problem)
        {
            return problem;
        }

        return multiple > 0 ? null : working?.Problem(
            ProblemKind.Undefined, $"The {_figure.Field} of {_figure.Subject.Id} for {_close.DateAt(row):yyyy-MM-dd} is not above zero: there are no {On.Name} to split by.") ?? WorkingBuilder.Unspoken;
    }

    /// <summary>The multiple at a row of the close, below zero where the figure under it is a loss.</summary>
    public Problem? Signed(int row, WorkingBuilder? working, out double multiple)
    {
        multiple = 0;
        var day = _close.DateAt(row);
        if (Observation.Row(_figure, AsOf.On(day), _limit, working, out var own) is { } problem)
        {
            return problem;
        }

        var then = _close.IndexOnOrBefore(_figure.DateAt(own));
        if (then < 0 || _figure.Days[own] - _close.Days[then] > CloseDays)
        {
            return working?.Problem(ProblemKind.NoData, $"There is no close of {_close.Subject.Id} on or within {CloseDays} days before {_figure.DateAt(own):yyyy-MM-dd}, the day of its {_figure.Field}.") ?? WorkingBuilder.Unspoken;
        }

        var figure = _figure.Stored(own);
        if (figure == 0)
        {
            return working?.Problem(ProblemKind.Undefined, $"The {_figure.Field} of {_figure.Subject.Id} on {_figure.DateAt(own):yyyy-MM-dd} is zero.") ?? WorkingBuilder.Unspoken;
        }

        var published = _isPerShare ? _close.Stored(then) / figure : figure;
        multiple = published * (_close.Values[row] / _close.Values[then]);
        if (working is not null && (_isPerShare || then != row))
        {
            working.Input(_close.InputAt(then));
            working.Convention(_isPerShare
                ? $"{On.Multiple} of {_close.Subject.Id} is the close over {_figure.Field}."
                : $"The {_figure.Field} of {_figure.DateAt(own):yyyy-MM-dd} is moved with the price to {day:yyyy-MM-dd}: {On.Name} stay as last published.");
        }

        working?.Step($"{On.Multiple} of {_close.Subject.Id} on {day:yyyy-MM-dd}", $"{WorkingBuilder.Text(published)}{(then == row ? "" : $" * {WorkingBuilder.Text(_close.Values[row] / _close.Values[then])}")}", multiple, Unit.Multiple);
        return null;
    }
}
