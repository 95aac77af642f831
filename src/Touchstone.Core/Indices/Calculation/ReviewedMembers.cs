namespace Touchstone.Indices;

/// <summary>Calculates an index from the reviews of its rulebook.</summary>
internal static class ReviewedMembers
{
    /// <summary>x</summary>
    public static Answer<IndexCalculation> Calculate(CalculationRun run, IEnumerable<string> notes) => new Problem(ProblemKind.Undefined, "TODO");
}
