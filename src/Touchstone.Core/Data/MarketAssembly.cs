using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Makes histories and series of the columns of a package's big tables.</summary>
internal sealed class MarketAssembly(List<Problem> problems)
{
    private readonly Dictionary<string, ObservationSeries> _observations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FxSeries> _fx = new(StringComparer.Ordinal);

    public ImmutableArray<PriceHistory>.Builder Prices { get; } = ImmutableArray.CreateBuilder<PriceHistory>();

    public ImmutableArray<ObservationSeries>.Builder Observations { get; } = ImmutableArray.CreateBuilder<ObservationSeries>();

    public ImmutableArray<FxSeries>.Builder Fx { get; } = ImmutableArray.CreateBuilder<FxSeries>();

    /// <summary>Adds a table.</summary>
    /// <param name="resource">What the package says of it.</param>
    /// <param name="file">The file.</param>
    /// <param name="table">Its columns.</param>
    public void Add(PackageResource resource, SourceFile file, ColumnTable table)
    {
        problems.AddRange(table.Problems);
        foreach (var run in table.Runs)
        {
            var days = table.Days.AsMemory(run.Start, run.Count);
            var lines = table.Lines.AsMemory(run.Start, run.Count);
            var numbers = new ReadOnlyMemory<double>[table.Numbers.Length];
            for (var column = 0; column < numbers.Length; column++)
            {
                numbers[column] = table.Numbers[column].Length == 0 ? default : table.Numbers[column].AsMemory(run.Start, run.Count);
            }

            var key = run.Key.Split(ColumnLayout.Joint);
            switch (resource.Role.Name)
            {
                case "observations":
                    Observation(new ObservationSeries(new InstrumentId(key[0]), key[1], key[2], file, days, lines, numbers[0]));
                    break;
                case "fx":
                    Rate(key[0], key[1], new ObservationSeries(new InstrumentId(key[0] + key[1]), "rate", key[1], file, days, lines, numbers[0]));
                    break;
                default:
                    Prices.Add(new PriceHistory(new InstrumentId(key[0]), resource.Role.Name, resource.Basis, file, days, lines, numbers));
                    break;
            }
        }
    }

    private void Observation(ObservationSeries series)
    {
        if (_observations.TryAdd(series.Subject.Value + ColumnLayout.Joint + series.Field, series))
        {
            Observations.Add(series);
            return;
        }

        var first = _observations[series.Subject.Value + ColumnLayout.Joint + series.Field];
        var difference = first.Unit == series.Unit ? "" : $" in '{first.Unit}'";
        problems.Add(new Problem(
            ProblemKind.BadRow,
            $"{series.Subject} {series.Field}{(difference.Length == 0 ? "" : $" in '{series.Unit}'")}: the series begins at {first.SourceAt(0)}{difference}; these {series.Count} rows are left out, as one series has one file and one unit.",
            series.SourceAt(0).ToString()));
    }

    private void Rate(string from, string to, ObservationSeries rates)
    {
        if (_fx.TryAdd(from + to, new FxSeries(from, to, rates)))
        {
            Fx.Add(_fx[from + to]);
            return;
        }

        problems.Add(new Problem(ProblemKind.BadRow, $"{from} {to}: the pair begins at {_fx[from + to].Rates.SourceAt(0)}; these {rates.Count} rows are left out, as one pair has one file.", rates.SourceAt(0).ToString()));
    }
}
