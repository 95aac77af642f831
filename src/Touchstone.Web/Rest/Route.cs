using System.Collections.Immutable;

namespace Touchstone.Web.Rest;

/// <summary>How much work an answer takes, from which its limits follow.</summary>
internal enum Weight
{
    /// <summary>Milliseconds; answered as it comes.</summary>
    Light,

    /// <summary>Up to a second or so; a few at once.</summary>
    Heavy,

    /// <summary>Perhaps minutes; a few at once, and its progress can be watched.</summary>
    Long,
}

/// <summary>One address of the REST interface: what it takes, what it gives, and how it is described.</summary>
/// <param name="Path">The path below <c>/api/v1</c>.</param>
/// <param name="Name">The name of the operation.</param>
/// <param name="Tag">The chapter that it belongs to.</param>
/// <param name="Summary">What it answers, in a few words.</param>
/// <param name="Answer">Answers it.</param>
internal sealed record Route(string Path, string Name, string Tag, string Summary, Func<Call, Reply> Answer)
{
    /// <summary>More about it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The parameters.</summary>
    public ImmutableArray<Ask> Asks { get; init; } = [];

    /// <summary>How much work it is.</summary>
    public Weight Weight { get; init; }

    /// <summary>The schema of the answer.</summary>
    public required string Schema { get; init; }

    /// <summary>The document that describes the schema.</summary>
    public required string Document { get; init; }

    /// <summary>The problems that it may answer besides those of every address.</summary>
    public ImmutableArray<ProblemType> Problems { get; init; } = [];

    /// <summary>Whether it takes an article as its body.</summary>
    public bool TakesArticle { get; init; }
}

/// <summary>A question with what is needed to answer it.</summary>
/// <param name="Snapshot">The package.</param>
/// <param name="Asked">The parameters.</param>
/// <param name="Body">The body, or nothing.</param>
/// <param name="ContentType">What the body is, or null.</param>
/// <param name="Progress">Takes steps done, and of how many; ends the work by an exception when nobody waits for it any more.</param>
/// <param name="Cancellation">Cancelled when nobody waits any more.</param>
internal sealed record Call(Snapshots.PackageSnapshot Snapshot, Asked Asked, ReadOnlyMemory<byte> Body, string? ContentType, Action<int, int> Progress, CancellationToken Cancellation);

/// <summary>An answer: a document, or a problem.</summary>
internal sealed record Reply
{
    private Reply()
    {
    }

    /// <summary>Writes the document; null when there is a problem.</summary>
    public Action<TextWriter>? Write { get; private init; }

    /// <summary>The problem, or null.</summary>
    public RestProblem? Problem { get; private init; }

    /// <summary>A document.</summary>
    /// <param name="write">Writes it.</param>
    public static Reply Of(Action<TextWriter> write) => new() { Write = write };

    /// <summary>A problem.</summary>
    /// <param name="problem">The problem.</param>
    public static Reply Of(RestProblem problem) => new() { Problem = problem };

    /// <summary>A problem of the engines.</summary>
    /// <param name="problem">The problem.</param>
    public static Reply Of(Problem problem) => Of(RestProblem.Of(problem));

    /// <summary>The document of an answer, or its problem.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="write">Writes the document.</param>
    public static Reply Of<T>(Answer<T> answer, Action<TextWriter> write) => answer.HasValue ? Of(write) : Of(answer.Problem);
}
