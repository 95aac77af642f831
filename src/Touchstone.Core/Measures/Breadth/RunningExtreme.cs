using System.Numerics;
using System.Runtime.InteropServices;

namespace Touchstone.Measures;

/// <summary>The highest or lowest close of each stock over the sessions before one, asked session by session from the first.</summary>
internal sealed class RunningExtreme
{
    private readonly StockTable _table;
    private readonly int _length;
    private readonly bool _isHigh;
    private readonly double[] _toBlockEnd;
    private readonly double[] _fromBlockStart;
    private readonly double[] _before;

    /// <summary>Makes one for a number of sessions before.</summary>
    public RunningExtreme(StockTable table, int length, bool isHigh)
    {
        (_table, _length, _isHigh) = (table, length, isHigh);
        _toBlockEnd = new double[Math.Min(length, table.Sessions) * table.Stocks];
        (_fromBlockStart, _before) = (new double[table.Stocks], new double[table.Stocks]);
    }

    /// <summary>The extremes before a session; only sessions with as many before them have any. Sessions are asked in order, each once.</summary>
    public ReadOnlySpan<double> Before(int session)
    {
        var (stocks, place) = (_table.Stocks, session % _length);
        if (place == 0)
        {
            StartBlock(session);
        }

        if (session >= _length)
        {
            _toBlockEnd.AsSpan(place * stocks, stocks).CopyTo(_before);
            Keep(_before, _fromBlockStart);
        }

        Keep(_fromBlockStart, _table.Closes.AsSpan(session * stocks, stocks));
        return _before;
    }

    /// <summary>Works out, for the block that is over, the extremes from each of its sessions to its end.</summary>
    private void StartBlock(int session)
    {
        Array.Fill(_fromBlockStart, _isHigh ? double.NegativeInfinity : double.PositiveInfinity);
        if (session < _length)
        {
            return;
        }

        var stocks = _table.Stocks;
        _table.Closes.AsSpan((session - _length) * stocks, _length * stocks).CopyTo(_toBlockEnd);
        for (var place = _length - 2; place >= 0; place--)
        {
            Keep(_toBlockEnd.AsSpan(place * stocks, stocks), _toBlockEnd.AsSpan((place + 1) * stocks, stocks));
        }
    }

    private void Keep(Span<double> own, ReadOnlySpan<double> other)
    {
        var x = MemoryMarshal.Cast<double, Vector<double>>(own);
        var y = MemoryMarshal.Cast<double, Vector<double>>(other);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = _isHigh ? Vector.Max(x[i], y[i]) : Vector.Min(x[i], y[i]);
        }

        for (var i = x.Length * Vector<double>.Count; i < own.Length; i++)
        {
            own[i] = _isHigh ? Math.Max(own[i], other[i]) : Math.Min(own[i], other[i]);
        }
    }
}
