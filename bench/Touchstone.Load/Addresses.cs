using System.Text.Json.Nodes;

namespace Touchstone.Load;

/// <summary>A kind of request.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">Makes the n-th of them.</param>
internal sealed record Kind(string Name, Func<int, HttpRequestMessage> Make);

/// <summary>What readers ask: made of what the package holds, so that any package can be served.</summary>
/// <param name="Reads">Pages and answers; an entry that stands twice is asked twice as often.</param>
/// <param name="Checks">Checks of an article, each with another last line, so that none can be remembered.</param>
/// <param name="DatedChecks">The same with the day of publication given, which then need not be inferred.</param>
internal sealed record Addresses(Kind[] Reads, Kind[] Checks, Kind[] DatedChecks)
{
    private static readonly string[] Windows = ["ytd", "1m", "3m", "1y", "mtd"];

    /// <summary>Asks the server what there is.</summary>
    /// <param name="client">The client.</param>
    /// <param name="article">The article.</param>
    /// <param name="published">The day it was published.</param>
    public static async Task<Addresses> OfAsync(HttpClient client, string article, string published)
    {
        var data = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/index", UriKind.Relative)))!;
        var ready = JsonNode.Parse(await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)))!;
        Console.WriteLine($"package {ready["package"]}");
        string[] ids = [.. data["rulebooks"]!.AsArray().Select(item => (string)item!["id"]!)];
        var served = new List<string>();
        foreach (var id in ids)
        {
            if ((await client.GetAsync(new Uri($"/api/v1/measure?expression=level({id})", UriKind.Relative))).IsSuccessStatusCode)
            {
                served.Add(id);
            }
        }

        var last = DateOnly.Parse((string)JsonNode.Parse(await client.GetStringAsync(new Uri($"/api/v1/data/{served[0]}", UriKind.Relative)))!["prices"]![0]!["last"]!);
        string Id(int n) => served[n % served.Count];

        // A prime number of days times the indices times five windows: hardly one of these is asked for twice.
        DateOnly Day(int n) => last.AddDays(-(int)(n * 7L % 1009));
        string Expression(int n) => Uri.EscapeDataString($"return({Id(n)}, {Windows[n % Windows.Length]}) @ {Day(n):yyyy-MM-dd}");
        string Shown(int n) => $"date={Day(n):yyyy-MM-dd}&window={Windows[n % Windows.Length]}";
        Kind Get(string name, Func<int, string> path) => new(name, n => new HttpRequestMessage(HttpMethod.Get, path(n)));
        Kind[] reads =
        [
            Get("page of an index", n => $"/index/{Id(n)}?date={Day(n):yyyy-MM-dd}&span={Windows[n % Windows.Length]}"),
            Get("members of an index", n => $"/index/{Id(n)}/members?{Shown(n)}"),
            Get("valuation of an index", n => $"/index/{Id(n)}/valuation?{Shown(n)}"),
            Get("page of a measure", n => $"/measure?e={Expression(n)}"),
            Get("page of the indices", _ => "/indices"),
            Get("page of the market", _ => "/market"),
            Get("page of the data", n => n % 4 == 0 ? $"/data?of={Id(n)}" : "/data"),
            Get("page of a check", _ => "/"),
            Get("measure", n => $"/api/v1/measure?expression={Expression(n)}"),
            Get("index level", n => $"/api/v1/index/{Id(n)}/level?from={last.AddDays(-30 - (n % 60)):yyyy-MM-dd}"),
            Get("instrument", n => $"/api/v1/data/{Id(n)}"),
            Get("catalogue", _ => "/api/v1/measures"),
        ];
        Kind Check(string query) => new("check", n => new HttpRequestMessage(HttpMethod.Post, $"/api/v1/check?name=article.md{query}") { Content = new StringContent($"{article}\n\nSeen by {n} readers.\n", System.Text.Encoding.UTF8, "text/markdown") });
        return new Addresses(reads, [Check("")], [Check($"&published={published}")]);
    }
}
