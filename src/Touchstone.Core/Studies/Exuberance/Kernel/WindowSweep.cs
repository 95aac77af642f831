using System.Runtime.Intrinsics;

namespace Touchstone.Studies;

/// <summary>
/// The statistics of all windows of one series, boiled down to two sequences over ends: the window from the first point, and the greatest
/// over starts. One thread at a time; used again for every replicate.
/// </summary>
internal sealed class WindowSweep
{
    private readonly WindowTables _tables;
    private readonly int _lanes;

    /// <summary>Room for series of one length.</summary>
    /// <param name="points">Data points.</param>
    /// <param name="lag">Lagged changes.</param>
    /// <param name="minimumRows">Fewest regression rows.</param>
    /// <param name="lanes">8, 4, 2 or 1 starts at once; 0 for as many as this machine's registers hold. No number depends on it.</param>
    public WindowSweep(int points, int lag, int minimumRows, int lanes = 0)
    {
        (Lag, MinimumRows, FirstEnd) = (lag, minimumRows, lag + minimumRows);
        _lanes = lanes > 0 ? lanes : Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;
        _tables = new WindowTables(points);
        FromFirst = new double[points - FirstEnd];
        Greatest = new double[points - FirstEnd];
        Start = new int[points - FirstEnd];
    }

    /// <summary>Lagged changes.</summary>
    public int Lag { get; }

    /// <summary>Fewest regression rows.</summary>
    public int MinimumRows { get; }

    /// <summary>The first end that a window can have, from 0: a window of n rows holds n + lag + 1 points.</summary>
    public int FirstEnd { get; }

    /// <summary>ADF of the window from the first point to each end from <see cref="FirstEnd"/> on; minus infinity where there is none.</summary>
    public double[] FromFirst { get; }

    /// <summary>Greatest ADF over starts, for each end from <see cref="FirstEnd"/> on; minus infinity where there is none.</summary>
    public double[] Greatest { get; }

    /// <summary>The start of the window that gave <see cref="Greatest"/>, the earliest of equals.</summary>
    public int[] Start { get; }

    /// <summary>ADF of the whole series; minus infinity when there is none.</summary>
    public double Whole => FromFirst[^1];

    /// <summary>Greatest of <see cref="FromFirst"/>.</summary>
    public double Sup => Max(FromFirst);

    /// <summary>Greatest of all windows.</summary>
    public double GeneralSup => Max(Greatest);

    /// <summary>Runs over all windows of a series.</summary>
    /// <param name="series">As many finite numbers as there is room for.</param>
    public void Run(ReadOnlySpan<double> series)
    {
        _tables.Take(series);
        Block<OneLane>(0);
        for (var i = 0; i < FromFirst.Length; i++)
        {
            FromFirst[i] = Root(_tables.Best[FirstEnd + i]);
        }

        _tables.Forget();
        switch (_lanes)
        {
            case 8: All<EightLanes>(); break;
            case 4: All<FourLanes>(); break;
            case 2: All<TwoLanes>(); break;
            default: All<OneLane>(); break;
        }
    }

    private void All<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>
    {
        for (var start = 0; start < _tables.Points - FirstEnd; start += TLanes.Width)
        {
            Block<TLanes>(start);
        }

        for (var i = 0; i < Greatest.Length; i++)
        {
            var first = (FirstEnd + i) * TLanes.Width;
            var at = first;
            for (var lane = first + 1; lane < first + TLanes.Width; lane++)
            {
                if (_tables.Best[lane] > _tables.Best[at] || (_tables.Best[lane] == _tables.Best[at] && _tables.BestStart[lane] < _tables.BestStart[at]))
                {
                    at = lane;
                }
            }

            Greatest[i] = Root(_tables.Best[at]);
            Start[i] = (int)_tables.BestStart[at];
        }
    }

    private void Block<TLanes>(int start)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        switch (Lag)
        {
            case 0: PlainKernel.Run<TLanes>(_tables, start, MinimumRows); break;
            case 1: OneLagKernel.Run<TLanes>(_tables, start, MinimumRows); break;
            default: LaggedKernel.Run<TLanes>(_tables, start, MinimumRows, Lag); break;
        }
    }

    /// <summary>t from t|t|.</summary>
    private static double Root(double signedSquare) =>
        double.IsNegativeInfinity(signedSquare) ? signedSquare : Math.CopySign(Math.Sqrt(Math.Abs(signedSquare)), signedSquare);

    private static double Max(double[] values)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in values)
        {
            greatest = value > greatest ? value : greatest;
        }

        return greatest;
    }
}
