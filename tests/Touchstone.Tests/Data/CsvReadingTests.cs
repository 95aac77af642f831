using System.Text;
using Touchstone.Data;

namespace Touchstone.Tests.Data;

public sealed class CsvReadingTests
{
    private const string Head = "instrument,date,close\n";

    [Theory]
    [InlineData("instrument,date,close\nXTST:1,2024-01-02,10.5\nXTST:1,2024-01-03,11\n")]
    [InlineData("\uFEFFinstrument,date,close\nXTST:1,2024-01-02,10.5\nXTST:1,2024-01-03,11\n")]
    [InlineData("instrument,date,close\r\nXTST:1,2024-01-02,10.5\r\nXTST:1,2024-01-03,11\r\n")]
    [InlineData("instrument,date,close\nXTST:1,2024-01-02,10.5\nXTST:1,2024-01-03,11")]
    [InlineData("instrument,date,close\r\nXTST:1,2024-01-02,10.5\r\nXTST:1,2024-01-03,11\r")]
    [InlineData("\"instrument\",\"date\",\"close\"\n\"XTST:1\",\"2024-01-02\",\"10.5\"\n\"XTST:1\",2024-01-03,\"11\"")]
    [InlineData("instrument,date,close\n\nXTST:1,2024-01-02,10.5\n\r\n\nXTST:1,2024-01-03,11\n\n")]
    [InlineData("close,more,date,instrument\n10.5,x,2024-01-02,XTST:1\n11,,2024-01-03,XTST:1\n")]
    public void Open_ReadsEverySpellingOfTheSameRows(string csv)
    {
        using var folder = PackageFolder.Small(csv);
        var loaded = folder.Open();
        var history = loaded.Value.Prices(new InstrumentId("XTST:1"))!;
        Assert.Empty(loaded.Problems);
        Assert.Equal([10.5, 11], history.Raw(PriceField.Close).ToArray());
        Assert.Equal(new DateOnly(2024, 1, 3), history.Last);
    }

    [Fact]
    public void Open_KeepsQuotedCommasQuotesAndLineEnds()
    {
        using var folder = new PackageFolder().With("instruments", "id,kind,name,note\nA,index,\"One, \"\"two\"\"\",\"line one\nline two\"\nB,index,Plain,\n");
        var market = folder.Open().Value;
        Assert.Equal("One, \"two\"", market.Instrument(new InstrumentId("A"))!.Name);
        Assert.Equal("line one\nline two", market.Instrument(new InstrumentId("A"))!.Note);
        Assert.Equal("instruments.csv:4", market.Instrument(new InstrumentId("B"))!.Source.ToString());
    }

    [Fact]
    public void Open_KeepsGoodRowsAndNamesBadOnesByLine()
    {
        using var folder = PackageFolder.Small(Head + "XTST:1,2024-01-02,10\nXTST:1,03/01/2024,11\nXTST:1,2024-01-04,abc\nXTST:1,2024-01-05\nXTST:1,2024-02-30,1\n,2024-01-08,1\nXTST:1,2024-01-09,12\n");
        var loaded = folder.Open();
        Assert.Equal(2, loaded.Value.Prices(new InstrumentId("XTST:1"))!.Count);
        Assert.Equal(["prices.csv:3", "prices.csv:4", "prices.csv:5", "prices.csv:6", "prices.csv:7"], loaded.Problems.Select(problem => problem.Source));
    }

    [Theory]
    [InlineData("\"1,234.5\"", "thousands mark")]
    [InlineData("NaN", "not a number")]
    [InlineData("Infinity", "not a number")]
    [InlineData("1e999", "not a number")]
    [InlineData(" 1", "not a number")]
    [InlineData("1_000", "not a number")]
    [InlineData("--1", "not a number")]
    [InlineData(".", "not a number")]
    [InlineData("e5", "not a number")]
    [InlineData("0", "above zero")]
    [InlineData("-3.5", "above zero")]
    public void Open_RefusesNumbersThatAreNoPrice(string number, string reason)
    {
        using var folder = PackageFolder.Small(Head + $"XTST:1,2024-01-02,{number}\n");
        var problem = Assert.Single(folder.Open().Problems);
        Assert.Equal("prices.csv:2", problem.Source);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TreatsEmptyAsMissing()
    {
        using var folder = PackageFolder.Small("instrument,date,close,adjusted\nXTST:1,2024-01-02,,9.5\n");
        var history = folder.Open().Value.Prices(new InstrumentId("XTST:1"))!;
        Assert.False(history.TryGet(PriceField.Close, 0, out _));
        Assert.True(history.TryGet(PriceField.Adjusted, 0, out var adjusted));
        Assert.Equal(9.5, adjusted);
    }

    [Theory]
    [InlineData("XTST:1,2024-01-03,\"11\nXTST:1,2024-01-04,12\n", 2)]
    [InlineData("XTST:1,2024-01-03,1\"1\nXTST:1,2024-01-04,12\n", 2)]
    [InlineData("XTST:1,2024-01-03,\"11\"x\nXTST:1,2024-01-04,12\n", 2)]
    public void Open_GoesOnAfterAStrayQuote(string rows, int good)
    {
        using var folder = PackageFolder.Small(Head + "XTST:1,2024-01-02,10\n" + rows);
        var loaded = folder.Open();
        Assert.Equal(good, loaded.Value.Prices(new InstrumentId("XTST:1"))!.Count);
        Assert.Equal("prices.csv:3", Assert.Single(loaded.Problems).Source);
    }

    [Fact]
    public void Open_ReportsNulBytesAndOtherEncodingsByLine()
    {
        byte[] csv = [.. Encoding.UTF8.GetBytes(Head + "XTST:1,2024-01-02,10\nXTST:1,2024-01-03,1"), 0, .. Encoding.UTF8.GetBytes("1\n"), 0xE9, .. Encoding.UTF8.GetBytes("X,2024-01-04,3\nXTST:1,2024-01-05,12\n")];
        using var folder = PackageFolder.Small("instrument,date\n").With("prices", csv, name: "bytes");
        var loaded = folder.Open();
        Assert.Equal(["bytes.csv:3", "bytes.csv:4"], loaded.Problems.Select(problem => problem.Source));
        Assert.Contains("NUL", loaded.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", loaded.Problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RefusesUtf16()
    {
        using var folder = PackageFolder.Small(Head).With("prices", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Head)).ToArray(), name: "wide");
        Assert.Contains("UTF-16", Assert.Single(folder.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_RefusesAHugeFieldAndReadsOn()
    {
        using var folder = PackageFolder.Small(Head + "XTST:1,2024-01-02,\"" + new string('9', 3_000_000) + "\"\nXTST:1,2024-01-03,11\n");
        var loaded = folder.Open();
        Assert.Equal(1, loaded.Value.Prices(new InstrumentId("XTST:1"))!.Count);
        Assert.Equal("prices.csv:2", Assert.Single(loaded.Problems).Source);
    }

    [Fact]
    public void Open_SortsRowsAndSaysSoOnce()
    {
        using var folder = PackageFolder.Small(Head + "XTST:1,2024-01-04,12\nXTST:1,2024-01-03,11\nXTST:2,2024-01-03,21\nXTST:1,2024-01-02,10\n");
        var loaded = folder.Open();
        var history = loaded.Value.Prices(new InstrumentId("XTST:1"))!;
        Assert.Equal([10, 11, 12], history.Raw(PriceField.Close).ToArray());
        Assert.Equal("prices.csv:5", history.SourceAt(0).ToString());
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal(ProblemKind.Quality, problem.Kind);
        Assert.Contains("2 of 4 rows are out of date order", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_KeepsTheFirstOfTwoRowsWithOneKeyAndNamesBothLines()
    {
        using var folder = PackageFolder.Small(Head + "XTST:1,2024-01-02,10\nXTST:2,2024-01-02,20\nXTST:1,2024-01-02,11\n");
        var loaded = folder.Open();
        Assert.Equal([10], loaded.Value.Prices(new InstrumentId("XTST:1"))!.Raw(PriceField.Close).ToArray());
        var problem = Assert.Single(loaded.Problems);
        Assert.Equal("prices.csv:4", problem.Source);
        Assert.Contains("line 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AcceptsRowsByDateInsteadOfByInstrument()
    {
        using var folder = PackageFolder.Small(Head + "XTST:1,2024-01-02,10\nXTST:2,2024-01-02,20\nXTST:1,2024-01-03,11\nXTST:2,2024-01-03,21\n");
        var loaded = folder.Open();
        Assert.Empty(loaded.Problems);
        Assert.Equal([20, 21], loaded.Value.Prices(new InstrumentId("XTST:2"))!.Raw(PriceField.Close).ToArray());
    }

    [Fact]
    public void Open_ListsAThousandBadRowsAndCountsTheRest()
    {
        using var folder = PackageFolder.Small(Head + string.Concat(Enumerable.Repeat("XTST:1,never,1\n", 1500)));
        var problems = folder.Open().Problems;
        Assert.Equal(1001, problems.Length);
        Assert.StartsWith("500 more rows", problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ReadsBigFilesAsSmallOnes()
    {
        // Three megabytes make several stretches; the same rows with one quoted field make one.
        var rows = string.Concat(Enumerable.Range(0, 100_000).Select(row => $"XTST:{(row / 50_000) + 1},{DateOnly.FromDayNumber(700_000 + (row % 50_000)):yyyy-MM-dd},{row + 1}.25\n"));
        using var plain = PackageFolder.Small(Head + rows);
        using var quoted = PackageFolder.Small(Head + rows.Replace("XTST:2,", "\"XTST:2\",", StringComparison.Ordinal));
        var (one, other) = (plain.Open().Value.Rows.Prices, quoted.Open().Value.Rows.Prices);
        Assert.Equal(2, one.Length);
        Assert.Equal(one[1].Raw(PriceField.Close).ToArray(), other[1].Raw(PriceField.Close).ToArray());
        Assert.Equal("prices.csv:100001", one[1].SourceAt(49_999).ToString());
        Assert.Equal("prices.csv:100001", other[1].SourceAt(49_999).ToString());
        Assert.Equal(100_000.25, one[1].Raw(PriceField.Close)[^1]);
    }

    [Fact]
    public void Open_DoesNotCareAboutTheOrderOfRows()
    {
        var rows = Enumerable.Range(0, 300).Select(row => $"XTST:{(row % 3) + 1},{new DateOnly(2024, 1, 1).AddDays(row / 3):yyyy-MM-dd},{row + 1}\n").ToArray();
        for (var seed = 1; seed <= 30; seed++)
        {
            new Random(seed).Shuffle(rows);
            using var folder = PackageFolder.Small(Head + string.Concat(rows));
            foreach (var history in folder.Open().Value.Rows.Prices)
            {
                var first = history.Instrument.Code[0] - '0';
                Assert.Equal(Enumerable.Range(0, 100).Select(day => (double)(first + (3 * day))), history.Raw(PriceField.Close).ToArray());
            }
        }
    }

    [Fact]
    public void TryRead_GivesTheNearestDouble()
    {
        var random = new Random(20250214);
        for (var round = 0; round < 20_000; round++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            var text = double.IsFinite(value) ? (round % 3) switch { 0 => value.ToString("R"), 1 => (random.NextDouble() * 1000).ToString("F" + random.Next(0, 17)), _ => random.NextInt64(1_000_000_000_000_000_000).ToString() } : "1";
            Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes(text), out var read), text);
            Assert.Equal(double.Parse(text), read);
        }
    }

    [Fact]
    public void Open_SurvivesAnyBytes()
    {
        var random = new Random(7);
        byte[] alphabet = [.. "XTST:1,2024-01-02,10.5\n\r\"\0é,,\n"u8];
        for (var round = 0; round < 200; round++)
        {
            var bytes = Enumerable.Range(0, random.Next(0, 400)).Select(_ => random.Next(20) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)]).ToArray();
            using var folder = PackageFolder.Small("instrument,date,close\n").With("prices", [.. "instrument,date,close\n"u8, .. bytes], name: "noise").With("shares", [.. "instrument,from,shares\n"u8, .. bytes]);
            Assert.NotNull(folder.Open().Value);
        }
    }
}
