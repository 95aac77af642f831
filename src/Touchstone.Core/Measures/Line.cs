using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>Finds the row of a line that a day means, or says why there is none.</summary>
internal delegate Problem? RowFinder(AsOf asOf, WorkingBuilder? working, out int row);

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
    private (double[] Values, string Unit)? _written;
    private (Line First, Line Second, (int First, int Second)[] Rows)? _parts;
    private readonly Lazy<int> _usualSpacing;
    private int[]? _previousAtOrAbove;
    private int[]? _previousAtOrBelow;

    private Line(Subject subject, string field, Unit unit, int[] days, int[] rows, double[] stored, double[]? splits, bool isAsTraded, Func<int, RowSource> source)
    {
        IsAsTraded = isAsTraded;
        _usualSpacing = new Lazy<int>(MedianSpacing);
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

    /// <summary>Whether the numbers are prices as they were traded.</summary>
    public bool IsAsTraded { get; }

    /// <summary>The spans for which the figures are not published.</summary>
    public ImmutableArray<DisclosureBreak> Breaks { get; private init; } = [];

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
        var isAsTraded = isPrice && history.Basis.Close == CloseBasis.AsTraded;
        var splits = isAsTraded ? LaterSplits(subject, days) : null;
        var unit = field switch
        {
            PriceField.Volume => Unit.Count,
            PriceField.Turnover => subject.Money,
            _ => subject.PriceUnit,
        };
        return new Line(subject, field.ToString().ToLowerInvariant(), unit, [.. days], [.. rows], [.. stored], splits, isAsTraded, history.SourceAt);
    }

    /// <summary>The observations of a field, scaled to whole units.</summary>
    public static Line? Of(Subject subject, ObservationSeries series, ImmutableArray<DisclosureBreak> breaks)
    {
        if (series.Count == 0)
        {
            return null;
        }

        var (unit, scale) = ObservedUnit.Of(series.Unit);
        var written = series.Values.ToArray();
        double[] stored = scale == 1 ? written : [.. written.Select(value => value * scale)];
        return new Line(subject, series.Field, unit, series.DayNumbers.ToArray(), [.. Enumerable.Range(0, series.Count)], stored, null, false, series.SourceAt)
        {
            _written = scale == 1 ? null : (written, series.Unit),
            Breaks = breaks,
        };
    }

    /// <summary>A number for each day that two columns share, or null when they share none.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="first">The first column; subject and unit are taken from it.</param>
    /// <param name="second">The second column.</param>
    /// <param name="unit">The unit of the numbers.</param>
    /// <param name="combine">What becomes of two numbers in the terms of their day.</param>
    public static Line? Of(string field, Line first, Line second, Unit unit, Func<double, double, double> combine)
    {
        var (days, rows, values) = (new List<int>(), new List<(int First, int Second)>(), new List<double>());
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            if (first._days[i] == second._days[j])
            {
                days.Add(first._days[i]);
                rows.Add((i, j));
                values.Add(combine(first._stored[i], second._stored[j]));
            }

            var step = first._days[i].CompareTo(second._days[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }

        return days.Count == 0 ? null : new Line(first.Subject, field, unit, [.. days], [.. Enumerable.Range(0, days.Count)], [.. values], null, false, row => first._source(first._rows[rows[row].First]))
        {
            Breaks = [.. first.Subject.Breaks(field), .. first.Breaks, .. second.Breaks],
            _parts = (first, second, [.. rows]),
        };
    }

    /// <summary>The median number of days between two rows that follow each other; 0 with a single row.</summary>
    public int UsualSpacing => _usualSpacing.Value;

    /// <summary>For each row the last earlier row with a number at or above its own, or -1.</summary>
    public int[] PreviousAtOrAbove => _previousAtOrAbove ??= Superlative.Previous(Values, 1);

    /// <summary>For each row the last earlier row with a number at or below its own, or -1.</summary>
    public int[] PreviousAtOrBelow => _previousAtOrBelow ??= Superlative.Previous(Values, -1);

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

    /// <summary>The row as an input: the number as the file has it, with the file's unit in the field where that is a scaled one.</summary>
    public Input InputAt(int index)
    {
        var source = _source(_rows[index]);
        var (field, value, unit) = _written is { } written ? ($"{Field} ({written.Unit})", written.Values[index], Unit.Number) : (Field, _stored[index], Unit);
        return new Input(Subject.Id, field, DateAt(index), value, unit, source.ToString(), source.File?.Sha256 ?? "");
    }

    /// <summary>The rows of the package that a number comes from: one, or those of both columns that it is made of.</summary>
    public IEnumerable<Input> InputsAt(int index) => _parts is { } parts
        ? parts.First.InputsAt(parts.Rows[index].First).Concat(parts.Second.InputsAt(parts.Rows[index].Second))
        : [InputAt(index)];

    private int MedianSpacing()
    {
        if (Count < 2)
        {
            return 0;
        }

        var spacings = _days.Skip(1).Zip(_days, (later, earlier) => later - earlier).Order().ToArray();
        return spacings[(spacings.Length - 1) / 2];
    }

    private static double[]? LaterSplits(Subject subject, List<int> days)
    {
        var splits = subject.Splits;
        if (splits.Count == 0)
        {
            return null;
        }

        return [.. days.Select(day => ShareRatio.Between(splits, DateOnly.FromDayNumber(day), DateOnly.MaxValue))];
    }
}
