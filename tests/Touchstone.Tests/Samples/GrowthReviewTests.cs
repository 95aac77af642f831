using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Indices;
using Touchstone.Samples;

namespace Touchstone.Tests.Samples;

/// <summary>The engine reviews the growth index of the sample by its rulebook: it must come to the members that the generator published, which knows nothing of the engine.</summary>
public class GrowthReviewTests
{
    private static readonly Lazy<Market> Sample = new(() => Package.Open(SampleCopy.Folder, new PackageOptions { UseCache = false }).Value);
    private static readonly Lazy<Rulebook> Rules = new(() => RulebookReader.ReadFile(Path.Combine(SampleCopy.Folder, "rulebooks", "harbg.yaml")).Value!);

    [Theory]
    [InlineData("harbg.yaml", "HARBG", "USD")]
    [InlineData("harbgk.yaml", "HARBGK", "HBK")]
    public void Rulebook_ReadsWithoutAFault(string file, string id, string currency)
    {
        var loaded = RulebookReader.ReadFile(Path.Combine(SampleCopy.Folder, "rulebooks", file));

        Assert.Empty(loaded.Problems);
        Assert.Equal((new InstrumentId(id), currency, 2, 5), (loaded.Value!.Id, loaded.Value.Currency, loaded.Value.Versions.Length, loaded.Value.Reviews.Length));
        Assert.Equal((SpinOffTreatment.ZeroPrice, SpinOffTreatment.FirstPrice), (loaded.Value.Versions[0].Actions.SpinOff, loaded.Value.Versions[1].Actions.SpinOff));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_ChoosesThePublishedMembersAndWeighsThemAsTheFilesSay(int review)
    {
        var result = Reviewed(review);
        var chain = new GrowthChain(new GrowthFiles(1));
        Assert.NotEmpty(chain.Levels().ToArray());

        Assert.Equal(MembersOn(result.Dates.Effective), result.Holdings.Select(holding => holding.Instrument));
        Assert.Equal(result.Stocks.Where(stock => stock.Weight is not null).Select(stock => stock.Instrument.Value).Order(), chain.ReviewWeights[review].Keys.Order());
        Assert.All(result.Stocks.Where(stock => stock.Weight is not null), stock => Assert.Equal(chain.ReviewWeights[review][stock.Instrument.Value], stock.Weight!.Value.Fraction, 1e-12));
    }

    [Theory]
    [InlineData(2, "JETM", ReviewDecision.Joins)]
    [InlineData(2, "SKRC", ReviewDecision.Joins)]
    [InlineData(2, "LRKS", ReviewDecision.KeptByBuffer)]
    [InlineData(2, "KELW", ReviewDecision.NotTaken)]
    [InlineData(2, "OSRB", ReviewDecision.ScreenedOut)]
    [InlineData(2, "RZRS", ReviewDecision.ScreenedOut)]
    [InlineData(2, "PLVT", ReviewDecision.ScreenedOut)]
    [InlineData(2, "TRNF", ReviewDecision.ScreenedOut)]
    [InlineData(2, "QUAY", ReviewDecision.ScreenedOut)]
    [InlineData(4, "OSRB", ReviewDecision.Joins)]
    [InlineData(4, "KELW", ReviewDecision.Joins)]
    [InlineData(4, "LRKS", ReviewDecision.Leaves)]
    [InlineData(4, "VNSM", ReviewDecision.Stays)]
    public void Run_DecidesByEveryRule(int review, string code, ReviewDecision decision) =>
        Assert.Equal(decision, Reviewed(review).Stocks.Single(stock => stock.Instrument.Value == $"XHBR:{code}").Decision);

    [Fact]
    public void Between_TakesTheLargeNewListingAlone()
    {
        var entries = FastEntries.Between(Sample.Value, Rules.Value, new DateOnly(2024, 1, 2), SampleCalendar.Last, MembersBeforeOpen);

        var entry = Assert.Single(entries.Value);
        Assert.Equal(("XHBR:VNSM", new DateOnly(2024, 8, 19), 300e6, 0.14), (entry.Instrument.Value, entry.Joins, entry.Holding.Shares, entry.Holding.FreeFloat));
    }

    private static ReviewResult Reviewed(int review)
    {
        var dates = Rules.Value.Reviews[review];
        var before = review == 0 ? MembersBefore.None : new MembersBefore(MembersBeforeOpen(dates.Effective), null);
        return ReviewEngine.Run(Sample.Value, Rules.Value, dates, before).Value;
    }

    private static ImmutableArray<InstrumentId> MembersBeforeOpen(DateOnly day) => MembersOn(Sample.Value.Calendar("XHBR").Before(day));

    private static ImmutableArray<InstrumentId> MembersOn(DateOnly day) =>
        [.. Sample.Value.Rows.Constituents.Where(member => member.Index.Value == "HARBG" && member.From <= day && !(member.Until <= day)).Select(member => member.Instrument).Order()];
}
