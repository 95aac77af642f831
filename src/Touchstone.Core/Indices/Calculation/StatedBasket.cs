using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A line of a stated basket.</summary>
/// <param name="Instrument">The stock.</param>
/// <param name="Amount">Its weight in percent, or its units; above zero.</param>
/// <param name="Source">The row.</param>
public sealed record StatedHolding(InstrumentId Instrument, double Amount, RowSource Source);

/// <summary>What somebody says an index or a fund held at a close: weights or units, from a file of their own.</summary>
/// <param name="Day">The day of the close.</param>
/// <param name="IsWeights">Whether the amounts are weights in percent; otherwise units.</param>
/// <param name="Holdings">The holdings by id.</param>
/// <param name="File">The file.</param>
public sealed record StatedBasket(DateOnly Day, bool IsWeights, ImmutableArray<StatedHolding> Holdings, SourceFile File)
{
    /// <summary>How far weights may be from 100 together, in percent: they are rounded where they are printed.</summary>
    public const double WeightTolerance = 0.5;

    private static readonly PackageResource Form = new(
        "basket", "", new PackageRole("basket", ["instrument"], [new RoleColumn("instrument", ColumnType.Text, true)]), new PriceBasis(CloseBasis.Unstated, "", CloseBasis.Unstated, ""), []);

    /// <summary>Reads a basket from a CSV file with the columns <c>instrument</c> and either <c>weight</c> (percent) or <c>units</c>, and perhaps <c>date</c>, one day for all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="day">The day of the close, when the file has no <c>date</c>.</param>
    /// <returns>
    /// The basket; <see cref="ProblemKind.Structure"/> for a file that cannot be read or lacks a column; <see cref="ProblemKind.BadRow"/> for the first row at fault: no id, a number not above zero, a stock twice, another day than the row before or than <paramref name="day"/>;
    /// <see cref="ProblemKind.Invalid"/> for weights that do not sum to 100% within <see cref="WeightTolerance"/>, or no day.
    /// </returns>
    public static Answer<StatedBasket> Read(string path, DateOnly? day)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (PackageFile.Read(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "", Path.GetFileName(path), out var unread) is not { } file)
        {
            return unread!;
        }

        var faults = new List<Problem>();
        var header = CsvHeader.Read(file, Form, faults);
        if (header is null || faults.Count > 0)
        {
            return faults[0];
        }

        var (hasWeights, hasUnits) = (header.IndexOf("weight") >= 0, header.IndexOf("units") >= 0);
        if (hasWeights == hasUnits)
        {
            return new Problem(ProblemKind.Structure, $"The header has {string.Join(", ", header.Columns)}; expected either a column 'weight' (in percent) or a column 'units'.", $"{file.Source.Name}:1");
        }

        var problems = new RowProblems();
        var rows = CsvTable.Read(
            file, header, problems, row => Tuple.Create(new StatedHolding(row.Id("instrument"), row.PositiveNumber(hasWeights ? "weight" : "units"), row.Source), row.DateOrNull("date")),
            read => read.Item1.Instrument.Value, new Dictionary<string, CsvRow>(StringComparer.Ordinal));
        if (problems.All(file.Source.Name).FirstOrDefault() is { } bad)
        {
            return bad;
        }

        return Checked(rows, day, hasWeights, file.Source);
    }

    private static Answer<StatedBasket> Checked(List<Tuple<StatedHolding, DateOnly?>> rows, DateOnly? day, bool isWeights, SourceFile file)
    {
        if (rows.Count == 0)
        {
            return new Problem(ProblemKind.Structure, "The file has a header and no rows; expected one row for each holding.", file.Name);
        }

        var known = rows.Select(row => row.Item2).FirstOrDefault(date => date is not null) ?? day;
        if (known is null)
        {
            return new Problem(ProblemKind.Invalid, "The day of the basket is not given; expected a column 'date', or a day beside the file.", file.Name);
        }

        if (rows.Find(row => row.Item2 is { } other && other != known) is { } odd)
        {
            return new Problem(ProblemKind.BadRow, $"date is {odd.Item2:yyyy-MM-dd} and another row has {known:yyyy-MM-dd}; a basket is of one day.", odd.Item1.Source.ToString());
        }

        if (day is { } asked && asked != known && rows[0].Item1 is var first)
        {
            return new Problem(ProblemKind.BadRow, $"date is {known:yyyy-MM-dd} and the day asked for is {asked:yyyy-MM-dd}; expected one of them, or the same.", first.Source.ToString());
        }

        var total = rows.OrderBy(row => row.Item1.Instrument).Sum(row => row.Item1.Amount);
        return isWeights && !(Math.Abs(total - 100) <= WeightTolerance)
            ? new Problem(ProblemKind.Invalid, $"The weights sum to {total:0.####}%; expected 100% within {WeightTolerance:0.#}. Weights are in percent: 8.25 for 8.25%.", file.Name)
            : Answer<StatedBasket>.Of(
                new StatedBasket(known.Value, isWeights, [.. rows.Select(row => row.Item1).OrderBy(row => row.Instrument)], file),
                new Working { Formula = isWeights ? "weights as stated" : "units as stated" });
    }
}
