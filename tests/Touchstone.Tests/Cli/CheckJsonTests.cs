using System.Text.Json;
using Touchstone.Claims;
using Touchstone.Json;

namespace Touchstone.Tests.Cli;

public class CheckJsonTests
{
    private static readonly Dictionary<string, string> Shape = new(StringComparer.Ordinal)
    {
        [""] = "schema:string article:object coverage:object claims:array unread:array data:object",
        ["article"] = "file:string sha256:string published:object asOf:array",
        ["article.published"] = "date:string? how:string",
        ["article.asOf[]"] = "exchange:string date:string how:string",
        ["coverage"] = "numbers:number claims:number masked:number unread:number",
        ["claims[]"] = "id:string sentence:string span:object type:string subject:object expression:string? window:object? stated:object attribution:string? verdict:string reason:string computed:object? readings:array working:object?",
        ["claims[].span"] = "start:number length:number text:string",
        ["claims[].subject"] = "text:string id:string? how:string",
        ["claims[].window"] = "text:string from:string? to:string? how:string",
        ["claims[].stated"] = "text:string value:number? unit:string? low:number? high:number? hedge:string?",
        ["claims[].computed"] = "value:number unit:string",
        ["claims[].readings[]"] = "expression:string value:number? unit:string? holds:boolean? note:string",
        ["claims[].working"] = "formula:string inputs:array steps:array conventions:array window:object? standIn:boolean",
        ["claims[].working.inputs[]"] = "instrument:string field:string date:string value:number unit:string source:string sha256:string",
        ["claims[].working.steps[]"] = "name:string formula:string value:number unit:string",
        ["claims[].working.conventions[]"] = "",
        ["claims[].working.window"] = "from:string to:string",
        ["unread[]"] = "start:number length:number text:string",
        ["data"] = "name:string sha256:string",
    };

    [Fact]
    public void Write_IsAsDocumented() => Golden.Matches(Json(HandmadeReport.Make()), "check.json");

    [Fact]
    public void Write_HasEveryMemberOfTheSchemaInOrderWithItsType()
    {
        using var document = JsonDocument.Parse(Json(HandmadeReport.Make()));

        Assert.Equal("", string.Join('\n', Faults(document.RootElement, "")));
    }

    [Fact]
    public void Write_OfAnEmptyReport_KeepsTheShape()
    {
        var empty = HandmadeReport.Make() with { Claims = [], Unread = [], AsOf = [], Published = null, Coverage = new Coverage(0, 0, 0, 0) };
        using var document = JsonDocument.Parse(Json(empty));

        Assert.Equal("", string.Join('\n', Faults(document.RootElement, "")));
    }

    [Fact]
    public void Write_NamesVerdictsInKebabCase()
    {
        using var document = JsonDocument.Parse(Json(HandmadeReport.Make()));
        var verdicts = document.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("verdict").GetString());

        Assert.Equal(["confirmed", "confirmed", "near", "contradicted", "inconsistent", "other-reading", "implausible", "pending", "unchecked"], verdicts);
    }

    [Fact]
    public void Write_CarriesAnyText()
    {
        const string Hostile = "\"quote\" \\ </script> \u0001 \ud83d\ude00 “ ”";
        using var document = JsonDocument.Parse(Json(HandmadeReport.MakeHostile(Hostile)));

        Assert.Equal(Hostile, document.RootElement.GetProperty("claims")[0].GetProperty("sentence").GetString());
    }

    private static string Json(CheckReport report)
    {
        using var output = new StringWriter();
        CheckJson.Write(report, output);
        return output.ToString();
    }

    private static IEnumerable<string> Faults(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(item => item.ValueKind == JsonValueKind.Object ? Faults(item, path + "[]") : []);
        }

        var expected = Shape[path].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(item => item.Split(':')).ToList();
        var names = element.EnumerateObject().Select(property => property.Name).ToList();
        var faults = new List<string>();
        if (!names.SequenceEqual(expected.Select(item => item[0])))
        {
            faults.Add($"'{path}' has {string.Join(' ', names)}");
            return faults;
        }

        foreach (var (property, type) in element.EnumerateObject().Zip(expected, (property, item) => (property, item[1])))
        {
            var below = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var found = property.Value.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => "boolean",
                var kind => kind.ToString().ToLowerInvariant(),
            };
            if (found == "null" ? !type.EndsWith('?') : found != type.TrimEnd('?'))
            {
                faults.Add($"'{below}' is {found}, not {type}");
            }
            else if (found is "object" or "array")
            {
                faults.AddRange(Faults(property.Value, below));
            }
        }

        return faults;
    }
}
