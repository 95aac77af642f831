namespace Touchstone.Studies;

/// <summary>The columns that a fit works in, used again for one event after another by one thread.</summary>
internal sealed class FitWorkspace
{
    private double[] _columns = [];
    private int[] _positions = [];

    /// <summary>Room for regressors and the observed column.</summary>
    public Span<double> Columns(int rows, int columns)
    {
        if (_columns.Length < rows * columns)
        {
            _columns = new double[rows * columns];
        }

        return _columns.AsSpan(0, rows * columns);
    }

    /// <summary>Room for the positions of estimation days that have everything.</summary>
    public Span<int> Positions(int rows)
    {
        if (_positions.Length < rows)
        {
            _positions = new int[rows];
        }

        return _positions.AsSpan(0, rows);
    }
}
