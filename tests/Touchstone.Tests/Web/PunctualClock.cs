namespace Touchstone.Tests.Web;

/// <summary>The clock of the machine, whose timers each have a thread: they ring on time even where other tests keep every thread of the pool.</summary>
internal sealed class PunctualClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        period == Timeout.InfiniteTimeSpan && dueTime != Timeout.InfiniteTimeSpan ? new Alarm(callback, state, dueTime) : base.CreateTimer(callback, state, dueTime, period);

    private sealed class Alarm : ITimer
    {
        private readonly ManualResetEventSlim _ended = new();

        public Alarm(TimerCallback callback, object? state, TimeSpan due) => new Thread(() =>
        {
            if (!_ended.Wait(due))
            {
                callback(state);
            }
        })
        { IsBackground = true }.Start();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => _ended.Set();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
