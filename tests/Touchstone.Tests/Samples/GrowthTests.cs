using System.Collections.Concurrent;
using Touchstone.Data;
using Touchstone.Samples;

namespace Touchstone.Tests.Samples;

/// <summary>The Growth Board and its index: what a review and a calculation must cope with is there, and the published levels follow from the files.</summary>
public sealed class GrowthTests : IDisposable
{
    private static readonly ConcurrentDictionary<int, Lazy<GrowthFiles>> Drawn = new();

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Files_OpenWithoutProblemsAndPassTheDataCheck(int seed)
    {
        foreach (var (path, bytes) in SamplePackage.Files(seed).Where(file => !file.Path.Contains('/', StringComparison.Ordinal)))
        {
            File.WriteAllBytes(_folder.PathOf(path), bytes.AsSpan());
        }

        var loaded = Package.Open(_folder.Path, new PackageOptions { UseCache = false });

        Assert.Empty(loaded.Problems);
        Assert.Equal(["gap"], DataCheck.Run(loaded).Findings.Select(finding => finding.Code));
        Assert.Equal(5, loaded.Value.Rows.Classifications.Select(row => row.Scheme).Append("").Distinct().Count());
    }

    [Fact]
    public void Actions_AreOfEveryKind() => Assert.Equal(
        ["bonus", "cash", "consolidation", "delist", "merger-cash", "merger-stock", "resume", "rights", "special", "spin-off", "split", "suspend"],
        FilesOf(1).Rows("actions").Select(row => row[2]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Levels_FollowFromTheFiles(int seed)
    {
        var files = FilesOf(seed);

        var chain = new GrowthChain(files);
        var levels = chain.Levels().ToArray();

        Assert.Equal(files.Levels.Select(level => level.Day), levels.Select(level => level.Day));
        Assert.All(files.Levels.Zip(levels), pair => Assert.True(Math.Abs(pair.First.Close - pair.Second.Level) < 0.005 + 1e-9, $"{pair.First} against {pair.Second}"));
        Assert.All(chain.ReviewWeights, weights => Assert.InRange(weights.Values.Max(), 0.1499, 0.15 + 1e-12));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Prices_AreAboveAndBelowWhatTheActionsSay(int seed)
    {
        var files = FilesOf(seed);
        var rights = files.Rows("actions").Where(row => row[2] == "rights").ToArray();

        Assert.Equal([true, false], rights.Select(row => GrowthFiles.Number(row[6]) < files.Close(row[0], Before(files, row[1]))));
        Assert.All(files.Rows("actions").Where(row => row[2] is "merger-cash" or "merger-stock"), row => Assert.False(files.Trades(row[0], row[1])));
        Assert.Equal(8, files.Sessions.Count(day => string.CompareOrdinal(day, "2024-01-22") >= 0 && string.CompareOrdinal(day, "2024-02-01") < 0 && !files.Trades("XHBR:INGC", day)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Members_ChangeByRankAndByBuffer(int seed)
    {
        var files = FilesOf(seed);
        string[] eligible = ["AMBM", "BELB", "CRNW", "DUNL", "EELG", "HRWK", "INGC", "JETM", "KELW", "LRKS", "MRLS", "NTTL", "SKRC"];
        var ranked = eligible.Select(code => $"XHBR:{code}").OrderByDescending(id => files.Counted(id, "2024-05-31") * files.Close(id, "2024-05-31")).ToList();
        var members = files.Rows("constituents").Where(row => row[0] == "HARBG" && string.CompareOrdinal(row[2], "2024-06-12") <= 0 && (row[3].Length == 0 || string.CompareOrdinal(row[3], "2024-06-12") > 0)).Select(row => row[1]).ToArray();

        Assert.Equal(10, members.Length);
        Assert.InRange(ranked.IndexOf("XHBR:JETM") + 1, 1, 8);
        Assert.InRange(ranked.IndexOf("XHBR:SKRC") + 1, 1, 8);
        Assert.InRange(ranked.IndexOf("XHBR:LRKS") + 1, 11, 12);
        Assert.Contains("XHBR:LRKS", members);
        Assert.InRange(ranked.IndexOf("XHBR:KELW") + 1, 9, 10);
        Assert.DoesNotContain("XHBR:KELW", members);
    }

    [Fact]
    public void Returns_ReinvestDividendsBeforeAndAfterTax()
    {
        // 2024-03-18: the only dividend so far; before it the three indices are one.
        var (price, gross, net) = (On(FilesOf(1), "levels", "HARBG", 5), On(FilesOf(1), "levels-gross", "HARBGTR", 2), On(FilesOf(1), "levels-net", "HARBGNR", 2));

        Assert.Equal(price["2024-03-15"], gross["2024-03-15"]);
        Assert.Equal(price["2024-03-15"], net["2024-03-15"]);
        var points = gross["2024-03-18"] - price["2024-03-18"];
        Assert.InRange(points, 1, 3);
        Assert.InRange((net["2024-03-18"] - price["2024-03-18"]) / points, 0.84, 0.86);
    }

    [Fact]
    public void Krone_IsTheIndexTimesTheRate()
    {
        var (price, krone) = (On(FilesOf(1), "levels", "HARBG", 5), On(FilesOf(1), "levels", "HARBGK", 5));
        var rates = FilesOf(1).Rows("fx").ToDictionary(row => row[2], row => GrowthFiles.Number(row[3]));

        Assert.All(price, level => Assert.InRange(krone[level.Key] - (level.Value * rates[level.Key] / rates["2024-01-02"]), -0.012, 0.012));
    }

    public void Dispose() => _folder.Dispose();

    private static GrowthFiles FilesOf(int seed) => Drawn.GetOrAdd(seed, number => new Lazy<GrowthFiles>(() => new GrowthFiles(number))).Value;

    private static string Before(GrowthFiles files, string day) => files.Sessions[Array.IndexOf(files.Sessions, day) - 1];

    private static Dictionary<string, double> On(GrowthFiles files, string table, string id, int column) =>
        files.Rows(table).Where(row => row[0] == id).ToDictionary(row => row[1], row => GrowthFiles.Number(row[column]));
}
