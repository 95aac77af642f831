namespace Touchstone.Cli;

/// <summary>How far long work has come, on standard error when that is a terminal; silent otherwise.</summary>
internal sealed class Progress(Host host, string what) : IDisposable
{
    private const int QuietFor = 2000; // steps of work that are over before anybody would read a line about them
    private int _shown = -1;

    /// <summary>Tells how much is done.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps in all.</param>
    public void Report(int done, int total)
    {
        var percent = (int)(100L * done / Math.Max(1, total));
        if (!host.ErrorIsTerminal || (_shown < 0 && total < QuietFor) || percent == _shown)
        {
            return;
        }

        host.Error.Write($"\r{what}: {percent}%");
        _shown = percent;
    }

    /// <summary>Wipes the line.</summary>
    public void Dispose()
    {
        if (_shown >= 0)
        {
            host.Error.Write($"\r{new string(' ', what.Length + 6)}\r");
        }
    }
}
