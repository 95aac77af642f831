namespace Touchstone.Indices;

/// <summary>Weights after one rule.</summary>
/// <param name="Weights">The weights; sum 1.</param>
/// <param name="Rounds">How often weight was spread.</param>
internal sealed record CapStep(double[] Weights, int Rounds)
{
    /// <summary>The step as an answer.</summary>
    public Answer<CapStep> AsAnswer() => Answer<CapStep>.Of(this, new Working { Formula = "capped weights" });
}
