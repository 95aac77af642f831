namespace Touchstone.Data;

/// <summary>A column of daily bars.</summary>
public enum PriceField
{
    /// <summary>The first price.</summary>
    Open,

    /// <summary>The highest price.</summary>
    High,

    /// <summary>The lowest price.</summary>
    Low,

    /// <summary>The closing price or level, in the basis that <see cref="PriceBasis.Close"/> names.</summary>
    Close,

    /// <summary>The adjusted close, in the basis that <see cref="PriceBasis.Adjusted"/> names.</summary>
    Adjusted,

    /// <summary>Shares traded.</summary>
    Volume,

    /// <summary>Money traded.</summary>
    Turnover,
}

/// <summary>How a close has been treated for corporate actions.</summary>
public enum CloseBasis
{
    /// <summary>The package does not say.</summary>
    Unstated,

    /// <summary>The price as it was traded on the day.</summary>
    AsTraded,

    /// <summary>Earlier prices divided by later splits; dividends untouched.</summary>
    SplitAdjusted,

    /// <summary>An official index level that needs no adjustment.</summary>
    IndexLevel,

    /// <summary>Adjusted for splits and dividends: ratios are total returns.</summary>
    TotalReturn,
}

/// <summary>What the columns of a price resource are.</summary>
/// <param name="Close">The treatment of <c>close</c>, <c>open</c>, <c>high</c> and <c>low</c>.</param>
/// <param name="CloseText">The package's own words for it.</param>
/// <param name="Adjusted">The treatment of <c>adjusted</c>.</param>
/// <param name="AdjustedText">The package's own words for it.</param>
public sealed record PriceBasis(CloseBasis Close, string CloseText, CloseBasis Adjusted, string AdjustedText);

/// <summary>The daily bars of one instrument from one resource, days strictly ascending.</summary>
public sealed class PriceHistory
{
    private static readonly int FieldCount = Enum.GetValues<PriceField>().Length;

    private readonly ReadOnlyMemory<int> _days;
    private readonly ReadOnlyMemory<int> _lines;
    private readonly ReadOnlyMemory<double>[] _columns;

    /// <summary>Makes a history over columns that are already checked: days ascending, columns as long as the days or empty, NaN where missing.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="role">The resource's role: <c>prices</c>, <c>prices-as-traded</c>.</param>
    /// <param name="basis">What the columns are.</param>
    /// <param name="file">The file.</param>
    /// <param name="days">Day numbers (<see cref="DateOnly.DayNumber"/>), strictly ascending.</param>
    /// <param name="lines">The file line of each day.</param>
    /// <param name="columns">One column for each <see cref="PriceField"/> in order; empty where the resource has none.</param>
    internal PriceHistory(InstrumentId instrument, string role, PriceBasis basis, SourceFile file, ReadOnlyMemory<int> days, ReadOnlyMemory<int> lines, ReadOnlyMemory<double>[] columns)
    {
        if (columns.Length != FieldCount)
        {
            throw new ArgumentException($"There must be {FieldCount} columns, one for each field.", nameof(columns));
        }

        foreach (var column in columns)
        {
            if (column.Length != 0 && column.Length != days.Length)
            {
                throw new ArgumentException("Every column must be empty or as long as the days.", nameof(columns));
            }
        }

        (Instrument, Role, Basis, File, _days, _lines, _columns) = (instrument, role, basis, file, days, lines, columns);
    }

    /// <summary>The instrument.</summary>
    public InstrumentId Instrument { get; }

    /// <summary>The resource's role: <c>prices</c>, <c>prices-as-traded</c>.</summary>
    public string Role { get; }

    /// <summary>What the columns are.</summary>
    public PriceBasis Basis { get; }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>How many days.</summary>
    public int Count => _days.Length;

    /// <summary>The day numbers (<see cref="DateOnly.DayNumber"/>), strictly ascending.</summary>
    public ReadOnlySpan<int> DayNumbers => _days.Span;

    /// <summary>The first day.</summary>
    public DateOnly First => DateAt(0);

    /// <summary>The last day.</summary>
    public DateOnly Last => DateAt(Count - 1);

    /// <summary>The day of a row.</summary>
    /// <param name="index">The row, from 0.</param>
    public DateOnly DateAt(int index) => DateOnly.FromDayNumber(_days.Span[index]);

    /// <summary>Where a row stands.</summary>
    /// <param name="index">The row, from 0.</param>
    public RowSource SourceAt(int index) => new(File, _lines.Span[index]);

    /// <summary>Whether the resource has the column at all.</summary>
    /// <param name="field">The column.</param>
    public bool Has(PriceField field) => !_columns[(int)field].IsEmpty;

    /// <summary>The number of a row, when it is there.</summary>
    /// <param name="field">The column.</param>
    /// <param name="index">The row, from 0.</param>
    /// <param name="value">The number; finite when the answer is true.</param>
    public bool TryGet(PriceField field, int index, out double value)
    {
        var column = _columns[(int)field].Span;
        value = column.IsEmpty ? double.NaN : column[index];
        return !double.IsNaN(value);
    }

    /// <summary>The raw column with NaN where a number is missing; empty when the resource has none.</summary>
    /// <param name="field">The column.</param>
    internal ReadOnlySpan<double> Raw(PriceField field) => _columns[(int)field].Span;

    /// <summary>The row of a day, or -1.</summary>
    /// <param name="day">The day.</param>
    public int IndexOn(DateOnly day) => _days.Span.BinarySearch(day.DayNumber) is >= 0 and var found ? found : -1;

    /// <summary>The last row on or before a day, or -1.</summary>
    /// <param name="day">The day, included.</param>
    public int IndexOnOrBefore(DateOnly day)
    {
        var found = _days.Span.BinarySearch(day.DayNumber);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The last row on or before a day that has the column's number, or -1.</summary>
    /// <param name="field">The column.</param>
    /// <param name="day">The day, included.</param>
    public int IndexWithValue(PriceField field, DateOnly day)
    {
        var column = _columns[(int)field].Span;
        if (column.IsEmpty)
        {
            return -1;
        }

        var index = IndexOnOrBefore(day);
        while (index >= 0 && double.IsNaN(column[index]))
        {
            index--;
        }

        return index;
    }
}
