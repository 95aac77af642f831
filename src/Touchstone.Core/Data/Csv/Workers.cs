namespace Touchstone.Data;

/// <summary>Runs independent pieces of work on all cores; the caller's thread takes part.</summary>
internal static class Workers
{
    /// <summary>Runs every piece once, in no particular order, and returns when all are done.</summary>
    /// <param name="count">How many pieces.</param>
    /// <param name="work">Does the piece of a number.</param>
    public static void Run(int count, Action<int> work)
    {
        var next = -1;
        void Take()
        {
            for (var piece = Interlocked.Increment(ref next); piece < count; piece = Interlocked.Increment(ref next))
            {
                work(piece);
            }
        }

        var others = new Task[Math.Max(0, Math.Min(Environment.ProcessorCount, count) - 1)];
        for (var index = 0; index < others.Length; index++)
        {
            others[index] = Task.Run(Take);
        }

        try
        {
            Take();
        }
        finally
        {
            Task.WaitAll(others);
        }
    }
}
