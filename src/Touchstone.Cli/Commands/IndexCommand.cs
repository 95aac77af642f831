using System.CommandLine;

namespace Touchstone.Cli.Commands;

/// <summary><c>touchstone index</c>: rulebooks, levels, reviews and what moved an index.</summary>
internal static class IndexCommand
{
    public static Command Create(Host host) => new("index", "Build an index from its rulebook, and explain it.")
    {
        IndexListCommand.Create(host),
        IndexShowCommand.Create(host),
        IndexValidateCommand.Create(host),
        IndexCalculateCommand.Create(host),
        IndexReviewCommand.Create(host),
        IndexExplainCommand.Create(host),
        IndexAuditCommand.Create(host),
    };
}
