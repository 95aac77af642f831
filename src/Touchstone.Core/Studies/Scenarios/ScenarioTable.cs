using System.Collections.Immutable;

namespace Touchstone.Studies;

/// <summary>A number for every pair of two inputs. Immutable.</summary>
/// <param name="Rows">The first input, in the order given.</param>
/// <param name="Columns">The second input, in the order given.</param>
/// <param name="Cells">The answers, row by row: cell (i, j) stands at i * columns + j. A pair without a number keeps its problem.</param>
public sealed record ScenarioTable(ImmutableArray<double> Rows, ImmutableArray<double> Columns, ImmutableArray<Answer<double>> Cells)
{
    /// <summary>The answer of a pair.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    public Answer<double> this[int row, int column] => Cells[(row * Columns.Length) + column];

    /// <summary>Works out every pair.</summary>
    /// <param name="rows">The first input.</param>
    /// <param name="columns">The second input.</param>
    /// <param name="scenario">The answer for a pair.</param>
    public static ScenarioTable Of(IEnumerable<double> rows, IEnumerable<double> columns, Func<double, double, Answer<double>> scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ImmutableArray<double> down = [.. rows], across = [.. columns];
        return new ScenarioTable(down, across, [.. down.SelectMany(row => across.Select(column => scenario(row, column)))]);
    }
}
