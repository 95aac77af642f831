namespace Touchstone.Web.Rest;

/// <summary>Tells steps at once and on the thread that made them, so that what is told may also end the work.</summary>
/// <param name="report">Takes the steps done.</param>
internal sealed class Steps(Action<int> report) : IProgress<int>
{
    /// <inheritdoc/>
    public void Report(int value) => report(value);
}
