using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>A folder cannot be used as a package; every fault is listed.</summary>
public sealed class InvalidPackageException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">All faults found; at least one.</param>
    public InvalidPackageException(ImmutableArray<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All faults found.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
