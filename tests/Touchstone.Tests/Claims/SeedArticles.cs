using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Touchstone.Claims;
using Touchstone.Data;

namespace Touchstone.Tests.Claims;

/// <summary>A claim labelled by hand.</summary>
/// <param name="Id">The label's name.</param>
/// <param name="Seed">The article's file.</param>
/// <param name="Start">First character in the article.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Text">The words.</param>
/// <param name="Type">The type.</param>
/// <param name="Kind">What sort of subject: <c>index</c>, <c>equity</c>, <c>basket</c>, <c>event</c>, ...</param>
/// <param name="Name">The subject's name.</param>
/// <param name="Subjects">Ids that are right as subject; empty when any or none is.</param>
/// <param name="Expression">The window in words.</param>
/// <param name="From">The first close, or null.</param>
/// <param name="To">The last close, or null.</param>
/// <param name="NeedsDailyCloses">Whether daily closes settle it.</param>
internal sealed record SeedLabel(string Id, string Seed, int Start, int End, string Text, string Type, string Kind, string Name, ImmutableArray<string> Subjects, string Expression, DateOnly? From, DateOnly? To, bool NeedsDailyCloses);

/// <summary>The labelled articles of the shared folder, read and checked once.</summary>
internal static partial class SeedArticles
{
    private static readonly Lazy<Market> Data = new(() => Package.Open(SharedData.Market, new PackageOptions { UseCache = false }).Value);
    private static readonly Dictionary<string, CheckReport> Undated = [];

    public static Market Market => Data.Value;

    /// <summary>The files, in order.</summary>
    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(SharedData.Folder!, "articles");

    public static Article Article(string file) => ArticleReader.Read(file, File.ReadAllBytes(Path.Combine(Folder, file))).Article!;

    /// <summary>An article checked without a day, by the first three digits of its name.</summary>
    public static CheckReport Check(string number)
    {
        lock (Undated)
        {
            if (!Undated.TryGetValue(number, out var report))
            {
                report = ArticleCheck.Run(Article(Files.Single(file => file.StartsWith(number, StringComparison.Ordinal))), Market, new CheckOptions());
                Undated.Add(number, report);
            }

            return report;
        }
    }

    /// <summary>The days that the labels give for an article; empty where they call it unknown.</summary>
    public static CheckOptions OptionsOf(string file)
    {
        var item = Json.RootElement.GetProperty("articles").EnumerateArray().Single(article => article.GetProperty("seed").GetString() == file);
        var days = ImmutableDictionary<string, DateOnly>.Empty;
        foreach (var place in item.GetProperty("as_of").EnumerateObject())
        {
            if (DatePattern().Match(place.Value.GetString()!) is not { Success: true } match)
            {
                continue;
            }

            foreach (var (name, exchanges) in Exchanges)
            {
                if (place.Name.Contains(name, StringComparison.Ordinal))
                {
                    days = days.SetItems(exchanges.Select(mic => KeyValuePair.Create(mic, TestMarket.Day(match.Value))));
                }
            }
        }

        return new CheckOptions { AsOf = days, Published = days.IsEmpty ? null : TestMarket.Day(item.GetProperty("best_estimate").GetString()!) };
    }

    /// <summary>All labels.</summary>
    public static ImmutableArray<SeedLabel> Labels() => [.. Json.RootElement.GetProperty("claims").EnumerateArray().Select(Label)];

    private static readonly (string Name, string[] Exchanges)[] Exchanges =
    [
        ("Hong Kong", ["XHKG"]), ("mainland", ["XSHG", "XSHE"]), ("New York", ["XNYS", "XNAS", "ARCX"]),
    ];

    private static JsonDocument Json => _json ??= JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "seed-claims.json")));

    private static JsonDocument? _json;

    private static SeedLabel Label(JsonElement item)
    {
        var text = item.GetProperty("span").GetString()!;
        var start = item.GetProperty("offset").GetInt32();
        var subject = item.GetProperty("subject");
        var window = item.GetProperty("window");
        var from = Day(window, "start");
        var to = Day(window, "end");
        return new SeedLabel(
            item.GetProperty("id").GetString()!, item.GetProperty("seed").GetString()!, start, start + text.Length, text, item.GetProperty("claim_type").GetString()!,
            subject.GetProperty("kind").GetString() ?? "", subject.GetProperty("name").GetString() ?? "",
            Ids($"{subject.GetProperty("code").GetString()} {subject.GetProperty("name").GetString()}"),
            window.GetProperty("expression").GetString() ?? "", from, to,
            item.GetProperty("checkable_with").EnumerateArray().Any(need => need.GetString()!.Contains("daily close", StringComparison.Ordinal)));
    }

    private static DateOnly? Day(JsonElement window, string name) =>
        window.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out var day) ? day : null;

    /// <summary>The package's ids of a label's codes: <c>9988.HK</c>, <c>BABA.N</c>, <c>000688.SH</c>, <c>proxy HSTECH</c>.</summary>
    private static ImmutableArray<string> Ids(string codes)
    {
        var ids = new List<string>();
        foreach (Match match in CodePattern().Matches(codes))
        {
            var (code, place) = (match.Groups[1].Value, match.Groups[2].Value);
            ids.AddRange(place switch
            {
                "HK" => [$"XHKG:{code.TrimStart('0')}"],
                "SH" => [code switch { "000300" => "CSI300", "000688" => "STAR50", "000001" => "SSEC", _ => $"XSHG:{code}" }],
                "SZ" => [code == "399006" ? "CHINEXT" : $"XSHE:{code}"],
                "N" => [$"XNYS:{code}"],
                _ => (string[])[$"XNAS:{code}"],
            });
        }

        ids.AddRange(new[] { "HSTECH", "HSI", "HSCEI", "NDX", "SPX" }.Where(id => codes.Contains(id, StringComparison.Ordinal)));
        if (codes.Contains("STAR50", StringComparison.Ordinal))
        {
            ids.Add("STAR50");
        }

        if (codes.Contains("Nasdaq Composite", StringComparison.Ordinal))
        {
            ids.Add("IXIC");
        }

        return [.. ids];
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"([A-Z0-9]+)\.(HK|SH|SZ|N|O)\b")]
    private static partial Regex CodePattern();
}
