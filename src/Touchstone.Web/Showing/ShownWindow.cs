using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>The window that a page shows.</summary>
/// <param name="Window">The window.</param>
/// <param name="Remark">What is wrong with the one that was asked for, or null.</param>
internal sealed record ShownWindow(Window Window, string? Remark)
{
    /// <summary>Windows to choose from; any other may be written.</summary>
    public static ImmutableArray<string> Usual { get; } = ["1d", "5d", "1w", "1m", "3m", "mtd", "qtd", "ytd", "1y", "3y", "5y", "all"];

    /// <summary>The window as expressions write it.</summary>
    public string Text => Window.ToString();

    /// <summary>The window that was asked for, or the usual one.</summary>
    /// <param name="snapshot">The package, which knows the events.</param>
    /// <param name="asked">What was asked for, or null.</param>
    /// <param name="usual">The window when nothing was, or nothing readable.</param>
    public static ShownWindow Of(PackageSnapshot snapshot, string? asked, string usual)
    {
        var instead = Window.Parse(usual).Value!;
        if (string.IsNullOrWhiteSpace(asked))
        {
            return new ShownWindow(instead, null);
        }

        var parsed = Window.Parse(asked);
        if (parsed.Value is not { } window)
        {
            return new ShownWindow(instead, $"{parsed.Message} {usual} is shown.");
        }

        return window.Event is { } id && snapshot.Market.Event(id) is null
            ? new ShownWindow(instead, $"The package has no event '{id}'. {usual} is shown.")
            : new ShownWindow(window, null);
    }

    /// <summary>The events of the package as windows that begin with them.</summary>
    /// <param name="market">The package.</param>
    public static IEnumerable<(string Window, string Name)> Since(Market market) => market.Rows.Events.Select(item => ($"since:{item.Id}", item.Name));
}
