using Touchstone.Data;

namespace Touchstone.Measures;

/// <summary>What dividends added to a holding between two closes, as a factor.</summary>
internal static class DividendFactor
{
    /// <summary>The factor between two rows of the close, or null where the package tells nothing of dividends.</summary>
    /// <remarks>By the adjusted series: its ratio over that of the close, dividends put back into the share. By cash actions: (close + sum of cash) / close at the end, dividends kept.</remarks>
    public static double? Of(Market market, Line close, int from, int to, WorkingBuilder? working)
    {
        var price = close.Values[to] / close.Values[from];
        if (close.Subject.History!.Basis.Adjusted is CloseBasis.TotalReturn or CloseBasis.Unstated && close.Subject.Price(PriceField.Adjusted) is { } total
            && total.IndexOnOrBefore(close.DateAt(from)) is >= 0 and var first && total.Days[first] == close.Days[from]
            && total.IndexOnOrBefore(close.DateAt(to)) is >= 0 and var last && total.Days[last] == close.Days[to])
        {
            var factor = total.Values[last] / total.Values[first] / price;
            working?.Input(total.InputAt(first));
            working?.Input(total.InputAt(last));
            working?.Convention("Dividends are those of the adjusted series, put back into the share.");
            working?.Step("dividends", $"({WorkingBuilder.Text(total.Values[last])} / {WorkingBuilder.Text(total.Values[first])}) / {WorkingBuilder.Text(price)}", factor, Unit.Number);
            return factor;
        }

        var (cash, rows) = (0.0, 0);
        foreach (var action in market.Actions(close.Subject.Id))
        {
            if (action.Kind is not ("cash" or "special") || action.Cash is not { } amount || action.ExDate <= close.DateAt(from) || action.ExDate > close.DateAt(to))
            {
                continue;
            }

            if (action.Currency is { } currency && currency != close.Subject.Instrument?.Currency)
            {
                return null;
            }

            // A payment is for one share of its day; the close is for one share of its own day, or of the last.
            cash += amount / close.Subject.NewSharesPerOld(action.ExDate, close.IsAsTraded ? close.DateAt(to) : DateOnly.MaxValue);
            rows++;
            working?.Input(new Input(close.Subject.Id, "cash", action.ExDate, amount, close.Subject.Money, action.Source.ToString(), action.Source.File?.Sha256 ?? ""));
        }

        if (rows == 0 && !market.Actions(close.Subject.Id).Any(action => action.Kind is "cash" or "special"))
        {
            return null;
        }

        var end = close.Stored(to);
        working?.Convention($"Dividends are the {rows} cash payment{(rows == 1 ? "" : "s")} with an ex-date in the span, kept as cash.");
        working?.Step("dividends", $"({WorkingBuilder.Text(end)} + {WorkingBuilder.Text(cash)}) / {WorkingBuilder.Text(end)}", (end + cash) / end, Unit.Number);
        return (end + cash) / end;
    }
}
