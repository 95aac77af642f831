namespace Touchstone.Measures;

/// <summary>The multiple by which a return is split: the one asked for, or earnings and, where they are not above zero at both ends, what stands in.</summary>
internal sealed class ReratingMultiples
{
    private readonly List<CurrentMultiple> _candidates = [];
    private readonly Problem? _missing;
    private readonly bool _isStated;

    /// <summary>Finds the series of a subject.</summary>
    public ReratingMultiples(Subject subject, Line close, string? stated)
    {
        _isStated = stated is not null;
        foreach (var on in stated is null ? ValuedOn.InOrder : [ValuedOn.Of(stated)])
        {
            if (CurrentMultiple.Find(subject, on, close, out var found) is { } problem)
            {
                _missing ??= problem;
            }
            else
            {
                _candidates.Add(found);
            }
        }
    }

    /// <summary>The multiple at one row of the close over that at another.</summary>
    public Problem? Ratio(int from, int to, WorkingBuilder? working, out double ratio)
    {
        ratio = 1;
        Problem? first = _missing;
        var isFirst = true;
        foreach (var candidate in _candidates)
        {
            if ((candidate.At(from, null, out var before) ?? candidate.At(to, null, out _)) is null)
            {
                candidate.At(from, working, out before);
                candidate.At(to, working, out var after);
                ratio = after / before;
                working?.Step("multiple", $"{WorkingBuilder.Text(after)} / {WorkingBuilder.Text(before)}", ratio, Unit.Number);
                if (candidate.On != ValuedOn.Earnings && !_isStated)
                {
                    working?.Convention($"The split is by {candidate.On.Name} ({candidate.On.Multiple}), as there are no earnings above zero at both ends{(first is null ? "" : $": {first.Message}")}");
                }

                return null;
            }

            if (working is not null && isFirst)
            {
                var scratch = new WorkingBuilder();
                first = (candidate.At(from, scratch, out _) ?? candidate.At(to, scratch, out _)) ?? first;
            }

            isFirst = false;
        }

        return working is null ? WorkingBuilder.Unspoken : working.Problem(first!.Kind, first.Message, first.Source);
    }
}
