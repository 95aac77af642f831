using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Touchstone.Claims;
using Touchstone.Data;
using Touchstone.Web.Rest;

namespace Touchstone.Web.Checking;

/// <summary>What the Check page is asked: an article, what is known of its days, and which verdicts are not shown.</summary>
internal sealed record CheckQuestion
{
    /// <summary>The field of a session: this, then the code of the exchange.</summary>
    public const string SessionField = "asOf.";

    private const string UsualName = "article";
    private const int LongestName = 200;

    /// <summary>The article's bytes; empty when there is none yet.</summary>
    public byte[] Bytes { get; private init; } = [];

    /// <summary>What the article is called.</summary>
    public string Name { get; private init; } = UsualName;

    /// <summary>The day it was published, or null to infer it.</summary>
    public DateOnly? Published { get; private init; }

    /// <summary>Sessions given for single exchanges.</summary>
    public ImmutableSortedDictionary<string, DateOnly> AsOf { get; private init; } = ImmutableSortedDictionary<string, DateOnly>.Empty;

    /// <summary>The names of the verdicts that are not shown.</summary>
    public ImmutableArray<string> Hidden { get; private init; } = [];

    /// <summary>What is wrong with the question, as sentences.</summary>
    public ImmutableArray<string> Faults { get; private init; } = [];

    /// <summary>Whether nothing has been asked yet.</summary>
    public bool IsEmpty => Bytes.Length == 0 && Faults.IsEmpty;

    /// <summary>The bytes as text, for who has to mend them.</summary>
    public string PlainText => Encoding.UTF8.GetString(Bytes);

    /// <summary>The name where it is not the usual one.</summary>
    public string? OwnName => Name == UsualName ? null : Name;

    /// <summary>What a form says; a file counts before a text.</summary>
    /// <param name="form">The form.</param>
    /// <param name="market">The package, whose exchanges may be named.</param>
    /// <param name="cancellation">Stops the reading of the file.</param>
    public static async Task<CheckQuestion> OfFormAsync(IFormCollection form, Market market, CancellationToken cancellation)
    {
        var file = form.Files.GetFile("file");
        if (file is not { Length: > 0 })
        {
            return Of(name => form[name], Encoding.UTF8.GetBytes(form["text"].ToString().ReplaceLineEndings("\n")), null, market);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation).ConfigureAwait(false);
        return Of(name => form[name], bytes.ToArray(), Path.GetFileName(file.FileName.Replace('\\', '/')), market);
    }

    /// <summary>What an address says.</summary>
    /// <param name="query">What stands behind the question mark.</param>
    /// <param name="market">The package, whose exchanges may be named.</param>
    public static CheckQuestion OfAddress(IQueryCollection query, Market market)
    {
        var packed = query["a"].ToString();
        var text = packed.Length == 0 ? "" : ArticleAddress.Read(packed);
        var question = Of(name => query[name], text is null ? [] : Encoding.UTF8.GetBytes(text), null, market);
        return text is null ? question with { Faults = question.Faults.Insert(0, "The article in the address is cut or changed; expected the whole address as the page gave it.") } : question;
    }

    /// <summary>The address that asks the same; null when the article is too long for one.</summary>
    /// <param name="text">The article as text.</param>
    public string? Address(string text) => ArticleAddress.Of(text) is { } packed
        ? Links.With("/check", [("a", packed), ("name", OwnName), ("published", Published?.ToString("yyyy-MM-dd")), .. AsOf.Select(day => (SessionField + day.Key, (string?)$"{day.Value:yyyy-MM-dd}")), .. Hidden.Select(name => ("hide", (string?)name))])
        : null;

    /// <summary>Reads the article and checks it.</summary>
    /// <param name="market">The package.</param>
    /// <param name="cancellation">Stops the check between two claims.</param>
    /// <returns>The report; or null and why there is none.</returns>
    public (CheckReport? Report, Problem? Problem) Answer(Market market, CancellationToken cancellation)
    {
        var read = ArticleReader.Read(Name, Bytes);
        return read.Article is { } article
            ? (ArticleCheck.Run(article, market, new CheckOptions { Published = Published, AsOf = AsOf.ToImmutableDictionary(), Cancellation = cancellation }), null)
            : (null, read.Problem);
    }

    private static CheckQuestion Of(Func<string, StringValues> field, byte[] bytes, string? file, Market market)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        DateOnly? Day(string name, string what)
        {
            var text = field(name).ToString().Trim();
            if (text.Length == 0)
            {
                return null;
            }

            if (Asked.TryDay(text, out var day))
            {
                return day;
            }

            faults.Add($"{what} is '{(text.Length > 40 ? text[..40] : text)}', which is not a day; expected year, month and day, such as 2025-02-28, from 1900 to 2199.");
            return null;
        }

        var name = file ?? field("name").ToString().Trim();
        if (name.Length > LongestName || name.Any(char.IsControl))
        {
            faults.Add($"The name of the article has {name.Length} characters; expected {LongestName} at most, without control characters.");
            name = "";
        }

        var published = Day("published", "The day of publication");
        var days = ImmutableSortedDictionary.CreateBuilder<string, DateOnly>(StringComparer.Ordinal);
        foreach (var exchange in market.Rows.Exchanges)
        {
            if (Day(SessionField + exchange.Mic, $"The session of {exchange.Mic}") is { } day)
            {
                days[exchange.Mic] = day;
            }
        }

        return new CheckQuestion
        {
            Bytes = bytes,
            Name = name.Length == 0 ? UsualName : name,
            Published = published,
            AsOf = days.ToImmutable(),

            // A form says which verdicts could be chosen and which were; an address, which are left out.
            Hidden = [.. VerdictSign.All.Select(sign => sign.Name).Where(sign => field("hide").Contains(sign) || (field("among").Contains(sign) && !field("show").Contains(sign)))],
            Faults = faults.ToImmutable(),
        };
    }
}
