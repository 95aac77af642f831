using System.Globalization;
using System.Text;
using Touchstone.Samples;

namespace Touchstone.Tests.Samples;

public class SamplePackageTests
{
    private static readonly Lazy<Dictionary<string, string>> First = new(() => TextsOf(1));

    [Fact]
    public void Files_EqualTheCopyInTheRepository()
    {
        foreach (var (path, bytes) in SamplePackage.Files(1))
        {
            var copy = Path.Combine(SampleCopy.Folder, path);
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(copy)), $"{copy} is not what seed 1 gives.");
        }

        Assert.Equal(SamplePackage.Files(1).Select(file => file.Path).Order(), Directory.GetFiles(SampleCopy.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(SampleCopy.Folder, path).Replace('\\', '/')).Order());
    }

    [Theory]
    [MemberData(nameof(ForeignCulture.Names), MemberType = typeof(ForeignCulture))]
    public void Files_AreTheSameUnderAnyCulture(string culture)
    {
        var expected = First.Value;
        using var foreign = ForeignCulture.Enter(culture);

        Assert.Equal(expected, TextsOf(1));
    }

    [Fact]
    public void Files_DifferBySeed() => Assert.NotEqual(First.Value["prices.csv"], TextsOf(2)["prices.csv"]);

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Files_TellTheSameStoryForAnySeed(int seed)
    {
        var article = TextsOf(seed)["article.md"];

        Assert.InRange(article.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 350, 500);
        Assert.Contains("two-thirds higher than January", article, StringComparison.Ordinal);
        Assert.DoesNotContain("{", article, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Levels_AreUnitsTimesCloseOverDivisor(int seed)
    {
        var files = TextsOf(seed);
        var closes = Rows(files["prices.csv"]).ToDictionary(row => (row[0], row[1]), row => Number(row[5]));
        var members = Rows(files["constituents.csv"]).ToLookup(row => row[0]);
        var divisors = Rows(files["divisors.csv"]).ToLookup(row => row[0]);
        var levels = Rows(files["levels.csv"]).Where(row => divisors.Contains(row[0])).ToList();
        Assert.NotEmpty(levels);
        foreach (var level in levels)
        {
            var (index, day) = (level[0], level[1]);
            var value = members[index]
                .Where(row => string.CompareOrdinal(row[2], day) <= 0 && (row[3].Length == 0 || string.CompareOrdinal(day, row[3]) < 0))
                .Sum(row => Number(row[4]) * closes[(row[1], day)]);
            var divisor = Number(divisors[index].Last(row => string.CompareOrdinal(row[1], day) <= 0)[2]);

            Assert.Equal(Math.Round(value / divisor, 2, MidpointRounding.AwayFromZero), Number(level[5]));
        }
    }

    [Fact]
    public void Article_HasAWrongTripleOnPurpose()
    {
        var sentence = First.Value["article.md"].Split('\n').Single(line => line.StartsWith("On Thursday", StringComparison.Ordinal));
        var numbers = System.Text.RegularExpressions.Regex.Matches(sentence, @"[\d,]+\.\d+").Select(match => Number(match.Value.Replace(",", "", StringComparison.Ordinal))).ToArray();
        var (points, percent, level) = (numbers[0], numbers[1], numbers[2]);

        Assert.NotEqual(percent, Math.Round(100 * points / (level - points), 1));
    }

    private static Dictionary<string, string> TextsOf(int seed) => SamplePackage.Files(seed).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Bytes.AsSpan()));

    private static IEnumerable<string[]> Rows(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
