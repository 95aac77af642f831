namespace Touchstone.Web.Safety;

/// <summary>Work of a page that is given so much time, and ends when who asked has gone.</summary>
internal static class TimedWork
{
    /// <summary>Does the work on a thread of its own.</summary>
    /// <param name="work">The work; it heeds the token.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="aborted">Cancelled when who asked has gone.</param>
    /// <returns>What it gave; or the problem that it took too long.</returns>
    /// <exception cref="OperationCanceledException">Who asked has gone.</exception>
    public static async Task<(T? Value, Problem? Problem)> RunAsync<T>(Func<CancellationToken, T> work, TimeSpan time, TimeProvider clock, CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(time, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, limit.Token);
        try
        {
            var token = stop.Token;
            return (await Task.Factory.StartNew(() => work(token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false), null);
        }
        catch (Exception stopped) when (IsStop(stopped))
        {
            aborted.ThrowIfCancellationRequested();
            return (default, new Problem(ProblemKind.Undefined, $"The answer was not ready within {time.TotalSeconds:0} seconds; ask for less."));
        }
    }

    private static bool IsStop(Exception failure) => failure is OperationCanceledException || (failure is AggregateException several && several.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException));
}
