namespace Touchstone.Cli;

/// <summary>How far long work has come, on standard error when that is a terminal; silent otherwise.</summary>
/// <param name="host">Where to.</param>
/// <param name="what">What is being done, as a reader is told.</param>
/// <param name="quietFor">Fewer steps than this are over before anybody would read a line about them.</param>
internal sealed class Progress(Host host, string what, int quietFor = 2000) : IDisposable
{
    private int _shown = -1;

    /// <summary>Tells how much is done.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps in all.</param>
    public void Report(int done, int total)
    {
        var percent = (int)(100L * done / Math.Max(1, total));
        if (!host.ErrorIsTerminal || (_shown < 0 && total < quietFor) || percent == _shown)
        {
            return;
        }

        host.Error.Write($"\r{what}: {percent}%");
        _shown = percent;
    }

    /// <summary>Takes steps done from any thread.</summary>
    /// <param name="total">Steps in all.</param>
    public IProgress<int> Of(int total) => new Reports(done => Report(done, total));

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_shown >= 0)
        {
            host.Error.Write($"\r{new string(' ', what.Length + 6)}\r");
            _shown = -1;
        }
    }

    // Called at once and one at a time; the framework's own would post to a pool and arrive after the line is wiped.
    private sealed class Reports(Action<int> report) : IProgress<int>
    {
        private readonly Lock _one = new();

        public void Report(int value)
        {
            lock (_one)
            {
                report(value);
            }
        }
    }
}
