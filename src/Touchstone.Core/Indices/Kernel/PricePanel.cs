using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Touchstone.Indices;

/// <summary>The closes of many stocks over the sessions of an exchange, laid out for calculation: blocks of 32 sessions, and in a block all stocks, each with its 32 closes side by side.</summary>
/// <remarks>
/// An index reads the closes of its members over one block from the caches nearest to the processor, where other indices have just read theirs. It is the one
/// copy of the prices that calculation makes; it does not grow with the number of indices.
/// </remarks>
public sealed class PricePanel
{
    /// <summary>Sessions in a block.</summary>
    public const int BlockDays = 32;

    private const int LineBytes = 64;

    private readonly double[][] _blocks;
    private readonly int[] _offsets;
    private readonly Dictionary<PanelLine, int> _rows;

    /// <summary>Makes a panel without any close.</summary>
    /// <param name="days">The sessions, strictly ascending.</param>
    /// <param name="lines">The lines in ordinal order of their ids; none twice.</param>
    internal PricePanel(ImmutableArray<DateOnly> days, ImmutableArray<PanelLine> lines)
    {
        (Days, Lines) = (days, lines);
        _rows = new Dictionary<PanelLine, int>(lines.Length);
        for (var row = 0; row < lines.Length; row++)
        {
            _rows.Add(lines[row], row);
        }

        // Pinned, so that the rows can begin where a cache line begins, and stay there.
        var blocks = (days.Length + BlockDays - 1) / BlockDays;
        (_blocks, _offsets) = (new double[blocks][], new int[blocks]);
        for (var block = 0; block < blocks; block++)
        {
            var closes = GC.AllocateUninitializedArray<double>((lines.Length * BlockDays) + (LineBytes / sizeof(double)), pinned: true);
            _blocks[block] = closes;
            _offsets[block] = (int)((LineBytes - (Marshal.UnsafeAddrOfPinnedArrayElement(closes, 0) % LineBytes)) % LineBytes / sizeof(double));
        }
    }

    /// <summary>Makes a panel of closes at hand.</summary>
    /// <param name="sessions">The closes and rates, days strictly ascending. Closes of a line in another currency are converted at the rate of their day.</param>
    /// <param name="lines">The lines, in any order; none twice.</param>
    public static PricePanel Of(IReadOnlyList<ClosingPrices> sessions, IEnumerable<PanelLine> lines)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(lines);
        var panel = new PricePanel([.. sessions.Select(session => session.Day)], [.. lines.OrderBy(line => line.Instrument).ThenBy(line => line.Currency, StringComparer.Ordinal)]);
        panel.ClearAfterLast();
        for (var row = 0; row < panel.Lines.Length; row++)
        {
            var (instrument, currency) = panel.Lines[row];
            for (var session = 0; session < sessions.Count; session++)
            {
                var rate = 1.0;
                panel.At(row, session) = sessions[session].TryGetPrice(instrument, out var close) && (currency is null || sessions[session].TryGetRate(currency, out rate)) ? close * rate : double.NaN;
            }
        }

        return panel;
    }

    /// <summary>The sessions, strictly ascending.</summary>
    public ImmutableArray<DateOnly> Days { get; }

    /// <summary>The lines of the rows, in ordinal order of their ids.</summary>
    public ImmutableArray<PanelLine> Lines { get; }

    /// <summary>How many blocks the sessions fill.</summary>
    internal int Blocks => _blocks.Length;

    /// <summary>The row of a line, or -1.</summary>
    /// <param name="line">The line.</param>
    public int RowOf(PanelLine line) => _rows.TryGetValue(line, out var row) ? row : -1;

    /// <summary>The close of a line in a session, when there is one.</summary>
    /// <param name="row">The row; 0 or more, below the number of <see cref="Lines"/>.</param>
    /// <param name="session">The session; 0 or more, below the number of <see cref="Days"/>.</param>
    /// <param name="close">The close, in the currency of the panel.</param>
    public bool TryGetClose(int row, int session, out double close)
    {
        close = At(row, session);
        return !double.IsNaN(close);
    }

    /// <summary>A block: <see cref="BlockDays"/> closes for each row, NaN where there is none.</summary>
    /// <param name="block">The block, from 0.</param>
    internal Span<double> Block(int block) => _blocks[block].AsSpan(_offsets[block], Lines.Length * BlockDays);

    /// <summary>A close, NaN where there is none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="session">The session.</param>
    internal ref double At(int row, int session) => ref Block(session / BlockDays)[(row * BlockDays) + (session % BlockDays)];

    /// <summary>Copies closes of successive sessions.</summary>
    /// <param name="row">The row.</param>
    /// <param name="session">The first session.</param>
    /// <param name="closes">The closes.</param>
    internal void Copy(int row, int session, ReadOnlySpan<double> closes)
    {
        while (!closes.IsEmpty)
        {
            var day = session % BlockDays;
            var part = closes[..Math.Min(closes.Length, BlockDays - day)];
            part.CopyTo(Block(session / BlockDays)[((row * BlockDays) + day)..]);
            session += part.Length;
            closes = closes[part.Length..];
        }
    }

    /// <summary>Sets what the last block holds after the last session, which is summed along with the rest and thrown away.</summary>
    internal void ClearAfterLast()
    {
        var used = Days.Length % BlockDays;
        for (var row = 0; used > 0 && row < Lines.Length; row++)
        {
            Block(Blocks - 1).Slice((row * BlockDays) + used, BlockDays - used).Clear();
        }
    }
}
