namespace Touchstone.Data;

/// <summary>Dated figures of one field of one subject, days strictly ascending.</summary>
public sealed class ObservationSeries
{
    private readonly ReadOnlyMemory<int> _days;
    private readonly ReadOnlyMemory<int> _lines;
    private readonly ReadOnlyMemory<double> _values;

    /// <summary>Makes a series over columns that are already checked: days ascending, values finite.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="field">The field.</param>
    /// <param name="unit">The unit as the file writes it.</param>
    /// <param name="file">The file.</param>
    /// <param name="days">Day numbers, strictly ascending.</param>
    /// <param name="lines">The file line of each day.</param>
    /// <param name="values">The figures.</param>
    internal ObservationSeries(InstrumentId subject, string field, string unit, SourceFile file, ReadOnlyMemory<int> days, ReadOnlyMemory<int> lines, ReadOnlyMemory<double> values) =>
        (Subject, Field, Unit, File, _days, _lines, _values) = (subject, field, unit, file, days, lines, values);

    /// <summary>The subject: an instrument, market or series.</summary>
    public InstrumentId Subject { get; }

    /// <summary>The field: <c>pe_trailing</c>, <c>average_daily_turnover</c>.</summary>
    public string Field { get; }

    /// <summary>The unit as the file writes it: <c>ratio</c>, <c>percent</c>, <c>HKD bn</c>.</summary>
    public string Unit { get; }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>How many figures.</summary>
    public int Count => _days.Length;

    /// <summary>The day numbers, strictly ascending.</summary>
    public ReadOnlySpan<int> DayNumbers => _days.Span;

    /// <summary>The figures, one for each day; all finite.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>The day of a figure.</summary>
    /// <param name="index">The row, from 0.</param>
    public DateOnly DateAt(int index) => DateOnly.FromDayNumber(_days.Span[index]);

    /// <summary>Where a figure stands.</summary>
    /// <param name="index">The row, from 0.</param>
    public RowSource SourceAt(int index) => new(File, _lines.Span[index]);

    /// <summary>The last row on or before a day, or -1.</summary>
    /// <param name="day">The day, included.</param>
    public int IndexOnOrBefore(DateOnly day)
    {
        var found = _days.Span.BinarySearch(day.DayNumber);
        return found >= 0 ? found : ~found - 1;
    }
}
