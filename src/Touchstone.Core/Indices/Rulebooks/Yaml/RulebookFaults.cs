using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Gathers what is wrong with a file.</summary>
/// <param name="file">The file's name, as it is to stand in messages.</param>
internal sealed class RulebookFaults(string file)
{
    private const int Most = 1000;

    private readonly List<(int Line, Problem Problem)> _faults = [];

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a fault.</summary>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="message">What was met and what was expected, as a sentence.</param>
    public void Add(int line, string message)
    {
        Count++;
        if (_faults.Count < Most)
        {
            _faults.Add((line, new Problem(ProblemKind.Invalid, message, $"{file}:{line}")));
        }
    }

    /// <summary>All faults by line; beyond the first 1,000 their number alone.</summary>
    public ImmutableArray<Problem> InOrder()
    {
        var ordered = _faults.OrderBy(fault => fault.Line).Select(fault => fault.Problem);
        return Count == _faults.Count
            ? [.. ordered]
            : [.. ordered, new Problem(ProblemKind.Invalid, $"There are {Count - _faults.Count} more faults; mend these first.", file)];
    }
}
