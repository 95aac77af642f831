using System.Security.Cryptography;
using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Tests.Indices.Rulebooks;

/// <summary>The shipped rulebooks are good, are the files of the folder, and say what their sources say.</summary>
public class RulebookLibraryTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.PathOf("rulebooks")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static Rulebook Of(string id) => RulebookLibrary.Find(new InstrumentId(id))!;

    [Theory]
    [MemberData(nameof(Files))]
    public void File_IsGood(string file) => Assert.Equal("", string.Join('\n', RulebookReader.ReadFile(Repository.PathOf("rulebooks", file)).Problems));

    [Theory]
    [MemberData(nameof(Files))]
    public void File_IsShippedAsItIs(string file)
    {
        var rulebook = Assert.Single(RulebookLibrary.All, rulebook => rulebook.File == $"rulebooks/{file}");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.PathOf("rulebooks", file)))), rulebook.Sha256);
    }

    [Fact]
    public void All_AreTheTwelveByIdAndNoOther()
    {
        Assert.Equal(
            ["CHINA-AI-EXAMPLE", "CHINEXT", "CSI-HK-AI", "CSI-OVERSEAS-CHINA-INTERNET", "CSI300", "DJIA", "HSI", "HSTECH", "NDX", "SPX", "SSEC", "STAR50"],
            RulebookLibrary.All.Select(rulebook => rulebook.Id.Value));
        Assert.Null(RulebookLibrary.Find(new InstrumentId("NONE")));
    }

    [Fact]
    public void Versions_NameTheirSourcesAndRulebooksWhatIsNotPublic()
    {
        Assert.All(RulebookLibrary.All, rulebook => Assert.NotEmpty(rulebook.NotPublic));
        Assert.All(
            RulebookLibrary.All.Where(rulebook => rulebook.Provider is not null).SelectMany(rulebook => rulebook.Versions),
            version => Assert.NotEmpty(version.Sources));
    }

    [Fact]
    public void Sources_AreAllUsed() => Assert.Equal("", string.Join('\n',
        from rulebook in RulebookLibrary.All
        from source in rulebook.Sources
        where !rulebook.Versions.Any(version => version.Sources.Contains(source.Id))
        select $"{rulebook.File}: {source.Id}"));

    // Hang Seng Indexes, press release of 20 July 2020: 30 names, 8%.
    [Fact]
    public void HangSengTech_IsAsPublished()
    {
        var version = Assert.Single(Of("HSTECH").Versions);
        Assert.Equal((30, Percent.FromPoints(8)), (version.Selection.Count!.Value, Assert.IsType<SingleCap>(Assert.Single(version.Caps.AtReconstitution)).At));
        Assert.Equal(new FastEntry(10, 1, 10), version.FastEntry);
    }

    // HSI Services, press release of 30 June 2006: FAF1 = 1 - 2/3 (1 - FAF2), rounded up to 5%; figures worked from that formula.
    [Theory]
    [InlineData(50, 70)]
    [InlineData(35, 60)]
    [InlineData(100, 100)]
    [InlineData(80, 90)]
    [InlineData(25, 50)]
    public void HangSeng_SecondPhaseTakesTwoThirdsOfTheFloat(double faf2, double faf1) =>
        Assert.Equal(faf1, Factor(Of("HSI").VersionOn(new DateOnly(2007, 3, 12))!, faf2).Points, 9);

    // HSI Services 2006; reports of 2020 and 2021.
    [Theory]
    [InlineData("2006-09-11", "No name above 25%.")]
    [InlineData("2007-03-12", "No name above 20%.")]
    [InlineData("2008-01-02", "No name above 15%.")]
    [InlineData("2020-01-02", "No name above 10%.")]
    [InlineData("2020-12-31", "No name above 5% in secondary-listing, 5% in weighted-voting-rights, 10% elsewhere.")]
    [InlineData("2021-12-31", "No name above 8%.")]
    public void HangSeng_CapsChanged(string day, string words) =>
        Assert.Equal(words, Assert.Single(Of("HSI").VersionOn(TestMarket.Day(day))!.Caps.AtReconstitution).Words);

    // The two banding tables of the CSI family: material on the CSI 300 for index futures; an implementation of the newer table.
    [Theory]
    [InlineData("2010-01-04", 7, 7)]
    [InlineData("2010-01-04", 7.3, 7.3)]
    [InlineData("2010-01-04", 12.3, 20)]
    [InlineData("2010-01-04", 35, 40)]
    [InlineData("2010-01-04", 80.1, 100)]
    [InlineData("2025-01-02", 7.3, 8)]
    [InlineData("2025-01-02", 12.3, 13)]
    [InlineData("2025-01-02", 15.1, 20)]
    [InlineData("2025-01-02", 55.5, 60)]
    [InlineData("2025-01-02", 80.1, 100)]
    public void Csi300_BandsFloats(string day, double floatPoints, double factor) =>
        Assert.Equal(factor, Factor(Of("CSI300").VersionOn(TestMarket.Day(day))!, floatPoints).Points, 9);

    // Nasdaq: filings; methodology of 2024; reports of July 2023 and of 2026.
    [Theory]
    [InlineData("2021-12-20", CountLevel.Line, 1, 1)]
    [InlineData("2023-06-20", CountLevel.Company, 2, 2)]
    public void Nasdaq100_CapsChanged(string day, CountLevel level, int atReconstitution, int atRebalance)
    {
        var caps = Of("NDX").VersionOn(TestMarket.Day(day))!.Caps;
        Assert.Equal((level, atReconstitution, atRebalance), (caps.Level, caps.AtReconstitution.Length, caps.AtRebalance.Length));
    }

    [Fact]
    public void Nasdaq100_SpecialRebalanceHasTheCapsOfTheYearlyReview()
    {
        var rulebook = Of("NDX");
        var special = Assert.Single(rulebook.Reviews, review => review.Effective == new DateOnly(2023, 7, 24));
        var yearly = rulebook.VersionOn(new DateOnly(2022, 12, 19))!.Caps.AtReconstitution;
        Assert.Equal(yearly.ToArray(), rulebook.VersionOn(special.Effective)!.Caps.At(special.Kind).ToArray());
        Assert.NotEqual(yearly.ToArray(), rulebook.VersionOn(new DateOnly(2023, 9, 18))!.Caps.At(ReviewKind.Rebalance).ToArray());
    }

    [Fact]
    public void Nasdaq100_HasFastEntrySinceMay2026()
    {
        Assert.Null(Of("NDX").VersionOn(new DateOnly(2026, 4, 30))!.FastEntry);
        Assert.Equal(new FastEntry(40, 7, 15), Of("NDX").VersionOn(new DateOnly(2026, 5, 1))!.FastEntry);
    }

    [SharedFact]
    public void Ids_AreThoseOfTheSharedPackage()
    {
        var market = Package.Open(SharedData.Market).Value;
        var known = market.Rows.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Index).Select(instrument => instrument.Id);
        Assert.Equal(["CHINA-AI-EXAMPLE", "CSI-HK-AI", "CSI-OVERSEAS-CHINA-INTERNET"], RulebookLibrary.All.Select(rulebook => rulebook.Id).Except(known).Select(id => id.Value));
        Assert.Empty(Of("CHINA-AI-EXAMPLE").Versions[0].Universe.List.Select(member => member.Instrument).Except(market.Rows.Instruments.Select(instrument => instrument.Id)));
    }

    // Eight names, equal: 12.5% each on the closes of the base day.
    [SharedFact]
    public void ExampleBasket_IsFoundedOnRealCloses()
    {
        var rulebook = Of("CHINA-AI-EXAMPLE");
        var review = ReviewEngine.Run(Package.Open(SharedData.Market).Value, rulebook, new ReviewDates(rulebook.BaseDate, rulebook.BaseDate, rulebook.BaseDate.AddDays(1)), MembersBefore.None);
        Assert.All(review.Value.Stocks, stock => Assert.Equal(12.5, stock.Weight!.Value.Points, 9));
        Assert.Equal(8, review.Value.Stocks.Length);
    }

    // Which company is a technology company the shared package does not say: the review is refused and says what would settle it.
    [SharedFact]
    public void HangSengTech_IsNotReviewedWithoutIndustries()
    {
        var rulebook = Of("HSTECH");
        var review = ReviewEngine.Run(Package.Open(SharedData.Market).Value, rulebook, rulebook.Reviews[^1], MembersBefore.None);
        Assert.Equal(ProblemKind.NoData, review.Problem!.Kind);
        Assert.Contains("industry", review.Problem.Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void ReviewDays_AreSessions()
    {
        var market = Package.Open(SharedData.Market).Value;
        Assert.Equal("", string.Join('\n',
            from rulebook in RulebookLibrary.All
            from review in rulebook.Reviews
            from day in new[] { review.Prices, review.Effective }
            where !market.Calendar(rulebook.Exchange).IsSession(day)
            select $"{rulebook.Id} {day:yyyy-MM-dd}"));
    }

    private static Percent Factor(RulebookVersion version, double floatPoints) => FloatBands.Inclusion(Percent.FromPoints(floatPoints), version.Shares.Bands);
}
