namespace Touchstone.Data;

/// <summary>Collects the problems of one file in line order, and counts those beyond the limit instead of listing them.</summary>
internal sealed class RowProblems
{
    /// <summary>How many problems of one file are listed; the rest is counted.</summary>
    public const int Limit = 1000;

    private readonly List<Problem> _problems = [];
    private int _unlisted;

    /// <summary>The problems, in order, with a closing count where some were left out.</summary>
    /// <param name="file">The file's name.</param>
    public IEnumerable<Problem> All(string file) =>
        _unlisted == 0 ? _problems : _problems.Append(new Problem(ProblemKind.BadRow, $"{_unlisted} more rows have problems; the first {Limit} are listed.", file));

    /// <summary>Adds a problem of a row.</summary>
    /// <param name="kind">What sort.</param>
    /// <param name="source">Where.</param>
    /// <param name="message">What was met, and what was expected.</param>
    public void Add(ProblemKind kind, RowSource source, string message)
    {
        if (_problems.Count < Limit)
        {
            _problems.Add(new Problem(kind, message, source.ToString()));
        }
        else
        {
            _unlisted++;
        }
    }
}
