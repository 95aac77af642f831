using System.Collections.Immutable;
using System.Globalization;
using Touchstone.Charts;
using Touchstone.Data;
using Touchstone.Measures;
using Touchstone.Views;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web.Showing;

/// <summary>The prices of a stock with its corporate actions, and below them what a holder made.</summary>
internal static class StockChart
{
    /// <summary>The chart.</summary>
    /// <param name="snapshot">The package.</param>
    /// <param name="stock">The stock.</param>
    /// <param name="span">How far it goes back.</param>
    /// <param name="day">Its last day.</param>
    /// <returns>The chart, or why there is none.</returns>
    public static (PanelChart? Chart, Problem? Problem) Of(PackageSnapshot snapshot, Instrument stock, Window span, DateOnly day)
    {
        var (days, problem) = DaysOfChart.OfPrices(snapshot, stock.Id, span, day);
        if (days is null)
        {
            return (null, problem);
        }

        var closes = LineLook.Of(0, "close", snapshot.Values(Questions.For("level", stock.Id.Value), days.Days));
        var since = $"since:{ShownDay.Write(days.Days[0].AddDays(1))}";
        var price = LineLook.Of(1, "price return", From(days, snapshot.Values(Questions.For("return", stock.Id.Value, since), days.Days)));
        var total = LineLook.Of(6, "total return", From(days, snapshot.Values(Questions.For("return", stock.Id.Value, since, "basis=total"), days.Days)));
        ChartLine[] known = [.. new[] { closes, price, total }.Where(line => line.Values.Count(value => value is not null) > 1)];
        if (known.Length == 0)
        {
            return (null, new Problem(ProblemKind.NoData, $"The package has no closes of {stock.Id} from {days.Places[0]} to {days.Places[^1]} that a chart could show."));
        }

        ImmutableArray<ChartPanel> panels =
        [
            .. known.Contains(closes) ? [new ChartPanel($"close, {stock.Currency ?? "as the file has it"}", [closes], [], [])] : Array.Empty<ChartPanel>(),
            .. known.Any(line => line != closes) ? [new ChartPanel($"return since {days.Places[0]}, %", [.. known.Where(line => line != closes)], [], [])] : Array.Empty<ChartPanel>(),
        ];
        return (new PanelChart(
            $"{stock.Name}: prices with actions and events",
            $"Closes of {stock.Name} from {days.Places[0]} to {days.Places[^1]} as the file has them, and the return since the first of them, which corporate actions do not break.",
            days.Places,
            panels,
            [],
            days.Table("Closes and returns", 2, known))
        {
            Events = [.. Actions(snapshot.Market, stock.Id, days).Concat(days.Events(snapshot.Market, stock.Id)).OrderBy(item => item.Place)],
        }, null);
    }

    /// <summary>A corporate action in a few words.</summary>
    /// <param name="action">The action.</param>
    public static string Words(CorporateAction action)
    {
        var terms = new[]
        {
            action.Ratio is { } ratio ? $"{Number(ratio)} for 1" : null,
            action.Cash is { } cash ? $"{Number(cash)} {action.Currency}".TrimEnd() : null,
            action.SubscriptionPrice is { } subscription ? $"at {Number(subscription)} {action.Currency}".TrimEnd() : null,
            action.Other is { } other ? $"{other}" : null,
        };
        return string.Join(' ', terms.OfType<string>().Prepend(action.Kind == "cash" ? "dividend" : action.Kind));
    }

    private static ImmutableArray<double?> From(DaysOfChart days, ImmutableArray<double?> values) => values.Skip(1).Any(value => value is not null) ? values.SetItem(0, 0) : values;

    private static IEnumerable<ChartEvent> Actions(Market market, InstrumentId id, DaysOfChart days) => market.Actions(id)
        .Where(action => action.ExDate >= days.Days[0] && action.ExDate <= days.Days[^1])
        .Select(action => new ChartEvent(days.PlaceOf(action.ExDate), Words(action)));

    private static string Number(double value) => Figure.Exact(Math.Round(value, 6)).ToString(CultureInfo.InvariantCulture);
}
