using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>The factors that a study names besides the market: instruments, or returns from a file.</summary>
/// <param name="Instruments">Instruments whose returns are factors.</param>
/// <param name="Series">Daily returns as fractions.</param>
/// <param name="Names">The names in the order of the coefficients: instruments, then series.</param>
public sealed record StudyFactors(ImmutableArray<InstrumentId> Instruments, ImmutableArray<DailySeries> Series, ImmutableArray<string> Names)
{
    private static readonly PackageRole Columns = new(
        "factors", ["factor", "date"], [new RoleColumn("factor", ColumnType.Text, true), new RoleColumn("date", ColumnType.Date, true), new RoleColumn("return", ColumnType.Number, true)]);

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="market">The package.</param>
    /// <param name="text">Ids separated by commas, or a CSV file with the columns <c>factor</c>, <c>date</c>, <c>return</c> (percent).</param>
    /// <param name="mayBeFile">Whether the text may name a file. Where a stranger writes it, it must not.</param>
    /// <returns>The factors, or null with every fault by file and line.</returns>
    public static Loaded<StudyFactors?> Read(Market market, string text, bool mayBeFile = false)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(text);
        if (mayBeFile && InputTable.IsFile(text))
        {
            var rows = InputTable.Read(text, Columns, row => new Row(row.Text("factor"), row.Date("date"), row.Number("return")), row => $"{row.Factor} {row.Date:yyyy-MM-dd}");
            var factors = rows.Value.GroupBy(row => row.Factor, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
            return rows.Problems.IsEmpty
                ? new(new StudyFactors([], [.. factors.Select(group => DailySeries.Of(group.OrderBy(row => row.Date).Select(row => (row.Date, row.Return / 100))))], [.. factors.Select(group => group.Key)]), [])
                : new(null, rows.Problems);
        }

        var symbols = new Symbols(market);
        var found = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => StudySecurities.Find(market, symbols, name)).ToArray();
        Problem[] problems = [.. found.Where(answer => !answer.HasValue).Select(answer => answer.Problem!)];
        return found.Length == 0 ? new(null, [new Problem(ProblemKind.Invalid, "The list of factors is empty; expected ids separated by commas, or a file.")])
            : problems.Length > 0 ? new(null, [.. problems])
            : new(new StudyFactors([.. found.Select(answer => answer.Value)], [], [.. found.Select(answer => answer.Value.Value)]), []);
    }

    private sealed record Row(string Factor, DateOnly Date, double Return);
}
