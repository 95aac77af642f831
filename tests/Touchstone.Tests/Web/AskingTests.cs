using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Web.Asking;
using Touchstone.Web.Rest;

namespace Touchstone.Tests.Web;

/// <summary>What the forms of the pages offer: completions, examples, studies.</summary>
public class AskingTests
{
    private static readonly Market Sample = Package.Open(SampleCopy.Folder).Value;

    [Theory]
    [InlineData("", "level(")]
    [InlineData("retu", "return(")]
    [InlineData("drawd", "drawdown(")]
    [InlineData("bubble", "gsadf(")]
    [InlineData("return(", "HARB")]
    [InlineData("return(harbour te", "HARBT")]
    [InlineData("return(\"Tide", "XHBR:TIDE")]
    [InlineData("return(HARB, y", "1y")]
    [InlineData("return(HARB, since:", "since:chartroom")]
    [InlineData("return(HARB, ytd, b", "basis=")]
    [InlineData("return(HARB, ytd, basis=to", "total")]
    [InlineData("return(HARB, ytd, currency=", "HBK")]
    [InlineData("observation(HARB, pe", "pe_trailing")]
    [InlineData("event(", "chartroom")]
    [InlineData("weight(", "HARB")]
    [InlineData("rank-among(HARBT, 1d, HARB, LANT", "XHBR:LANT")]
    [InlineData("return(HARB, ytd) @ ", "2025-02-28")]
    [InlineData("return(HARB, ytd) @ 2025-02-28 XH", "XHBR=2025-02-28")]
    public void Completion_OffersWhatFits(string text, string expected)
    {
        var completion = ExpressionCompletion.Of(Sample, text, text.Length);
        Assert.Contains(expected, completion.Items.Select(item => item.Text));
        Assert.NotEmpty(completion.Hint);
    }

    [Theory]
    [InlineData("retu", "return(", "return(")]
    [InlineData("return(tech", "HARBT", "return(HARBT")]
    [InlineData("return(HARB, yt", "ytd", "return(HARB, ytd")]
    [InlineData("return(HARB, ytd, basis=t", "total", "return(HARB, ytd, basis=total")]
    [InlineData("return(HARB, ytd) @2025", "2025-02-28", "return(HARB, ytd) @2025-02-28")]
    public void Completion_ReplacesTheWordThatIsWritten(string text, string taken, string expected)
    {
        var completion = ExpressionCompletion.Of(Sample, text, text.Length);
        Assert.Contains(taken, completion.Items.Select(item => item.Text));
        Assert.Equal(expected, text[..completion.From] + taken + text[completion.To..]);
    }

    [Fact]
    public void Completion_InsideAnExpressionKeepsTheRest()
    {
        var completion = ExpressionCompletion.Of(Sample, "return(HAR, ytd) @ 2025-02-28", 9);
        Assert.Equal((7, 10), (completion.From, completion.To));
        Assert.Equal("HARB", completion.Items[0].Text);
    }

    [Fact]
    public void Completion_SurvivesAnyText() => Property.Holds(random =>
    {
        const string letters = "return(HARB, ytd)@=\"XHBR:é☃ \t,,((";
        var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)]));
        var completion = ExpressionCompletion.Of(Sample, text, random.Next(-2, text.Length + 3));
        Assert.InRange(completion.From, 0, text.Length);
        Assert.InRange(completion.To, completion.From, text.Length);
    });

    [Fact]
    public void Examples_OfTheSampleAreThoseOfTheCatalogue()
    {
        var examples = new LocalExample(Sample, new Symbols(Sample));
        Assert.Equal(Catalogue.All.Select(measure => measure.Example), Catalogue.All.Select(examples.Of));
    }

    [SharedFact]
    public void Examples_OfAnotherPackageNameWhatItHas()
    {
        var market = Package.Open(SharedData.Market).Value;
        var examples = new LocalExample(market, new Symbols(market));
        var evaluator = new Evaluator(market);
        var unknown = Catalogue.All
            .Where(measure => measure.Family is "price" or "valuation" or "events")
            .Select(measure => Expression.Parse(examples.Of(measure)).Value!)
            .Where(example => evaluator.Evaluate(example) is { HasValue: false, Problem.Kind: ProblemKind.Invalid or ProblemKind.Ambiguous });
        Assert.Empty(unknown);
        Assert.Contains("(HSI", examples.Of(Catalogue.Find("return")!), StringComparison.Ordinal);
    }

    [Fact]
    public void Studies_OfTheSampleHaveAnswers()
    {
        foreach (var kind in StudyKind.All)
        {
            var examples = StudyExamples.Of(Sample, kind);
            Assert.NotEmpty(examples);
            foreach (var (_, address) in examples.Take(2))
            {
                var (answer, problem) = Run(kind, address + (kind.Word == "exuberance" ? "&replicates=19&critical=monte-carlo" : ""));
                Assert.Null(problem);
                Assert.NotEmpty(answer!.Page.Sections);
            }
        }
    }

    /// <summary>A number of a study that is linked to a measure is that measure's number.</summary>
    [Theory]
    [InlineData("/study/events?events=chartroom&securities=@HARBT&market=HARB&window=0..3&windows=0..3")]
    [InlineData("/study/events?events=chartroom&securities=@HARBT&market=HARB&window=-5..5&windows=-5..5&returns=simple&model=market-adjusted&estimation=120")]
    public void Measures_OfAStudyGiveItsNumbers(string address)
    {
        var (answer, _) = Run(StudyKind.Find("events")!, address);
        var table = answer!.Page.Sections.Single(section => section.Heading.StartsWith("Events by", StringComparison.Ordinal)).Table!;
        var column = table.Columns.Select(item => item.Title).ToList().IndexOf("CAR %");
        var evaluator = new Evaluator(Sample);
        Assert.Equal(table.Rows.Length, answer.Measures.Length);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var found = evaluator.Evaluate(Expression.Parse(answer.Measures[i].Expression).Value!);
            Assert.Equal(table.Rows[i][column], Figure.Fixed(found.Value.Value, 2));
        }
    }

    [Fact]
    public void Measures_AreNotNamedWhereTheyWouldDiffer() =>
        Assert.Empty(Run(StudyKind.Find("events")!, "/study/events?events=chartroom&securities=@HARBT&market=HARB&windows=0..3").Answer!.Measures);

    private static (StudyAnswer? Answer, Problem? Problem) Run(StudyKind kind, string address)
    {
        var query = new QueryCollection(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => new StringValues(Uri.UnescapeDataString(pair[1]))));
        var asked = Asked.Of(kind.Asks, query);
        Assert.Empty(asked.Faults);
        return StudyAnswer.Of(kind, new Touchstone.Web.Snapshots.PackageSnapshot(new Loaded<Market>(Sample, ImmutableArray<Problem>.Empty), RulebookShelf.Read(SampleCopy.Folder).Value!, default), asked, CancellationToken.None);
    }
}
