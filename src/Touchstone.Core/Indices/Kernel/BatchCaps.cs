using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Caps the weights of one review after the other in the same memory: what <see cref="Caps"/> does, for rules on single names and on the largest.</summary>
/// <param name="most">The largest number of names.</param>
internal sealed class BatchCaps(int most)
{
    private readonly double[] _before = new double[most];
    private readonly double[] _weights = new double[most];
    private readonly double[] _rest = new double[most];
    private readonly double[] _limits = new double[most];
    private readonly double[] _spread = new double[most];
    private readonly bool[] _isFixed = new bool[most];
    private readonly int[] _ranked = new int[most];
    private int _count;

    /// <summary>Whether the last caps bound any name.</summary>
    public bool Bind { get; private set; }

    /// <summary>Whether a rule is one of those.</summary>
    /// <param name="rule">The rule.</param>
    public static bool Knows(CapRule rule) => rule is SingleCap or TopCap;

    /// <summary>Caps market values.</summary>
    /// <param name="values">The values, in ordinal order of the names; finite, above zero.</param>
    /// <param name="rules">The rules, in order.</param>
    /// <param name="factors">Takes the cap factors: above 0, at most 1.</param>
    /// <returns>Whether the caps can hold.</returns>
    public bool TryApply(ReadOnlySpan<double> values, ImmutableArray<CapRule> rules, Span<double> factors)
    {
        Bind = false;
        if (rules.IsEmpty)
        {
            factors.Fill(1);
            return true;
        }

        _count = values.Length;
        var total = default(CompensatedSum);
        foreach (var value in values)
        {
            total.Add(value);
        }

        Division.Of(values, total.Value, _before.AsSpan(0, _count));
        _before.AsSpan(0, _count).CopyTo(_weights);
        for (var pass = 0; !Hold(rules); pass++)
        {
            if (pass == _count)
            {
                return false;
            }

            foreach (var rule in rules)
            {
                Bind = true;
                if (!Holds(rule) && !(rule is SingleCap single ? TryApply(single) : TryApply((TopCap)rule)))
                {
                    return false;
                }
            }
        }

        if (!Bind)
        {
            factors.Fill(1);
            return true;
        }

        var largest = 0.0;
        for (var i = 0; i < _count; i++)
        {
            factors[i] = _weights[i] / _before[i];
            largest = factors[i] > largest ? factors[i] : largest;
        }

        Division.Of(factors, largest, factors);
        return true;
    }

    private bool Hold(ImmutableArray<CapRule> rules)
    {
        foreach (var rule in rules)
        {
            if (!Holds(rule))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(CapRule rule)
    {
        if (rule is SingleCap single)
        {
            var limit = single.At.Fraction * (single.Trigger.Fraction / single.At.Fraction) * (1 + CapRule.Slack);
            var largest = 0.0;
            for (var i = 0; i < _count; i++)
            {
                largest = _weights[i] > largest ? _weights[i] : largest;
            }

            return largest <= limit;
        }

        var top = (TopCap)rule;
        Rank(top.Count);
        return TopSum(top.Count) <= top.Sum.Fraction * (1 + CapRule.Slack);
    }

    private bool TryApply(SingleCap rule)
    {
        var limits = _limits.AsSpan(0, _count);
        limits.Fill(rule.At.Fraction);
        if (rule.At.Fraction * _count < 1 - CapRule.Slack)
        {
            return false;
        }

        Spread.Within(_weights.AsSpan(0, _count), limits, 1, CapRule.Slack, _spread.AsSpan(0, _count), _isFixed.AsSpan(0, _count));
        _spread.AsSpan(0, _count).CopyTo(_weights);
        return true;
    }

    private bool TryApply(TopCap rule)
    {
        Rank(_count);
        var top = Math.Min(rule.Count, _count);
        var factor = rule.Target.Fraction / TopSum(top);
        var most = Math.Min(_weights[_ranked[top - 1]] * factor, rule.Others?.Fraction ?? 1);
        var others = _count - top;
        if (others * most < 1 - rule.Target.Fraction - CapRule.Slack)
        {
            return false;
        }

        for (var k = 0; k < others; k++)
        {
            _rest[k] = _weights[_ranked[top + k]];
        }

        _limits.AsSpan(0, others).Fill(most);
        Spread.Within(_rest.AsSpan(0, others), _limits.AsSpan(0, others), 1 - rule.Target.Fraction, CapRule.Slack, _spread.AsSpan(0, others), _isFixed.AsSpan(0, others));
        for (var k = 0; k < top; k++)
        {
            _weights[_ranked[k]] *= factor;
        }

        for (var k = 0; k < others; k++)
        {
            _weights[_ranked[top + k]] = _spread[k];
        }

        return true;
    }

    private double TopSum(int count)
    {
        var sum = 0.0;
        for (var k = 0; k < Math.Min(count, _count); k++)
        {
            sum += _weights[_ranked[k]];
        }

        return sum;
    }

    /// <summary>Puts the largest first, equal ones in the order of the names.</summary>
    private void Rank(int first)
    {
        var count = Math.Min(first, _count);
        if (count > 16)
        {
            for (var i = 0; i < _count; i++)
            {
                (_ranked[i], _rest[i]) = (i, -_weights[i]);
            }

            Array.Sort(_rest, _ranked, 0, _count);
            SortEqual();
            return;
        }

        // A short list of the largest so far.
        var held = 0;
        for (var i = 0; i < _count; i++)
        {
            if (held == count && _weights[i] <= _weights[_ranked[held - 1]])
            {
                continue;
            }

            var place = held < count ? held++ : held - 1;
            for (; place > 0 && _weights[_ranked[place - 1]] < _weights[i]; place--)
            {
                _ranked[place] = _ranked[place - 1];
            }

            _ranked[place] = i;
        }
    }

    private void SortEqual()
    {
        for (var (start, end) = (0, 1); end <= _count; end++)
        {
            if (end == _count || _rest[end] != _rest[start])
            {
                Array.Sort(_ranked, start, end - start);
                start = end;
            }
        }
    }
}
