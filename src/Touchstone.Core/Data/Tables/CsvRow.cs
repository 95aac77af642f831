using System.Collections.Immutable;
using System.Text;

namespace Touchstone.Data;

/// <summary>
/// One row of a small table, read column by column. The first thing that is wrong with it is kept in <see cref="Fault"/>; a row with
/// a fault is reported and left out.
/// </summary>
internal sealed class CsvRow(CsvHeader header, string[] cells, RowSource source)
{
    /// <summary>Where the row stands.</summary>
    public RowSource Source => source;

    /// <summary>What is wrong with the row, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Notes what is wrong, unless something was wrong before.</summary>
    /// <param name="fault">A sentence.</param>
    public void Refuse(string fault) => Fault ??= fault;

    /// <summary>The text of a column, or null where it is empty or missing.</summary>
    /// <param name="column">The column.</param>
    public string? TextOrNull(string column) => header.IndexOf(column) is >= 0 and var index && cells[index].Length > 0 ? cells[index] : null;

    /// <summary>The text of a column that must have one.</summary>
    /// <param name="column">The column.</param>
    public string Text(string column)
    {
        if (TextOrNull(column) is { } text)
        {
            return text;
        }

        Refuse($"{column} is empty.");
        return "";
    }

    /// <summary>The instrument id of a column.</summary>
    /// <param name="column">The column.</param>
    public InstrumentId Id(string column)
    {
        var text = Text(column);
        if (InstrumentId.IsValid(text))
        {
            return new InstrumentId(text);
        }

        Refuse($"{column} '{text}' is not an instrument id; expected letters and digits such as XHKG:700 or HSI.");
        return default;
    }

    /// <summary>The instrument id of a column, or null where it is empty.</summary>
    /// <param name="column">The column.</param>
    public InstrumentId? IdOrNull(string column) => TextOrNull(column) is null ? null : Id(column);

    /// <summary>The date of a column that must have one.</summary>
    /// <param name="column">The column.</param>
    public DateOnly Date(string column) => DateOrNull(column) ?? Missing<DateOnly>(column, DateText.Complaint(column, ""));

    /// <summary>The date of a column, or null where it is empty.</summary>
    /// <param name="column">The column.</param>
    public DateOnly? DateOrNull(string column)
    {
        if (TextOrNull(column) is not { } text)
        {
            return null;
        }

        if (DateText.TryRead(Encoding.UTF8.GetBytes(text), out var day))
        {
            return DateOnly.FromDayNumber(day);
        }

        Refuse(DateText.Complaint(column, text));
        return null;
    }

    /// <summary>The number of a column that must have one.</summary>
    /// <param name="column">The column.</param>
    public double Number(string column) => NumberOrNull(column) ?? Missing<double>(column, $"{column} is empty; a number was expected.");

    /// <summary>The number of a column, or null where it is empty.</summary>
    /// <param name="column">The column.</param>
    public double? NumberOrNull(string column)
    {
        if (TextOrNull(column) is not { } text)
        {
            return null;
        }

        if (NumberText.TryRead(Encoding.UTF8.GetBytes(text), out var value))
        {
            return value;
        }

        Refuse(NumberText.Complaint(column, text));
        return null;
    }

    /// <summary>The number of a column that must be above zero.</summary>
    /// <param name="column">The column.</param>
    public double PositiveNumber(string column)
    {
        var value = Number(column);
        if (value <= 0)
        {
            Refuse($"{column} is {value:R} and must be above zero.");
        }

        return value;
    }

    /// <summary>The local time of a column: <c>09:30</c>.</summary>
    /// <param name="column">The column.</param>
    public TimeOnly Clock(string column)
    {
        var text = Text(column);
        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "H:mm"], out var time))
        {
            return time;
        }

        Refuse($"{column} '{text}' is not a time of day; write it as 09:30.");
        return default;
    }

    /// <summary>The parts of a column between bars, without empty ones and repeats.</summary>
    /// <param name="column">The column.</param>
    public ImmutableArray<string> List(string column) =>
        [.. (TextOrNull(column) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    private T Missing<T>(string column, string message)
        where T : struct
    {
        if (TextOrNull(column) is null)
        {
            Refuse(message);
        }

        return default;
    }
}
