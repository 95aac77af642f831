using Touchstone.Claims;

namespace Touchstone.Tests.Claims;

public class TokenizerTests
{
    [Theory]
    [InlineData("U.S. stocks fell.", "U.S./w stocks/w fell/w ./s")]
    [InlineData("the S&P rose", "the/w S&P/w rose/w")]
    [InlineData("JD.com and Acorn", "JD.com/w and/w Acorn/w")]
    [InlineData("China’s shares", "China/w ’s/p shares/w")]
    [InlineData("China's shares", "China/w 's/p shares/w")]
    [InlineData("the banks' profits", "the/w banks/w '/p profits/w")]
    [InlineData("it didn’t fall", "it/w didn’t/w fall/w")]
    [InlineData("two-thirds", "two/w -thirds/w")]
    [InlineData("AI-driven gains", "AI/w -driven/w gains/w")]
    [InlineData("1,234.56 points", "1,234.56/n points/w")]
    [InlineData("12,34,567 rupees", "12,34,567/n rupees/w")]
    [InlineData("1,23 and 4", "1/n ,/s 23/n and/w 4/n")]
    [InlineData("5G phones", "5G/m phones/w")]
    [InlineData("DeepSeek R1 model", "DeepSeek/w R1/m model/w")]
    [InlineData("Qwen2.5-Max model", "Qwen2.5/m -Max/w model/w")]
    [InlineData("HK$45.2 a share", "HK$/s 45.2/n a/w share/w")]
    [InlineData("US$732bn", "US$/s 732/n bn/w")]
    [InlineData("USD732", "USD/w 732/n")]
    [InlineData("up 4%.The index", "up/w 4/n %/s ./s The/w index/w")]
    [InlineData("closed at 1,196.Shares", "closed/w at/w 1,196/n ./s Shares/w")]
    [InlineData("3rd and 25bps", "3/n rd/w and/w 25/n bps/w")]
    [InlineData("a\nb", "a/w \n/b b/w")]
    public void Read_CutsAsAReaderWould(string text, string expected) => Assert.Equal(expected, Shape(text));

    [Fact]
    public void Read_KeepsPositionsInTheText()
    {
        const string Text = "Hong Kong’s HK$45.2 “rally” of Qwen2.5-Max, 1,234.56 (U.S.).";

        var tokens = Tokenizer.Read(Text).ToList();

        Assert.NotEmpty(tokens);
        Assert.All(tokens, token => Assert.Equal(Text.Substring(token.Start, token.Length), token.Text));
    }

    [Fact]
    public void Read_FoldsTheApostropheInTheLowerCaseFormAlone()
    {
        var token = Tokenizer.Read("Didn’t")[0];

        Assert.Equal(("Didn’t", "didn't"), (token.Text, token.Lower));
    }

    private static string Shape(string text) => string.Join(' ', Tokenizer.Read(text).Select(token => $"{(token.Joined ? "-" : "")}{token.Text}/{Letter(token.Kind)}"));

    private static char Letter(TokenKind kind) => kind switch { TokenKind.Word => 'w', TokenKind.Number => 'n', TokenKind.Name => 'm', TokenKind.Possessive => 'p', TokenKind.Symbol => 's', _ => 'b' };
}
