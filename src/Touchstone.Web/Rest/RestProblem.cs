using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Touchstone.Measures;

namespace Touchstone.Web.Rest;

/// <summary>A kind of problem with a name that stays: <c>urn:touchstone:problem:no-data</c>.</summary>
/// <param name="Slug">The last part of the name.</param>
/// <param name="Status">The status that it is answered with.</param>
/// <param name="Title">What sort it is.</param>
internal sealed record ProblemType(string Slug, int Status, string Title)
{
    public static readonly ProblemType InvalidRequest = new("invalid-request", 400, "The request is not understood.");
    public static readonly ProblemType InvalidExpression = new("invalid-expression", 400, "The expression is not understood.");
    public static readonly ProblemType InvalidQuestion = new("invalid-question", 400, "The question is not understood.");
    public static readonly ProblemType AmbiguousName = new("ambiguous-name", 400, "A name fits several instruments.");
    public static readonly ProblemType UnreadableArticle = new("unreadable-article", 400, "The article cannot be read.");
    public static readonly ProblemType TokenNeeded = new("token-needed", 401, "A token is needed.");
    public static readonly ProblemType UnknownName = new("unknown-name", 404, "Nothing has this name.");
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing at this address.");
    public static readonly ProblemType WrongMethod = new("wrong-method", 405, "The address does not take this method.");
    public static readonly ProblemType TooSlow = new("too-slow", 408, "It took too long.");
    public static readonly ProblemType TooLarge = new("too-large", 413, "The request is too large.");
    public static readonly ProblemType WrongMediaType = new("wrong-media-type", 415, "The body is of a kind that is not taken.");
    public static readonly ProblemType WrongHost = new("wrong-host", 421, "The server does not go by this name.");
    public static readonly ProblemType NoData = new("no-data", 422, "The package does not hold the data that would settle it.");
    public static readonly ProblemType NotPublished = new("not-published", 422, "The figure is not published for that day.");
    public static readonly ProblemType Basis = new("basis", 422, "The basis of the series does not allow the measure.");
    public static readonly ProblemType Undefined = new("undefined", 422, "The question has no number for an answer.");
    public static readonly ProblemType Pending = new("pending", 422, "The period is not over.");
    public static readonly ProblemType BadRows = new("bad-rows", 422, "Rows of the package cannot be used.");
    public static readonly ProblemType TooMany = new("too-many", 429, "Too much is asked at once.");
    public static readonly ProblemType Failed = new("failed", 500, "The server failed on its own account.");

    /// <summary>All kinds, by status.</summary>
    public static readonly ImmutableArray<ProblemType> All =
    [
        InvalidRequest, InvalidExpression, InvalidQuestion, AmbiguousName, UnreadableArticle, TokenNeeded, UnknownName, NotFound, WrongMethod, TooSlow, TooLarge,
        WrongMediaType, WrongHost, NoData, NotPublished, Basis, Undefined, Pending, BadRows, TooMany, Failed,
    ];

    /// <summary>The name.</summary>
    public string Uri => $"urn:touchstone:problem:{Slug}";

    /// <summary>The kind that a problem of the engines is.</summary>
    /// <param name="kind">Their kind.</param>
    public static ProblemType Of(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => InvalidQuestion,
        ProblemKind.Ambiguous => AmbiguousName,
        ProblemKind.NoData => NoData,
        ProblemKind.NotPublished => NotPublished,
        ProblemKind.Basis => Basis,
        ProblemKind.Pending => Pending,
        ProblemKind.BadRow or ProblemKind.Structure => BadRows,
        _ => Undefined,
    };

    /// <summary>The kind that a status stands for when nothing more is known.</summary>
    /// <param name="status">The status.</param>
    public static ProblemType OfStatus(int status) => status switch
    {
        401 => TokenNeeded,
        404 => NotFound,
        405 => WrongMethod,
        408 => TooSlow,
        413 => TooLarge,
        415 => WrongMediaType,
        421 => WrongHost,
        429 => TooMany,
        >= 400 and < 500 => InvalidRequest,
        _ => Failed,
    };
}

/// <summary>A problem as RFC 9457 writes it.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Detail">A sentence on this one, which a stranger can act on.</param>
internal sealed record RestProblem(ProblemType Type, string Detail) : IResult
{
    /// <summary>The kind of content.</summary>
    public const string ContentType = "application/problem+json";

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is wrong with parameters or members of a body.</summary>
    public ImmutableArray<ParameterFault> Errors { get; init; } = [];

    /// <summary>Where an expression goes wrong; null when it does not.</summary>
    public ExpressionError? Fault { get; init; }

    /// <summary>The file and line that it concerns, if one.</summary>
    public string? Source { get; init; }

    /// <summary>Seconds after which another try makes sense, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A problem of the engines.</summary>
    /// <param name="problem">The problem.</param>
    public static RestProblem Of(Problem problem) => new(ProblemType.Of(problem.Kind), problem.Message) { Source = problem.Source };

    /// <summary>The problem as JSON.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("type", Type.Uri);
            json.WriteString("title", Type.Title);
            json.WriteNumber("status", Type.Status);
            json.WriteString("detail", Detail);
            if (!Errors.IsEmpty)
            {
                json.WriteStartArray("errors");
                foreach (var error in Errors)
                {
                    json.WriteStartObject();
                    json.WriteString("parameter", error.Parameter);
                    json.WriteString("message", error.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            if (Fault is { } fault)
            {
                json.WriteString("expression", fault.Text);
                json.WriteNumber("position", fault.Position);
                json.WriteString("suggestion", fault.Suggestion);
            }

            if (Source is not null)
            {
                json.WriteString("source", Source);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, bytes) = (httpContext.Response, ToBytes());
        response.StatusCode = Type.Status;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Type == ProblemType.TokenNeeded)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
