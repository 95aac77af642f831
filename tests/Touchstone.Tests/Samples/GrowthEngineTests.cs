using Touchstone.Data;
using Touchstone.Indices;
using Touchstone.Samples;

namespace Touchstone.Tests.Samples;

/// <summary>
/// The engine calculates the indices of the sample from rulebook and package alone. The levels of the growth index were worked out by the generator, in decimals and
/// by its own treatment of every action, and agree with <see cref="GrowthChain"/>, which works without a divisor.
/// </summary>
public sealed class GrowthEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Run_ReproducesEveryPublishedLevel(int seed)
    {
        var market = Open(seed);
        var index = Calculate(market, "harbg.yaml");

        Assert.Multiple(
            () => Agree(market, "HARBG", index, level => level.Price),
            () => Agree(market, "HARBGTR", index, level => level.Gross),
            () => Agree(market, "HARBGNR", index, level => level.Net),
            () => Agree(market, "HARBGK", Calculate(market, "harbgk.yaml"), level => level.Price));
        Assert.Equal(5, index.Reviews.Length);
    }

    [Fact]
    public void Run_TellsEveryActionOfAMemberInItsAuditLog()
    {
        var market = Open(1);
        var told = Calculate(market, "harbg.yaml").History.Audit.Select(line => line.Effective).ToHashSet();
        var members = market.Rows.Constituents.Where(member => member.Index.Value == "HARBG").ToArray();
        var untold = market.Rows.Actions
            .Where(action => members.Any(member => member.Instrument == action.Instrument && member.From <= action.ExDate && !(member.Until < action.ExDate)) && !told.Contains(action.ExDate));

        Assert.Empty(untold);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_ReproducesTheLevelsFromPublishedUnits(int seed)
    {
        var market = Open(seed);

        Assert.Multiple(
            () => Agree(market, "HARB", Calculate(market, "harb.yaml"), level => level.Price),
            () => Agree(market, "HARBT", Calculate(market, "harbt.yaml"), level => level.Price));
    }

    public void Dispose() => _folder.Dispose();

    private static void Agree(Market market, string id, IndexCalculation index, Func<IndexLevel, double> figure)
    {
        var published = market.Rows.Prices.Single(history => history.Instrument.Value == id);
        Assert.Equal(
            Enumerable.Range(0, published.Count).Select(row => $"{published.DateAt(row):yyyy-MM-dd} {(published.TryGet(PriceField.Close, row, out var close) ? close : 0):0.00}"),
            index.History.Levels.Select(level => $"{level.Day:yyyy-MM-dd} {LevelRounding.Publish(figure(level), 2):0.00}"));
    }

    private IndexCalculation Calculate(Market market, string rulebook)
    {
        var loaded = RulebookReader.ReadFile(_folder.PathOf(Path.Combine("rulebooks", rulebook)));
        Assert.Empty(loaded.Problems);
        var index = RulebookCalculation.Run(market, loaded.Value!, new DateSpan(loaded.Value!.BaseDate, SampleCalendar.Last), CalculationOptions.Standard);
        Assert.True(index.HasValue, index.HasValue ? "" : index.Problem.ToString());
        return index.Value;
    }

    private Market Open(int seed)
    {
        foreach (var (path, bytes) in SamplePackage.Files(seed))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(path))!);
            File.WriteAllBytes(_folder.PathOf(path), bytes.AsSpan());
        }

        return Package.Open(_folder.Path, new PackageOptions { UseCache = false }).Value;
    }
}
