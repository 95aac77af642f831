using System.Collections.Immutable;
using System.Text.Json;

namespace Touchstone.Web.Rest;

/// <summary>What is known of an article that is to be checked.</summary>
internal sealed record ArticleRequest
{
    private const int Deepest = 8;

    private static readonly string[] Members = ["text", "name", "published", "asOf"];

    /// <summary>Its text, when it stands in JSON.</summary>
    public string? Text { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The day it was published, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Sessions by exchange.</summary>
    public ImmutableArray<(string Mic, DateOnly Day)> AsOf { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<ParameterFault> Faults { get; init; } = [];

    /// <summary>What the address says.</summary>
    /// <param name="asked">Its parameters.</param>
    public static ArticleRequest OfAddress(Asked asked)
    {
        var (days, faults) = (ImmutableArray.CreateBuilder<(string, DateOnly)>(), ImmutableArray.CreateBuilder<ParameterFault>());
        foreach (var text in asked.Texts("asOf"))
        {
            if (text.Split('=') is [{ Length: > 0 } mic, var written] && Asked.TryDay(written, out var day))
            {
                days.Add((mic.ToUpperInvariant(), day));
            }
            else
            {
                faults.Add(new("asOf", $"'{(text.Length > 80 ? text[..80] : text)}' is not an exchange and a day; expected a form such as XHBR=2025-02-28."));
            }
        }

        return new ArticleRequest { Name = asked.Text("name"), Published = asked.Day("published"), AsOf = days.ToImmutable(), Faults = faults.ToImmutable() };
    }

    /// <summary>What a body of JSON says; what stands in the address too is taken from the body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="address">What the address says.</param>
    /// <returns>The request; or null and the first thing wrong.</returns>
    public static (ArticleRequest? Request, ParameterFault? Fault) OfJson(ReadOnlyMemory<byte> body, ArticleRequest address)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? OfObject(document.RootElement, address)
                : Bad("", "The body is JSON, but no object; expected one with the member 'text'.");
        }
        catch (JsonException failure)
        {
            return Bad("", $"The body is no JSON that is taken (line {(failure.LineNumber ?? 0) + 1}, byte {failure.BytePositionInLine ?? 0}): expected an object with the member 'text', at most {Deepest} levels deep.");
        }
        catch (InvalidOperationException)
        {
            return Bad("", "The body holds a text that is not UTF-8; expected UTF-8.");
        }
    }

    private static (ArticleRequest?, ParameterFault?) OfObject(JsonElement root, ArticleRequest request)
    {
        foreach (var member in root.EnumerateObject())
        {
            var (name, value) = (member.Name, member.Value);
            switch (name)
            {
                case "text" or "name" when value.ValueKind != JsonValueKind.String:
                    return Bad(name, $"The member '{name}' is not a text.");
                case "text":
                    request = request with { Text = value.GetString() };
                    break;
                case "name":
                    request = request with { Name = value.GetString() };
                    break;
                case "published" when value.ValueKind == JsonValueKind.Null:
                    break;
                case "published":
                    if (value.ValueKind != JsonValueKind.String || !Asked.TryDay(value.GetString()!, out var published))
                    {
                        return Bad(name, "The member 'published' is not a day; expected a text such as 2025-02-28.");
                    }

                    request = request with { Published = published };
                    break;
                case "asOf" when value.ValueKind != JsonValueKind.Object:
                    return Bad(name, "The member 'asOf' is not an object; expected a day for each exchange, such as {\"XHBR\": \"2025-02-28\"}.");
                case "asOf":
                    foreach (var one in value.EnumerateObject())
                    {
                        if (one.Value.ValueKind != JsonValueKind.String || !Asked.TryDay(one.Value.GetString()!, out var day))
                        {
                            return Bad(name, $"'asOf' has no day for '{one.Name}'; expected a text such as 2025-02-28.");
                        }

                        request = request with { AsOf = request.AsOf.Add((one.Name.ToUpperInvariant(), day)) };
                    }

                    break;
                default:
                    var near = NearestName.Of(name, Members);
                    return Bad(name, $"There is no member '{(name.Length > 80 ? name[..80] : name)}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
            }
        }

        return request.Text is null ? Bad("text", "The member 'text' is missing: the article.") : (request, null);
    }

    private static (ArticleRequest?, ParameterFault?) Bad(string member, string message) => (null, new ParameterFault(member, message));
}
