namespace Touchstone.Tests.Briefs;

/// <summary>A package that lacks something gives a shorter brief that says so.</summary>
public class ThinDataTests
{
    private static readonly (string Day, double Close)[] Days = [("2025-01-02", 400), ("2025-01-03", 404), ("2025-01-06", 408)];

    [Fact]
    public void Write_OfOneDay_SaysTheCloseAlone()
    {
        var brief = new TestMarket().Index("I").Closes("I", Days[0]).Build().Write("I", "2025-01-02");

        Assert.Equal("I Name", brief.Title.Text);
        Assert.Equal("The I Name closed at 400.00 on 2 January 2025.", brief.Text());
        Assert.Contains(brief.Omissions, omission => omission.What == "the move of the day");
    }

    [Fact]
    public void Write_WithoutABenchmark_SaysSo()
    {
        var brief = new TestMarket().Index("I").Closes("I", Days).Build().Write("I", "2025-01-06");

        Assert.Null(brief.Benchmark);
        Assert.DoesNotContain("performed", brief.Text(), StringComparison.Ordinal);
        Assert.Contains(brief.Omissions, omission => omission.What == "a comparison with a benchmark");
    }

    [Fact]
    public void Write_OfAnUnchangedDay_SaysUnchanged() =>
        Assert.StartsWith("The I Name closed at 400.00 on 3 January 2025, unchanged on the day.", new TestMarket().Index("I").Closes("I", Days[0], ("2025-01-03", 400)).Build().Write("I", "2025-01-03").Text(), StringComparison.Ordinal);

    [Fact]
    public void Write_WithAMemberWithoutPrices_LeavesOutItsBreadthAndSaysSo()
    {
        var brief = Indexed(3).Equity("XHKG:9").Member("I", "XHKG:9", "2025-01-02", units: 1).Build().Write("I", "2025-01-06");

        Assert.DoesNotContain(brief.Sections, section => section.Topic == "breadth");
        Assert.Contains(brief.Omissions, omission => omission.What == "advancers and decliners on the day" && omission.Problem.Message.Contains("XHKG:9", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WithAMemberWithoutPrices_RanksThoseWithCloses() =>
        Assert.Contains("of those members of the I Name that have closes.", Indexed(5, hasUnits: false).Equity("XHKG:9").Member("I", "XHKG:9", "2025-01-02").Build().Write("I", "2025-01-06").Text("leaders"), StringComparison.Ordinal);

    [Fact]
    public void Write_WithoutAnyMember_SaysWhatWouldSettleIt()
    {
        var brief = new TestMarket().Index("I").Closes("I", Days).Build().Write("I", "2025-01-06");

        Assert.Contains(brief.Omissions, omission => omission.What == "the members that led and lagged" && omission.Problem.Message.Contains("constituents", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WithEarningsAtZero_SaysNoMultiple()
    {
        var brief = new TestMarket().Index("I").Closes("I", Days).Observed("I", "pe_trailing", "multiple", ("2025-01-02", 0), ("2025-01-03", 0), ("2025-01-06", 0)).Build().Write("I", "2025-01-06");

        Assert.DoesNotContain("0.00", brief.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(brief.Sections, section => section.Topic is "drivers" or "valuation");
    }

    [Fact]
    public void Write_WhenNothingMoved_HasNoNoneOfNone()
    {
        var market = new TestMarket().Index("I").Divisor("I", "2025-01-02", 1).Closes("I", ("2025-01-02", 200), ("2025-01-03", 200));
        foreach (var id in new[] { "XHKG:1", "XHKG:2" })
        {
            market.Equity(id).Member("I", id, "2025-01-02", units: 1).Closes(id, ("2025-01-02", 100), ("2025-01-03", 100));
        }

        var brief = market.Build().Write("I", "2025-01-03");
        Assert.StartsWith("Of the 2 members of the I Name, none rose or fell on the day, 2 were unchanged.", brief.Text("breadth"), StringComparison.Ordinal);
        Assert.DoesNotContain(brief.Sections, section => section.Topic == "leaders");
    }

    [Fact]
    public void Write_OfAnIndexWithMonthlyMembers_SaysThatTheListMayLag()
    {
        var market = new TestMarket().Index("I").Closes("I", Days);
        foreach (var (id, close) in new[] { ("XHKG:1", 101.0), ("XHKG:2", 102), ("XHKG:3", 103), ("XHKG:4", 98) })
        {
            market.Equity(id).Listed("I", "2025-01", id).Closes(id, ("2025-01-02", 100), ("2025-01-03", 100), ("2025-01-06", close));
        }

        var text = market.Build().Write("I", "2025-01-06").Text("leaders");
        Assert.StartsWith("XHKG:3 Name rose 3.0% on the day, the most of the members of the I Name. XHKG:2 Name rose 2.0% on the day. XHKG:4 Name fell 2.0% on the day, the most.", text, StringComparison.Ordinal);
        Assert.EndsWith("The members are those of the monthly list of January 2025, which may lag a change by weeks.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfATie_ClaimsNoSuperlative()
    {
        var market = new TestMarket().Index("I").Closes("I", Days);
        foreach (var (id, close) in new[] { ("XHKG:1", 103.0), ("XHKG:2", 103), ("XHKG:3", 101), ("XHKG:4", 98) })
        {
            market.Equity(id).Listed("I", "2025-01", id).Closes(id, ("2025-01-02", 100), ("2025-01-03", 100), ("2025-01-06", close));
        }

        Assert.DoesNotContain("the most of the members", market.Build().Write("I", "2025-01-06").Text("leaders"), StringComparison.Ordinal);
    }

    private static TestMarket Indexed(int members, bool hasUnits = true)
    {
        var market = new TestMarket().Index("I").Closes("I", Days);
        market = hasUnits ? market.Divisor("I", "2025-01-02", 1) : market;
        for (var member = 1; member <= members; member++)
        {
            var id = $"XHKG:{member}";
            market.Equity(id).Member("I", id, "2025-01-02", units: hasUnits ? 1 : null).Closes(id, ("2025-01-02", 100), ("2025-01-03", 100 + member), ("2025-01-06", 100 + (2 * member)));
        }

        return market;
    }
}
