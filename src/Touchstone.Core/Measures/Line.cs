using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>
/// One column of one subject as measures read it: only days with a number, each with its row, and the values made
/// comparable across splits where the column is as traded.
/// </summary>
internal sealed class Line
{
    private readonly int[] _days;
    private readonly int[] _rows;
    private readonly double[] _stored;
    private readonly double[]? _splits;
    private readonly Func<int, RowSource> _source;

    private Line(Subject subject, string field, Unit unit, int[] days, int[] rows, double[] stored, double[]? splits, Func<int, RowSource> source)
    {
        (Subject, Field, Unit, _days, _rows, _stored, _splits, _source) = (subject, field, unit, days, rows, stored, splits, source);
        if (splits is null)
        {
            Values = stored;
            return;
        }

        Values = new double[stored.Length];
        for (var i = 0; i < stored.Length; i++)
        {
            Values[i] = stored[i] / splits[i];
        }
    }

    public Subject Subject { get; }

    public string Field { get; }

    public Unit Unit { get; }

    public int Count => _days.Length;

    /// <summary>The numbers in the terms of the last day: as traded ones divided by the splits that came after.</summary>
    public double[] Values { get; }

    public int[] Days => _days;

    public DateOnly First => DateAt(0);

    public DateOnly Last => DateAt(Count - 1);

    /// <summary>The column of a history, or null when it has no number in it.</summary>
    public static Line? Of(Subject subject, PriceHistory history, PriceField field)
    {
        if (!history.Has(field))
        {
            return null;
        }

        var count = history.Count;
        var days = new List<int>(count);
        var rows = new List<int>(count);
        var stored = new List<double>(count);
        for (var row = 0; row < count; row++)
        {
            if (history.TryGet(field, row, out var value))
            {
                days.Add(history.DayNumbers[row]);
                rows.Add(row);
                stored.Add(value);
            }
        }

        if (days.Count == 0)
        {
            return null;
        }

        var isPrice = field is PriceField.Open or PriceField.High or PriceField.Low or PriceField.Close;
        var splits = isPrice && history.Basis.Close == CloseBasis.AsTraded ? LaterSplits(subject, days) : null;
        var unit = field switch
        {
            PriceField.Volume => Unit.Count,
            PriceField.Turnover => subject.Money,
            _ => subject.PriceUnit,
        };
        return new Line(subject, field.ToString().ToLowerInvariant(), unit, [.. days], [.. rows], [.. stored], splits, history.SourceAt);
    }

    /// <summary>The observations of a field.</summary>
    public static Line? Of(Subject subject, ObservationSeries series) => series.Count == 0 ? null : new Line(
        subject, series.Field, ObservedUnit.Of(series.Unit).Unit, series.DayNumbers.ToArray(), [.. Enumerable.Range(0, series.Count)], Scaled(series), null, series.SourceAt);

    /// <summary>The last row on or before a day, or -1.</summary>
    public int IndexOnOrBefore(DateOnly day)
    {
        var found = Array.BinarySearch(_days, day.DayNumber);
        return found >= 0 ? found : ~found - 1;
    }

    public DateOnly DateAt(int index) => DateOnly.FromDayNumber(_days[index]);

    /// <summary>The number in the terms of its own day.</summary>
    public double Stored(int index) => _stored[index];

    /// <summary>New shares per old between two rows: 1 without a split.</summary>
    public double SplitBetween(int from, int to) => _splits is null ? 1 : _splits[from] / _splits[to];

    /// <summary>A value comparable across splits, in the terms of the day of a row.</summary>
    public double InTermsOf(int index, double value) => _splits is null ? value : value * _splits[index];

    public Input InputAt(int index)
    {
        var source = _source(_rows[index]);
        return new Input(Subject.Id, Field, DateAt(index), _stored[index], Unit, source.ToString(), source.File?.Sha256 ?? "");
    }

    private static double[]? LaterSplits(Subject subject, List<int> days)
    {
        var splits = subject.Splits;
        if (splits.Count == 0)
        {
            return null;
        }

        return [.. days.Select(day => splits.Where(split => split.ExDate.DayNumber > day).Aggregate(1.0, (product, split) => product * split.Ratio!.Value))];
    }

    private static double[] Scaled(ObservationSeries series)
    {
        var scale = ObservedUnit.Of(series.Unit).Scale;
        return [.. series.Values.ToArray().Select(value => value * scale)];
    }
}
