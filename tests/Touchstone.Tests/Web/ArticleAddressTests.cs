using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Touchstone.Web.Checking;

namespace Touchstone.Tests.Web;

public class ArticleAddressTests
{
    [Theory]
    [InlineData("The index rose 2.4%.")]
    [InlineData("恒生科技指数上涨 5.6%\n\n“quoted” — é 🙂")]
    [InlineData("")]
    public void Read_GivesBackTheText(string text) => Assert.Equal(text, ArticleAddress.Read(ArticleAddress.Of(text)!));

    [Fact]
    public void Of_HasOnlyLettersThatAddressesTakeAsTheyAre() => Assert.Matches("^[A-Za-z0-9_-]+$", ArticleAddress.Of("x & y = z? <a href=\"#\">")!);

    [Fact]
    public void Of_IsNullForATextThatNoRequestLineHolds()
    {
        var random = new Random(1);
        Assert.Null(ArticleAddress.Of(string.Concat(Enumerable.Range(0, 30_000).Select(_ => (char)random.Next('a', 'z' + 1)))));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("not an article")]
    [InlineData("____")]
    [InlineData("<script>")]
    public void Read_RefusesWhatIsNoArticle(string form) => Assert.Null(ArticleAddress.Read(form));

    [Fact]
    public void Read_RefusesWhatIsCut()
    {
        var whole = ArticleAddress.Of(string.Concat(Enumerable.Range(0, 500).Select(i => $"The index rose {i * 7 % 93}.{i % 10}%. ")))!;
        for (var length = 1; length < whole.Length; length += 37)
        {
            Assert.Null(ArticleAddress.Read(whole[..length]));
        }
    }

    [Fact]
    public void Read_RefusesWhatUnpacksToMoreThanAnArticle()
    {
        using var packed = new MemoryStream();
        packed.Write(SHA256.HashData(new byte[64 << 20].Select(_ => (byte)'a').ToArray()).AsSpan(0, 6));
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
            {
                brotli.Write(Encoding.UTF8.GetBytes(new string('a', 1 << 20)));
            }
        }

        Assert.InRange(packed.Length, 1, ArticleAddress.Longest / 2);
        Assert.Null(ArticleAddress.Read(System.Buffers.Text.Base64Url.EncodeToString(packed.ToArray())));
    }
}
