using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class SentencesTests
{
    [Theory]
    [InlineData("Shares rose. They fell later.", "Shares rose.|They fell later.")]
    [InlineData("Acorn Corp. rose 3%. It closed at 5.", "Acorn Corp. rose 3%.|It closed at 5.")]
    [InlineData("U.S. stocks fell. Asia rose.", "U.S. stocks fell.|Asia rose.")]
    [InlineData("Trade moved to the U.S. The index fell.", "Trade moved to the U.S.|The index fell.")]
    [InlineData("Mr. Lee and J. Chan spoke.", "Mr. Lee and J. Chan spoke.")]
    [InlineData("It rose 3.5 percent to 1.25.", "It rose 3.5 percent to 1.25.")]
    [InlineData("It gained 4%.The other lost 2%.", "It gained 4%.|The other lost 2%.")]
    [InlineData("On Feb. 14 it rose. Then it fell.", "On Feb. 14 it rose.|Then it fell.")]
    [InlineData("- Acorn rose 3%\n- Birch fell 2%", "- Acorn rose 3%|- Birch fell 2%")]
    [InlineData("“It rose.” He left.", "“It rose.”|He left.")]
    [InlineData("Who knew? Nobody! Fine", "Who knew?|Nobody!|Fine")]
    [InlineData("A heading\nA sentence", "A heading|A sentence")]
    [InlineData("9988.HK rose 3%. 700.HK fell.", "9988.HK rose 3%.|700.HK fell.")]
    public void Split_EndsWhereASentenceEnds(string text, string expected) => Assert.Equal(expected, Cut(text));

    [Fact]
    public void Split_CountsParagraphsByLine()
    {
        var sentences = Sentences.Split(Tokenizer.Read("One. Two.\nThree.\n\nFour."));

        Assert.Equal([0, 0, 1, 3], sentences.Select(sentence => sentence.Paragraph));
    }

    private static string Cut(string text)
    {
        var tokens = Tokenizer.Read(text);
        return string.Join('|', Sentences.Split(tokens).Select(sentence => text[tokens[sentence.First].Start..tokens[sentence.End - 1].End]));
    }
}
