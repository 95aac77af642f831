namespace Touchstone.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done; for a check, no claim is contradicted or inconsistent.</summary>
    public const int Done = 0;

    /// <summary>Touchstone itself failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line is not understood.</summary>
    public const int Usage = 2;

    /// <summary>An article, package or folder cannot be used, or the output cannot be written.</summary>
    public const int BadInput = 3;

    /// <summary>A claim is contradicted or inconsistent.</summary>
    public const int ClaimFails = 4;

    /// <summary>The question is sound, but the data cannot settle it.</summary>
    public const int NotEnoughData = 5;

    /// <summary>The code for a question that ended in a problem.</summary>
    /// <param name="kind">The kind of problem.</param>
    public static int Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid or ProblemKind.Ambiguous => Usage,
        ProblemKind.BadRow or ProblemKind.Structure => BadInput,
        _ => NotEnoughData,
    };
}
