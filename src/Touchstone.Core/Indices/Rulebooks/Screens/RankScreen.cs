namespace Touchstone.Indices;

/// <summary>Only the best by a figure pass: the first so many, or all but the last part of those that passed so far.</summary>
/// <param name="Figure">The figure, and over how many months it is averaged.</param>
/// <param name="First">How many pass; null when a part is dropped.</param>
/// <param name="DropLowest">The part of the stocks that is dropped, lowest first (the number dropped is rounded down); null when a number passes.</param>
public sealed record RankScreen(RankField Figure, int? First = null, Percent? DropLowest = null) : Screen
{
    /// <inheritdoc/>
    public override string Words => First is { } first
        ? $"Among the {first} largest by {FigureWords.Of(Figure)}."
        : $"Not among the lowest {DropLowest?.Points:0.####}% by {FigureWords.Of(Figure)}.";
}
