namespace Touchstone.Data;

/// <summary>The rows of one key in a table.</summary>
/// <param name="Key">The key's parts, joined by <see cref="ColumnLayout.Joint"/>.</param>
/// <param name="Start">The first row.</param>
/// <param name="Count">How many rows; at least one.</param>
internal readonly record struct ColumnRun(string Key, int Start, int Count);

/// <summary>
/// The daily rows of one file as columns, grouped by key in order of first appearance, days strictly ascending inside a key.
/// This is what the column cache stores.
/// </summary>
internal sealed class ColumnTable
{
    /// <summary>Rows by key.</summary>
    public required ColumnRun[] Runs { get; init; }

    /// <summary>The day number of each row.</summary>
    public required int[] Days { get; init; }

    /// <summary>The file line of each row.</summary>
    public required int[] Lines { get; init; }

    /// <summary>One column for each number of the layout, NaN where missing; empty where the file has no such column.</summary>
    public required double[][] Numbers { get; init; }

    /// <summary>The problems of the file's rows, in line order.</summary>
    public required Problem[] Problems { get; init; }
}
