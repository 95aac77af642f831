using System.Text;
using Touchstone.Indices;
using static Touchstone.Tests.Indices.Rulebooks.RulebookTexts;

namespace Touchstone.Tests.Indices.Rulebooks;

/// <summary>A good file becomes the rules it says, and a later version takes over what it does not state.</summary>
public class RulebookReaderTests
{
    private static Percent Points(double points) => Percent.FromPoints(points);

    private static RulebookVersion First(string text) => Good(text).Versions[0];

    private static Rulebook Good(string text)
    {
        Assert.Equal("", Faults(text));
        return Read(text).Value!;
    }

    [Fact]
    public void Read_GivesWhatTheFileSays()
    {
        var rulebook = Good(RulebookTexts.Good);
        Assert.Equal(("HARBOUR10", "Harbour Ten", null, "HKD", "XHKG"), (rulebook.Id.Value, rulebook.Name, rulebook.Provider, rulebook.Currency, rulebook.Exchange));
        Assert.Equal((new DateOnly(2019, 12, 31), 1000.0), (rulebook.BaseDate, rulebook.BaseLevel));
        Assert.Equal([new RulebookSource("rules", "The rules", null, null)], rulebook.Sources.ToArray());
        Assert.Equal(["The order of ties."], rulebook.NotPublic.ToArray());
        Assert.Equal(
            [
                new ReviewDates(new DateOnly(2021, 3, 31), new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 7), ReviewKind.Reconstitution, new DateOnly(2021, 5, 14)),
                new ReviewDates(new DateOnly(2021, 6, 30), new DateOnly(2021, 8, 31), new DateOnly(2021, 9, 6), ReviewKind.Rebalance),
            ],
            rulebook.Reviews.ToArray());
    }

    [Fact]
    public void Read_GivesScreensAndRanking()
    {
        var version = First(RulebookTexts.Good);
        Assert.Equal(["XHKG", "XSHG"], version.Universe.Exchanges.ToArray());
        var classified = Assert.IsType<ClassificationScreen>(version.Screens[0]);
        Assert.Equal(("industry", "bank,port", 0), (classified.Scheme, string.Join(',', classified.AnyOf), classified.NoneOf.Length));
        Assert.Equal(new ListingAgeScreen(12, 10, 3), version.Screens[1]);
        Assert.Equal(new FigureScreen(new RankField(RankFigure.Turnover, 12), 5, 9), version.Screens[2]);
        Assert.Equal(new RankScreen(new RankField(RankFigure.MarketValue), null, Points(50)), version.Screens[3]);
        Assert.Equal((ScoreMethod.ShareOfTotal, CountLevel.Line), (version.Ranking.Method, version.Ranking.Level));
        Assert.Equal([new RankField(RankFigure.FloatMarketValue, 0, 2), new RankField(RankFigure.Turnover, 6)], version.Ranking.Fields.ToArray());
    }

    [Fact]
    public void Read_GivesSelectionSharesAndReturns()
    {
        var version = First(RulebookTexts.Good);
        Assert.Equal(
            new Selection { Count = 10, EnterWithin = 8, StayWithin = 12, StayOnce = true, TurnoverLimit = Points(10), Reserve = 2, ReplacesFromReserve = true },
            version.Selection);
        Assert.Equal(new FastEntry(5, 1, 10), version.FastEntry);
        Assert.Equal((true, ShareUpdates.AtOnceWhenLarge, Points(5)), (version.Shares.FreeFloat, version.Shares.Updates, version.Shares.AtOnceFrom!.Value));
        Assert.Equal([new FloatBand(Points(15), null, Points(1)), new FloatBand(Points(100), Points(100))], version.Shares.Bands.ToArray());
        Assert.Equal((false, true, Points(10)), (version.Returns.Gross, version.Returns.Net, version.Returns.Withholding));
        Assert.Equal((Weighting.MarketValue, 2, ActionRules.Standard), (version.Weighting, version.Decimals, version.Actions));
    }

    [Theory]
    [InlineData("single: {limit: 8%}", "No name above 8%.")]
    [InlineData("single: {limit: 20%, trigger: 24%}", "When a name is above 24%, none above 20%.")]
    [InlineData("individual: {limits: {XHKG:700: 9%, XHKG:5: 4.5%}}", "XHKG:5 at most 4.5%, XHKG:700 at most 9%.")]
    [InlineData("groupName: {limits: {application: 5%}, others: 10%}", "No name above 5% in application, 10% elsewhere.")]
    [InlineData("groupTotal: {limit: 25%}", "No group above 25% in sum.")]
    [InlineData("thresholdSum: {threshold: 4.5%, limit: 48%, target: 40%}", "Names above 4.5% sum to at most 48%, otherwise to 40%.")]
    [InlineData("top: {count: 5, limit: 40%, target: 38.5%, others: 4.4%}", "The 5 largest sum to at most 40%, otherwise to 38.5%.")]
    [InlineData("largeStockScaling: {trigger: 24%, cap: 20%, threshold: 4.5%, limit: 48%, target: 40%}",
        "When the largest is above 24%, large stocks are scaled towards the average until it is 20%; when those above 4.5% sum to more than 48%, until they sum to 40%.")]
    public void Caps_CanAllBeSaid(string cap, string words)
    {
        var caps = First($$"""
            identity: {id: X, name: X, currency: USD, exchange: XNAS}
            base: {date: 2020-01-01, level: 100}
            versions:
              - from: 2020-01-02
                universe: {exchanges: [XNAS]}
                selection: {count: 100}
                caps:
                  level: company
                  {{(cap.StartsWith("group", StringComparison.Ordinal) ? "groupScheme: theme" : "")}}
                  rebalance:
                    - {{cap}}
            """).Caps;
        Assert.Equal([words], caps.AtRebalance.Select(rule => rule.Words));
        Assert.Empty(caps.AtReconstitution);
        Assert.Equal(CountLevel.Company, caps.Level);
    }

    [Fact]
    public void Caps_EveryKindHasAKey() => Assert.Equal(
        typeof(CapRule).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(CapRule)) && !type.IsAbstract),
        typeof(RulebookReaderTests).GetMethod(nameof(Caps_CanAllBeSaid))!.GetCustomAttributesData().Count(data => data.AttributeType == typeof(InlineDataAttribute)) - 1);

    [Fact]
    public void Rules_HoldAtEveryReview()
    {
        var caps = First(RulebookTexts.Good).Caps;
        Assert.Equal(4, caps.AtReconstitution.Length);
        Assert.Equal(caps.AtReconstitution.ToArray(), caps.AtRebalance.ToArray());
        Assert.Equal("industry", caps.GroupScheme);
    }

    [Fact]
    public void Versions_TakeOverWhatTheyDoNotState()
    {
        var versions = Good(RulebookTexts.Good).Versions;
        Assert.Equal(versions[0] with { From = new DateOnly(2022, 1, 3), Note = "Later.", Sources = versions[1].Sources }, versions[1]);
    }

    [Fact]
    public void Versions_EndWhatTheyTookOver()
    {
        var versions = Good(Changed("    note: Later.", "    screens: []\n    fastEntry: none\n    caps: none\n    shares: {count: total}")).Versions;
        Assert.Equal((4, true, 4, true), (versions[0].Screens.Length, versions[0].FastEntry is not null, versions[0].Caps.AtRebalance.Length, versions[0].Shares.FreeFloat));
        Assert.Equal((0, true, CapPlan.None, ShareRule.Total), (versions[1].Screens.Length, versions[1].FastEntry is null, versions[1].Caps, versions[1].Shares));
    }

    [Fact]
    public void Versions_ReplaceBlocksWhole()
    {
        var versions = Good(Changed("    note: Later.", "    selection: {count: 20}")).Versions;
        Assert.Equal(new Selection { Count = 20 }, versions[1].Selection);
    }

    [Fact]
    public void FirstVersion_HasTheDefaultsOfTheModel()
    {
        var version = First("""
            identity: {id: X, name: X, currency: USD, exchange: XNAS}
            base: {date: 2020-01-01, level: 100}
            versions:
              - from: 2020-01-02
                universe: {list: [XNAS:A, {id: XNAS:B}]}
                selection: {method: all}
                weighting: equal
            """);
        Assert.Equal(
            new RulebookVersion { From = version.From, Universe = version.Universe, Selection = new Selection { Method = SelectionMethod.All }, Weighting = Weighting.Equal, Screens = version.Screens, Sources = version.Sources },
            version);
        Assert.Equal([new GivenMember(new InstrumentId("XNAS:A")), new GivenMember(new InstrumentId("XNAS:B"))], version.Universe.List.ToArray());
    }

    [Fact]
    public void GivenWeights_SumTo100()
    {
        var version = First("""
            identity: {id: X, name: X, currency: USD, exchange: XNAS}
            base: {date: 2020-01-01, level: 100}
            versions:
              - from: 2020-01-02
                universe: {list: [{id: XNAS:A, weight: 33.3%}, {id: XNAS:B, weight: 66.7%}]}
                selection: {method: all}
                weighting: given
            """);
        Assert.Equal([Points(33.3), Points(66.7)], version.Universe.List.Select(member => member.Weight!.Value));
    }

    [Theory]
    [InlineData("4.5%", 4.5)]
    [InlineData("38.5%", 38.5)]
    [InlineData("4.4%", 4.4)]
    [InlineData("0.1%", 0.1)]
    [InlineData("100%", 100)]
    public void Percentages_AreReadAsPoints(string text, double points) =>
        Assert.Equal(Points(points), First(Changed("turnoverLimit: 10%", $"turnoverLimit: {text}")).Selection.TurnoverLimit!.Value);

    [Fact]
    public void Read_NamesFileAndContent()
    {
        var rulebook = Good("""{identity: {id: X, name: X, currency: USD, exchange: XNAS}, base: {date: 2020-01-01, level: 1}, versions: [{from: 2020-01-02, universe: {exchanges: [XNAS]}, selection: {method: all}}]}""");
        Assert.Equal("x.yaml", rulebook.File);

        // sha256sum of the line above, without a line end.
        Assert.Equal("96c1841bb35aca321887a6ac7c08f4c79bca7400e8688d511c8f9ac157fe0daa", rulebook.Sha256);
    }

    [Fact]
    public void Read_TakesByteOrderMarkQuotesAndWindowsLineEnds()
    {
        var text = "\uFEFF" + RulebookTexts.Good.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("2019-12-31", "\"2019-12-31\"", StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2019, 12, 31), Good(text).BaseDate);
    }

    [Fact]
    public void ReadFile_ReadsAFile()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "harbour.yaml");
        File.WriteAllText(path, RulebookTexts.Good);
        var rulebook = RulebookReader.ReadFile(path).Value!;
        Assert.Equal(("Harbour Ten", path), (rulebook.Name, rulebook.File));
    }

    [Fact]
    public void ReadFile_SaysWhatIsWrongWithAPath()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "none.yaml");
        Assert.Equal($"{missing}: The rulebook cannot be read. There is no such file.", Assert.Single(RulebookReader.ReadFile(missing).Problems).ToString());
        Assert.Equal($"{folder.Path}: The rulebook cannot be read. That is a folder; name a file in it.", Assert.Single(RulebookReader.ReadFile(folder.Path).Problems).ToString());
    }

    [Fact]
    public void Example_OfTheDocumentationIsGood()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "rulebooks.md")).ReplaceLineEndings("\n");
        var text = page.Split("<!-- example -->\n```yaml\n")[1].Split("```")[0];
        var versions = Good(text).Versions;
        Assert.Equal((1, 2), (versions[0].Caps.AtRebalance.Length, versions[1].Caps.AtRebalance.Length));
        Assert.Equal($"harbour.yaml:{Faults(text.Replace("enter: 2", "enter: 4", StringComparison.Ordinal))}\n", page.Split("```\n")[1]);
    }
}
