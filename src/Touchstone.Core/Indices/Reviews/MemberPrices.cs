using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Closes, rates and shares of the chosen members on the day of prices.</summary>
/// <param name="Of">One for each member.</param>
/// <param name="Inputs">The rows of the package behind them.</param>
/// <param name="Conventions">What stood in for what.</param>
internal sealed record MemberPrices(ImmutableDictionary<InstrumentId, MemberPrice> Of, ImmutableArray<Input> Inputs, ImmutableArray<string> Conventions)
{
    /// <summary>Reads them.</summary>
    /// <param name="figures">The figures of the stocks.</param>
    /// <param name="members">The members, by id.</param>
    /// <param name="day">The day of prices.</param>
    /// <param name="weighsShares">Whether shares count; otherwise each member has one.</param>
    /// <returns>The prices; <see cref="ProblemKind.NoData"/> that names all members without a close, or without shares.</returns>
    public static Answer<MemberPrices> On(StockFigures figures, ImmutableArray<InstrumentId> members, DateOnly day, bool weighsShares)
    {
        var (closes, withoutClose) = Closes(figures, members, day);
        if (withoutClose.Count > 0)
        {
            return new Problem(ProblemKind.NoData, $"No as-traded close on {day:yyyy-MM-dd} for {withoutClose.Count} of {members.Length} members: {string.Join(", ", withoutClose)}. A close, or an action `suspend`, would settle it.");
        }

        var prices = ImmutableDictionary.CreateBuilder<InstrumentId, MemberPrice>();
        var (inputs, conventions, gaps) = (new List<Input>(), new List<string>(), new List<string>());
        foreach (var id in members)
        {
            var close = closes[id];
            var currency = figures.CurrencyOf(id);
            inputs.Add(new Input(id, "close", close.Day, close.Stored, currency is null ? Unit.Number : Unit.Money(currency), close.Source.ToString(), close.Source.File?.Sha256 ?? ""));
            if (close.Day != day)
            {
                conventions.Add($"{id}: the close of {close.Day:yyyy-MM-dd} is the last on or before {day:yyyy-MM-dd}.");
            }

            if (currency is null)
            {
                gaps.Add($"the currency of the prices of {id}");
                continue;
            }

            if (figures.Rates.Find(currency, figures.IndexCurrency, day) is not { } rate)
            {
                return new Problem(ProblemKind.NoData, $"{id}: {figures.Rates.Missing(currency, figures.IndexCurrency, day).Message}");
            }

            foreach (var row in rate.Rows.Where(row => !inputs.Contains(row.Input)))
            {
                inputs.Add(row.Input);
                if (row.Day != day)
                {
                    conventions.Add($"The rate of {row.Series.Base} in {row.Series.Quote} of {row.Day:yyyy-MM-dd} is the last on or before {day:yyyy-MM-dd}.");
                }
            }

            var (shares, inclusion) = (1.0, Reading.Of(1));
            if (weighsShares)
            {
                if (figures.SharesOn(id, day) is not { } count)
                {
                    gaps.Add($"shares of {id} on or before {day:yyyy-MM-dd}");
                    continue;
                }

                (shares, inclusion) = (count.Shares, figures.Inclusion(id, count));
                var source = count.Row.Source;
                inputs.Add(new Input(id, "shares", count.Row.From, count.Row.Shares, Unit.Count, source.ToString(), source.File?.Sha256 ?? ""));
                if (count.Row.FreeFloat is { } held)
                {
                    inputs.Add(new Input(id, "free_float", count.Row.From, held, Unit.Number, source.ToString(), source.File?.Sha256 ?? ""));
                }

                if (count.Shares != count.Row.Shares)
                {
                    conventions.Add($"{id}: {count.Row.Shares:R} shares of {count.Row.From:yyyy-MM-dd} are {count.Shares:R} after splits.");
                }
            }

            if (!inclusion.HasValue || inclusion.Value <= 0)
            {
                gaps.Add(inclusion.Gap ?? $"a free float above zero of {id}");
                continue;
            }

            prices.Add(id, new MemberPrice(close, rate.Value, shares, inclusion.Value, currency == figures.IndexCurrency ? null : currency));
        }

        return gaps.Count > 0
            ? new Problem(ProblemKind.NoData, $"The holdings of {gaps.Count} of {members.Length} members cannot be set; not in the package: {string.Join("; ", gaps)}.")
            : Answer<MemberPrices>.Of(new MemberPrices(prices.ToImmutable(), [.. inputs], [.. conventions]), new Working { Formula = "close × rate × shares × float" });
    }

    /// <summary>The closes of stocks on a day: of that session, of the last session where their exchange is closed, or the last one while trading is suspended.</summary>
    private static (Dictionary<InstrumentId, StockClose> Closes, List<InstrumentId> Without) Closes(StockFigures figures, ImmutableArray<InstrumentId> members, DateOnly day)
    {
        var closes = new Dictionary<InstrumentId, StockClose>();
        var without = new List<InstrumentId>();
        foreach (var id in members)
        {
            var session = figures.Market.CalendarOf(id).OnOrBefore(day);
            if (StockClose.OnOrBefore(figures.Market, id, day) is { } close && close.Price > 0 && (close.Day >= session || StockClose.IsSuspended(figures.Market, id, day)))
            {
                closes.Add(id, close);
            }
            else
            {
                without.Add(id);
            }
        }

        return (closes, without);
    }
}
