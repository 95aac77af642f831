using Touchstone.Briefs;
using Touchstone.Measures;

namespace Touchstone.Tests.Briefs;

public class MoveSectionTests
{
    [Fact]
    public void Write_OnTheSample_SaysTheMoveAndCarriesItsExpressions()
    {
        var outcome = BriefWriter.Write(new Evaluator(Harbour.Market), new BriefRequest("HARBT") { AsOf = new DateOnly(2025, 2, 28), Benchmark = "HARB" });

        var brief = Assert.IsType<Brief>(outcome.Brief);
        Assert.Equal("Harbour Tech Index up 31.2% this year", brief.Title.Text);
        var move = Assert.Single(brief.Sections, section => section.Topic == "move");
        Assert.StartsWith("The Harbour Tech Index closed at 1,276.57 on 28 February 2025, up 46.50 points, or 3.8%, on the day. ", string.Join(' ', move.Paragraphs[0].Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
        Assert.Contains("return(HARBT, ytd) @ 2025-02-28", brief.Figures.Select(figure => figure.Expression.ToString()));
    }

    [Fact]
    public void Write_OfAnUnknownSubject_IsAProblem() =>
        Assert.Contains("NOSUCH", BriefWriter.Write(new Evaluator(Harbour.Market), new BriefRequest("NOSUCH")).Problem!.Message, StringComparison.Ordinal);
}
