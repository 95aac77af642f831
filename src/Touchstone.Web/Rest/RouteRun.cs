using System.Text;
using System.Threading.Channels;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Touchstone.Web.Safety;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Rest;

/// <summary>Answers one request of an address: reads it, keeps its limits, remembers finished answers.</summary>
internal sealed class RouteRun(Route route, ServeOptions options, FinishedAnswers finished, WebMeter meter)
{
    private const string Json = "application/json; charset=utf-8";
    private const string Stream = "text/event-stream";

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var snapshot = (PackageSnapshot)context.RequestServices.GetService(typeof(PackageSnapshot))!;
        var request = context.Request;
        var asked = Asked.Of(route.Asks, request.Query, name => request.RouteValues[name] as string);
        if (!asked.Faults.IsEmpty)
        {
            return new RestProblem(ProblemType.InvalidRequest, asked.Faults[0].Message) { Errors = asked.Faults };
        }

        if (route.TakesArticle)
        {
            var body = await BodyAsync(request, context.RequestAborted).ConfigureAwait(false);
            return await AnswerAsync(context, snapshot, asked, body, null).ConfigureAwait(false);
        }

        if (route.Weight == Weight.Long && request.GetTypedHeaders().Accept.Any(kind => kind.MediaType == Stream))
        {
            return TypedResults.ServerSentEvents(EventsAsync(snapshot, asked, context.RequestAborted));
        }

        var tag = TagOf(snapshot, request.Path, asked);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Vary = "Accept";
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? NotModified(context, tag)
            : await AnswerAsync(context, snapshot, asked, default, tag).ConfigureAwait(false);
    }

    private async Task<IResult> AnswerAsync(HttpContext context, PackageSnapshot snapshot, Asked asked, ReadOnlyMemory<byte> body, EntityTagHeaderValue? tag)
    {
        if (tag is not null && finished.Find(tag.ToString()) is { } known)
        {
            return Results.Bytes(known, Json, entityTag: tag);
        }

        var started = options.Clock.GetTimestamp();
        using var limit = new CancellationTokenSource(route.Weight == Weight.Long ? options.Limits.LongTime : options.Limits.Time, options.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, limit.Token);
        try
        {
            var call = new Call(snapshot, asked, body, context.Request.ContentType, (_, _) => stop.Token.ThrowIfCancellationRequested(), stop.Token);
            // Work that takes a while has a thread of its own: those of the pool stay free for short answers, and for the clock that ends it.
            var (bytes, problem) = route.Weight != Weight.Light
                ? await Task.Factory.StartNew(() => Make(call), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false)
                : Make(call);
            meter.Answered(route.Name, options.Clock.GetElapsedTime(started));
            if (problem is not null)
            {
                return problem;
            }

            if (tag is not null)
            {
                finished.Keep(tag.ToString(), bytes);
            }

            return Results.Bytes(bytes, Json, entityTag: tag);
        }
        catch (Exception stopped) when (IsStop(stopped) && limit.IsCancellationRequested)
        {
            return TooSlow();
        }
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(PackageSnapshot snapshot, Asked asked, [EnumeratorCancellation] CancellationToken aborted)
    {
        // Progress that nobody has read yet gives way to newer; the end always fits.
        var channel = Channel.CreateBounded<SseItem<string>>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        using var limit = new CancellationTokenSource(options.Limits.LongTime, options.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, limit.Token);
        var token = stop.Token;
        var percent = -1;
        var call = new Call(snapshot, asked, default, null, (done, total) =>
        {
            token.ThrowIfCancellationRequested();
            var now = (int)(100L * done / Math.Max(1, total));
            if (now != percent)
            {
                percent = now;
                channel.Writer.TryWrite(new SseItem<string>($"{{\"done\":{done},\"total\":{total}}}", "progress"));
            }
        }, token);
        var work = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    var (bytes, problem) = Make(call);
                    channel.Writer.TryWrite(problem is null ? new SseItem<string>(Encoding.UTF8.GetString(bytes), "result") : new SseItem<string>(Encoding.UTF8.GetString(problem.ToBytes()), "problem"));
                }
                catch (Exception stopped) when (IsStop(stopped))
                {
                    channel.Writer.TryWrite(new SseItem<string>(Encoding.UTF8.GetString(TooSlow().ToBytes()), "problem"));
                }
                finally
                {
                    channel.Writer.Complete();
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(aborted).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            // The reader has gone or has everything; the work is not left running behind its back.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private (byte[] Bytes, RestProblem? Problem) Make(Call call)
    {
        var reply = route.Answer(call);
        if (reply.Write is not { } write)
        {
            return ([], reply.Problem);
        }

        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(false), 1 << 14, leaveOpen: true))
        {
            write(writer);
        }

        return (bytes.ToArray(), null);
    }

    private async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken aborted)
    {
        // The server stops reading at the limit by itself; a stated length is refused before anything is read.
        if (request.ContentLength > options.Limits.MostBodyBytes)
        {
            throw new BadHttpRequestException("The body is larger than is taken.", StatusCodes.Status413PayloadTooLarge);
        }

        using var limit = new CancellationTokenSource(options.Limits.Time, options.Clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, limit.Token);
        try
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, stop.Token).ConfigureAwait(false);
            return bytes.ToArray();
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not come in time.", StatusCodes.Status408RequestTimeout);
        }
    }

    private RestProblem TooSlow() => new(ProblemType.TooSlow, $"The answer was not ready within {(route.Weight == Weight.Long ? options.Limits.LongTime : options.Limits.Time).TotalSeconds:0} seconds; ask for less.");

    private static bool IsStop(Exception failure) => failure is OperationCanceledException || (failure is AggregateException several && several.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException));

    // An answer follows from program, package and question alone, so its tag can be told before it is made.
    private static EntityTagHeaderValue TagOf(PackageSnapshot snapshot, PathString path, Asked asked) => new($"\"{ProgramHash.With(snapshot.Hash, path, asked.Canonical)}\"");

    private static IResult NotModified(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.GetTypedHeaders().ETag = tag;
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }
}
