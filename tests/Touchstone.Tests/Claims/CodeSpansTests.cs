using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class CodeSpansTests
{
    [Theory]
    [InlineData("no code", "")]
    [InlineData("a `b` c", "`b`")]
    [InlineData("``a ` b`` c", "``a ` b``")]
    [InlineData("a `b", "")] // never closed
    [InlineData("China`s and Japan`s", "")] // apostrophes
    [InlineData("`a\n\nb`", "")] // past a blank line
    [InlineData("`a\nb`", "`a\nb`")]
    [InlineData("x\n```\n1\n2\n```\ny", "```\n1\n2\n```")]
    [InlineData("x\n~~~ text\n1\n~~~~\ny", "~~~ text\n1\n~~~~")]
    [InlineData("x\n```\n1\ny", "")] // a fence that is never closed hides nothing
    [InlineData("x\n````\n```\n1\n````", "````\n```\n1\n````")]
    [InlineData("```\n1\n```\n`2`", "```\n1\n```|`2`")]
    [InlineData("`a` and `b`", "`a`|`b`")]
    public void Find_FindsCode(string text, string code) => Assert.Equal(code, string.Join('|', CodeSpans.Find(text).Select(span => text[span.Start..span.End])));

    [Fact]
    public void Find_TakesHostileMarksInStride() => Assert.Empty(CodeSpans.Find(string.Concat(Enumerable.Range(1, 400).Reverse().Select(n => new string('`', n) + "\n\n"))));

    [Fact]
    public void Run_CountsNoNumberOfCode()
    {
        var report = FilledText.Run("The Harbour Index rose 2.41% on the day, as `return(HARB, 1d)` of 5 rows says: `12.5%`.\n\n```\nreturn(HARB, 5y): the data begin on 2022-01-03; 99.5% and 12 points\nThe Harbour Index fell 77%.\n```\n\nIt closed at 2,226.20.");

        Assert.Equal(["rose 2.41% on the day", "2,226.20"], report.Claims.Select(claim => claim.Span.Text));
        Assert.Equal(["5"], report.Unread.Select(span => span.Text));
        Assert.Equal(3, report.Coverage.Numbers);
    }

    [Fact]
    public void Run_MasksNumbersAndDaysInTheNamesOfEvents()
    {
        var market = ClaimMarket.Standard().Event("shut", "2025-02-12", "Market holiday 2025 (shut 12 to 13 February; 3% of the year)").Build();
        var report = ClaimMarket.Check(market, "Since 12 February 2025, the day of “Market holiday 2025 (shut 12 to 13 February; 3% of the year)”, the Harbour Index has risen 19.6%.");

        Assert.Equal([Verdict.Confirmed], report.Claims.Select(claim => claim.Verdict)); // 1196 / 1000
        Assert.Empty(report.Unread);
    }
}
