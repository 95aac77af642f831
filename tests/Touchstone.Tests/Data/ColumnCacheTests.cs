using System.Text;
using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class ColumnCacheTests
{
    private static readonly string Prices = "instrument,date,close,volume\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"XTST:{(row / 30) + 1},{new DateOnly(2024, 1, 2).AddDays(row % 30):yyyy-MM-dd},{row + 1}.5,{row * 100}\n")) + "XTST:1,never,1,1\n";

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)] // the three are published test values of XXH64, seed 0
    public void Checksum_IsXxh64(string text, ulong expected) => Assert.Equal(expected, Checksum.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Open_GivesTheSameFromTheCache()
    {
        using var folder = PackageFolder.Small(Prices);
        var plain = Describe(folder.Open());
        Assert.Equal(plain, Describe(folder.Open(cache: true)));
        Assert.Equal(plain, Describe(folder.Open(cache: true)));
        Assert.Contains("prices.csv:62", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NeverTrustsADamagedCache()
    {
        using var folder = PackageFolder.Small(Prices);
        var expected = Describe(folder.Open(cache: true));
        var file = folder.CacheFile();
        var good = File.ReadAllBytes(file);
        for (var position = 0; position < good.Length; position++)
        {
            var bad = (byte[])good.Clone();
            bad[position] ^= (byte)(1 << (position % 8));
            File.WriteAllBytes(file, bad);
            Assert.Equal(expected, Describe(folder.Open(cache: true)));
            Assert.Equal(good, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Open_RebuildsACacheThatWasCutOrGrew()
    {
        using var folder = PackageFolder.Small(Prices);
        var expected = Describe(folder.Open(cache: true));
        var file = folder.CacheFile();
        var good = File.ReadAllBytes(file);
        byte[][] damaged = [[], good[..1], good[..23], good[..24], good[..(good.Length / 2)], good[..^1], [.. good, 0], new byte[good.Length], [.. good, .. good]];
        foreach (var bad in damaged)
        {
            File.WriteAllBytes(file, bad);
            Assert.Equal(expected, Describe(folder.Open(cache: true)));
            Assert.Equal(good, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Open_DoesNotTakeTheCacheOfOtherContent()
    {
        using var folder = PackageFolder.Small(Prices);
        folder.Open(cache: true);
        var stale = File.ReadAllBytes(folder.CacheFile());
        File.AppendAllText(Path.Combine(folder.Folder, "prices.csv"), "XTST:3,2024-01-02,7,7\n");
        var changed = folder.Open(cache: true).Value;
        Assert.NotNull(changed.Prices(new InstrumentId("XTST:3")));
        File.WriteAllBytes(Path.Combine(folder.CacheFolder, changed.Sha256 + ".columns1"), stale);
        Assert.NotNull(folder.Open(cache: true).Value.Prices(new InstrumentId("XTST:3")));
    }

    [Fact]
    public void Open_WorksWithoutAPlaceForTheCache()
    {
        using var folder = PackageFolder.Small(Prices);
        File.WriteAllText(folder.CacheFolder, "a file where the folder should be");
        Assert.Equal(Describe(folder.Open()), Describe(folder.Open(cache: true)));
    }

    [Fact]
    public void Open_MayRunManyTimesAtOnce()
    {
        using var folder = PackageFolder.Small(Prices);
        var expected = Describe(folder.Open());
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 16 }, round =>
        {
            if (round % 5 == 0 && Directory.Exists(folder.CacheFolder))
            {
                foreach (var file in Directory.GetFiles(folder.CacheFolder, "*.columns1"))
                {
                    File.Delete(file);
                }
            }

            Assert.Equal(expected, Describe(folder.Open(cache: true)));
        });
        Assert.DoesNotContain(Directory.GetFiles(folder.CacheFolder), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_GivesTheSameBytesEachTime()
    {
        using var folder = PackageFolder.Small(Prices);
        folder.Open(cache: true);
        var first = File.ReadAllBytes(folder.CacheFile());
        File.Delete(folder.CacheFile());
        folder.Open(cache: true);
        Assert.Equal(first, File.ReadAllBytes(folder.CacheFile()));
    }

    private static string Describe(Loaded<Market> loaded)
    {
        var text = new StringBuilder(loaded.Value.Sha256).AppendLine().AppendJoin('\n', loaded.Problems);
        foreach (var history in loaded.Value.Rows.Prices)
        {
            for (var row = 0; row < history.Count; row++)
            {
                text.AppendLine().Append(history.Instrument).Append(' ').Append(history.SourceAt(row)).Append($" {history.DateAt(row):O}");
                foreach (var field in Enum.GetValues<PriceField>())
                {
                    text.Append(' ').Append(history.TryGet(field, row, out var value) ? $"{value:R}" : "-");
                }
            }
        }

        return text.ToString();
    }
}
