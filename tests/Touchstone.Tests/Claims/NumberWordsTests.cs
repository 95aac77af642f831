using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class NumberWordsTests
{
    [Theory]
    [InlineData("three weeks", 3, 1)]
    [InlineData("twenty-six weeks", 26, 2)]
    [InlineData("ninety-nine", 99, 2)]
    [InlineData("twenty six", 20, 1)]
    [InlineData("dozen", 12, 1)]
    [InlineData("thirteen", 13, 1)]
    [InlineData("rose", 0, 0)]
    public void ReadCardinal_ReadsWords(string text, int value, int end)
    {
        Assert.Equal(end, NumberWords.ReadCardinal(Tokenizer.Read(text), 0, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("33 stocks", 33, 1)]
    [InlineData("four stocks", 4, 1)]
    [InlineData("3.5 stocks", 0, 0)]
    public void ReadWhole_ReadsDigitsOrWords(string text, int value, int end)
    {
        Assert.Equal(end, NumberWords.ReadWhole(Tokenizer.Read(text), 0, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("third straight", 3, 1)]
    [InlineData("5th day", 5, 2)]
    [InlineData("22nd week", 22, 2)]
    [InlineData("5 days", 0, 0)]
    [InlineData("down", 0, 0)]
    public void ReadOrdinal_ReadsWordsAndDigits(string text, int value, int end)
    {
        Assert.Equal(end, NumberWords.ReadOrdinal(Tokenizer.Read(text), 0, out var read));
        Assert.Equal(value, read);
    }
}
