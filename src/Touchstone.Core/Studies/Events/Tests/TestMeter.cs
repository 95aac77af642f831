namespace Touchstone.Studies;

/// <summary>Counts the columns whose tests are done, for one who waits; a column weighs as many steps as its bootstraps have replicates.</summary>
internal sealed class TestMeter(Action<int, int>? progress, int columns, EventStudyOptions options)
{
    private const int MostSteps = 10_000;

    private readonly Lock _gate = new();
    private readonly int _weight = options.Tests.Any(test => test is EventTest.EventBootstrap or EventTest.WildBootstrap) ? Math.Min(options.Replicates, MostSteps) : 1;
    private int _done;

    /// <summary>One more column is done.</summary>
    public void Advance()
    {
        if (progress is null)
        {
            return;
        }

        lock (_gate)
        {
            _done++;
            progress(checked(_done * _weight), checked(columns * _weight));
        }
    }
}
