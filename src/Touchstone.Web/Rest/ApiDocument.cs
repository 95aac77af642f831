using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Touchstone.Web.Rest;

/// <summary>Describes the REST interface from what is declared of its routes.</summary>
internal sealed class ApiDocument : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string ProblemSchema = "Problem";
    private const string TokenScheme = "token";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Touchstone",
            Version = "1",
            Description = "The numbers under a market story: check articles, measure moves, build indices, run studies. Every answer names the rows it came from. "
                + "An answer follows from the package and the question alone, so its ETag is known before it is made: ask again with If-None-Match and get 304. "
                + "Problems are RFC 9457, with types that stay.",
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { [ProblemSchema] = Problem() };
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [TokenScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The token that the server was started with; without one, none is needed." },
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Route>().FirstOrDefault() is not { } route)
        {
            return Task.CompletedTask;
        }

        // The framework would take the remarks of the method that runs every route.
        operation.Summary = route.Summary;
        operation.Description = route.Description.Length > 0 ? route.Description : null;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenScheme, context.Document)] = [] }, []];
        operation.Parameters = [.. route.Asks.Select(Parameter)];
        operation.RequestBody = route.TakesArticle ? Article() : null;
        operation.Responses = new OpenApiResponses { ["200"] = Answer(route) };
        if (!route.TakesArticle)
        {
            operation.Responses["304"] = new OpenApiResponse { Description = "The answer is still the one of the ETag in If-None-Match." };
        }

        ProblemType[] always = [ProblemType.InvalidRequest, ProblemType.TokenNeeded, ProblemType.TooSlow, ProblemType.TooMany, ProblemType.Failed];
        foreach (var status in always.Concat(route.Problems).GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            operation.Responses[$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join(" ", status.Select(problem => $"`{problem.Slug}`: {problem.Title}")),
                Content = new Dictionary<string, OpenApiMediaType> { [RestProblem.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) } },
            };
        }

        return Task.CompletedTask;
    }

    private static OpenApiResponse Answer(Route route)
    {
        var content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = $"Schema {route.Schema}, described in {route.Document}. Members may be added, never removed or changed in meaning.",
                    Properties = new Dictionary<string, IOpenApiSchema> { ["schema"] = new OpenApiSchema { Type = JsonSchemaType.String, Const = route.Schema } },
                    Required = new HashSet<string> { "schema" },
                },
                Example = RouteExamples.Of(route.Name),
            },
        };
        if (route.Weight == Weight.Long)
        {
            content["text/event-stream"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Events `progress` with {done, total}, then one `result` with the answer or one `problem`. Closing the stream stops the work." },
            };
        }

        return new OpenApiResponse
        {
            Description = $"The answer, {route.Schema}.",
            Headers = route.TakesArticle ? null : new Dictionary<string, IOpenApiHeader> { ["ETag"] = new OpenApiHeader { Description = "Changes when the package does.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
            Content = content,
        };
    }

    private static IOpenApiParameter Parameter(Ask ask) => new OpenApiParameter
    {
        Name = ask.Name,
        In = ask.InPath ? ParameterLocation.Path : ParameterLocation.Query,
        Description = ask.Description,
        Required = ask.Required,
        Schema = ask.Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Schema(ask) } : Schema(ask),
        Example = ask.Example is null ? null : ask.Kind == AskKind.Whole ? JsonNode.Parse(ask.Example) : ask.Repeats ? new JsonArray(ask.Example) : JsonValue.Create(ask.Example),
    };

    private static OpenApiSchema Schema(Ask ask) => ask.Kind switch
    {
        AskKind.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        AskKind.Whole => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = ask.Least == int.MinValue ? null : $"{ask.Least}",
            Maximum = ask.Most == int.MaxValue ? null : $"{ask.Most}",
            Default = ask.Usual is null ? null : JsonNode.Parse(ask.Usual),
        },
        AskKind.Truth => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = ask.Usual is null ? null : JsonNode.Parse(ask.Usual) },
        AskKind.Choice => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ask.Words.Select(word => (JsonNode)JsonValue.Create(word))], Default = ask.Usual is null ? null : JsonValue.Create(ask.Usual) },
        AskKind.Choices => new OpenApiSchema { Type = JsonSchemaType.String, Description = $"Some of {string.Join(", ", ask.Words)}, separated by commas.", Default = ask.Usual is null ? null : JsonValue.Create(ask.Usual) },
        _ => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Ask.LongestText, Default = ask.Usual is null ? null : JsonValue.Create(ask.Usual) },
    };

    private static OpenApiRequestBody Article()
    {
        var text = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create("The Harbour index has risen 16.8% this year.") };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "The article in UTF-8, as it is or in JSON.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["text/plain"] = text,
                ["text/markdown"] = text,
                ["text/html"] = text,
                ["application/json"] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "text" },
                        AdditionalPropertiesAllowed = false,
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["text"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The article." },
                            ["name"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What it is called in the report; one that ends in .html makes it HTML." },
                            ["published"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date", Description = "The day it was published; otherwise inferred." },
                            ["asOf"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The session it speaks of, by exchange.", AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" } },
                        },
                    },
                    Example = JsonNode.Parse("""{"text":"The Harbour index has risen 16.8% this year.","published":"2025-03-01"}"""),
                },
            },
        };
    }

    private static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A problem, RFC 9457.",
        Required = new HashSet<string> { "type", "title", "status", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What sort of problem; these names stay.", Enum = [.. ProblemType.All.Select(problem => (JsonNode)JsonValue.Create(problem.Uri))] },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The sort in words." },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status." },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "A sentence on this one: what was met, what was expected." },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "Parameters or members that are wrong.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema> { ["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String }, ["message"] = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            },
            ["expression"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The expression that is not understood." },
            ["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Where it goes wrong, from 0." },
            ["suggestion"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "What may have been meant." },
            ["source"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The file and line of the package that it concerns." },
        },
        Examples = [JsonNode.Parse("""{"type":"urn:touchstone:problem:unknown-name","title":"Nothing has this name.","status":404,"detail":"There is no rulebook of 'HARBX'. Did you mean 'HARBT'?"}""")!],
    };
}
