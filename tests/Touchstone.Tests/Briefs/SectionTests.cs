using Touchstone.Briefs;
using Touchstone.Measures;

namespace Touchstone.Tests.Briefs;

public class SectionTests
{
    private static readonly string[] All = ["move", "leaders", "drivers", "valuation", "breadth", "flows", "events", "scenarios"];

    [Fact]
    public void Write_OfAnIndexWithEverything_HasAllSectionsInOrder() =>
        Assert.Equal(All, Harbour.Market.Write("HARB", "2025-02-28").Sections.Select(section => section.Topic));

    [Theory]
    [InlineData("HARB", "2025-02-28")]
    [InlineData("HARBT", "2024-06-14")]
    [InlineData("HARBG", "2025-01-17")]
    [InlineData("HARBGK", "2025-02-28")]
    [InlineData("XHBR:TIDE", "2025-02-28")]
    [InlineData("XHBR:SALT", "2023-06-30")]
    [InlineData("HARB", "2022-01-03")]
    public void Write_EveryNumberOfASentenceIsAFigure(string subject, string day)
    {
        var brief = Harbour.Market.Write(subject, day);

        Assert.Equal("", string.Join('\n', brief.Sentences().SelectMany(sentence => BriefReading.Loose(sentence, Harbour.Market).Select(number => $"{number}: {sentence.Text}"))));
    }

    [Theory]
    [InlineData("HARB", "2025-02-28")]
    [InlineData("XHBR:TIDE", "2025-02-28")]
    public void Write_EveryFigureIsTheAnswerToItsExpression(string subject, string day)
    {
        var evaluator = new Evaluator(Harbour.Market);

        Assert.All(Harbour.Market.Write(subject, day).Figures, figure => Assert.Equal(evaluator.Evaluate(Expression.Parse(figure.Expression.ToString()).Value!).Value, figure.Value));
    }

    [Theory]
    [InlineData("HARB")]
    [InlineData("HARBT")]
    [InlineData("XHBR:QUAY")]
    public void Write_IsOneToTwoPages(string subject) =>
        Assert.InRange(Harbour.Market.Write(subject, "2025-02-28").Text().Split(' ').Length, 200, 900);

    [Fact]
    public void Write_Twice_GivesTheSameBytes() =>
        Assert.Equal(BriefMarkdown.Write(Harbour.Market.Write("HARB", "2025-02-28")), BriefMarkdown.Write(Harbour.Market.Write("HARB", "2025-02-28")));

    [Fact]
    public void Write_OmissionsHaveNoNumbers() =>
        Assert.DoesNotContain(Harbour.Market.Write("HARB", "2022-01-05").Omissions, omission => omission.What.Any(char.IsAsciiDigit));

    [Fact]
    public void Write_OfAStock_NeitherSpeaksOfMembersNorMissesThem()
    {
        var brief = Harbour.Market.Write("XHBR:TIDE", "2025-02-28");

        Assert.Equal(["move", "leaders", "drivers", "valuation", "flows", "events", "scenarios"], brief.Sections.Select(section => section.Topic));
        Assert.DoesNotContain(brief.Omissions, omission => omission.What.Contains("members", StringComparison.Ordinal));
        Assert.Contains("Tidewrack is worth $6.7 billion in the market. It has added $1.1 billion of market value this year.", brief.Text("leaders"), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutEarnings_SplitsByBookValueAndSaysWhatIsMissing()
    {
        var brief = Harbour.Market.Write("XHBR:SALT", "2025-02-28");

        Assert.Contains("from the price-to-book ratio", brief.Text("drivers"), StringComparison.Ordinal);
        Assert.Contains(brief.Omissions, omission => omission.What == "a split of the move by the P/E");
    }

    [Fact]
    public void Write_NamesWhatIsNotPublished() =>
        Assert.Equal(ProblemKind.NotPublished, Assert.Single(Harbour.Market.Write("HARB", "2025-02-28").Omissions).Problem.Kind);

    [Fact]
    public void Write_SinceAnEvent_IsSinceItsDay() =>
        Assert.Equal("Harbour Index up 17.8% since 20 January 2025", Harbour.Market.Write("HARB", "2025-02-28", "since:chartroom").Title.Text);

    [Fact]
    public void Write_SinceAnUnknownEvent_IsAProblem() =>
        Assert.Contains("'nothing'", BriefWriter.Write(new Evaluator(Harbour.Market), new BriefRequest("HARB") { Window = Window.Parse("since:nothing").Value }).Problem!.Message, StringComparison.Ordinal);

    [Fact]
    public void Write_Benchmark_IsNoTotalReturnIndex() =>
        Assert.Equal(new InstrumentId("HARB"), Harbour.Market.Write("HARBG", "2025-02-28").Benchmark);
}
