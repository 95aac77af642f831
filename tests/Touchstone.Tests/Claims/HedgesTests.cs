using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class HedgesTests
{
    [Theory]
    [InlineData("rose 5%", "None", "")]
    [InlineData("rose more than 5%", "MoreThan", "more than")]
    [InlineData("rose over 5%", "MoreThan", "over")]
    [InlineData("rose at least 5%", "MoreThan", "at least")]
    [InlineData("rose no less than 5%", "MoreThan", "no less than")]
    [InlineData("rose less than 5%", "LessThan", "less than")]
    [InlineData("rose no more than 5%", "LessThan", "no more than")]
    [InlineData("rose at most 5%", "LessThan", "at most")]
    [InlineData("rose nearly 5%", "Nearly", "nearly")]
    [InlineData("rose almost 5%", "Nearly", "almost")]
    [InlineData("rose close to 5%", "Nearly", "close to")]
    [InlineData("rose just under 5%", "Nearly", "just under")]
    [InlineData("rose just over 5%", "JustOver", "just over")]
    [InlineData("rose slightly more than 5%", "JustOver", "slightly more than")]
    [InlineData("rose about 5%", "About", "about")]
    [InlineData("rose around 5%", "About", "around")]
    [InlineData("rose roughly 5%", "About", "roughly")]
    [InlineData("rose some 5%", "About", "some")]
    [InlineData("rose approximately 5%", "About", "approximately")]
    [InlineData("fell as much as 5%", "AsMuchAs", "as much as")]
    [InlineData("fell up to 5%", "AsMuchAs", "up to")]
    [InlineData("rose an impressive 5%", "None", "")]
    [InlineData("rose just 5%", "None", "")]
    [InlineData("rose only 5%", "None", "")]
    [InlineData("a nearly impressive 5%", "Nearly", "nearly impressive")]
    public void Before_ReadsTheWordsInFront(string text, string kind, string words)
    {
        var tokens = Tokenizer.Read(text);
        var first = tokens.FindIndex(token => token.Kind == TokenKind.Number);

        var hedge = Hedges.Before(tokens, 0, first, out var start);

        Assert.Equal(kind, hedge.ToString());
        Assert.Equal(words, start < 0 ? "" : text[tokens[start].Start..tokens[first - 1].End]);
    }

    [Fact]
    public void Before_StaysInsideTheSentence()
    {
        var tokens = Tokenizer.Read("nearly 5%");

        Assert.Equal(HedgeKind.None, Hedges.Before(tokens, 1, 1, out _));
    }
}
