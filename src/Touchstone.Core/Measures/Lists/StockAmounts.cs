using Touchstone.Data;
using Touchstone.Indices;

namespace Touchstone.Measures;

/// <summary>What the stocks of a list are worth, and how much of them changed hands, in the currency of its head.</summary>
internal sealed class StockAmounts
{
    private readonly StockPanel _panel;
    private readonly Market _market;
    private readonly Conversion?[] _conversions;
    private readonly ShareCount[][] _counts;
    private readonly Lazy<double[]> _turnovers;

    private StockAmounts(StockPanel panel, Market market, string? currency, Conversion?[] conversions)
    {
        (_panel, _market, Currency, _conversions) = (panel, market, currency, conversions);
        _counts = [.. panel.List.Stocks.Select(stock => market.Shares(stock.Id).ToArray())];
        _turnovers = new Lazy<double[]>(AllTurnovers);
    }

    /// <summary>The currency of all amounts; null when the package names none for the head.</summary>
    public string? Currency { get; }

    public Unit Money => Currency is null ? Unit.Number : Unit.Money(Currency);

    /// <summary>The amounts of a panel, or the problem that names the rates which are missing.</summary>
    public static Problem? Find(Call call, StockPanel panel, out StockAmounts amounts)
    {
        amounts = null!;
        var currency = panel.List.Head.Instrument?.Currency;
        var conversions = new Conversion?[panel.List.Stocks.Count];
        for (var stock = 0; stock < conversions.Length; stock++)
        {
            if (currency is null || panel.List.Stocks[stock].Instrument?.Currency is not { } own || own == currency)
            {
                continue;
            }

            conversions[stock] = call.Conversion(own, currency);
            if (conversions[stock] is null)
            {
                return new Problem(ProblemKind.NoData, $"{panel.List.Stocks[stock].Id} is priced in {own} and {panel.List.Head.Id} in {currency}; the package has no rates between them: rows of the role `fx` would settle it.");
            }
        }

        amounts = new StockAmounts(panel, call.Market, currency, conversions);
        return null;
    }

    /// <summary>Amounts added up, with the digits that plain addition drops.</summary>
    public static double Sum(double[] amounts)
    {
        var sum = default(CompensatedSum);
        foreach (var amount in amounts)
        {
            sum.Add(amount);
        }

        return sum.Value;
    }

    /// <summary>The market values on a session: close as traded times shares in force, the last close for a stock that did not trade.</summary>
    public Problem? Values(int session, int[] stocks, WorkingBuilder? working, out double[] values)
    {
        values = new double[stocks.Length];
        if (_panel.MissingOf(session, stocks, working) is { } missing)
        {
            return missing;
        }

        var day = _panel.DateAt(session);
        for (var i = 0; i < stocks.Length; i++)
        {
            var stock = stocks[i];
            if (MarketValue.Line(_market, _panel.List.Stocks[stock], out var line) is { } none)
            {
                return none;
            }

            var row = line.IndexOnOrBefore(day);
            if (row < 0)
            {
                return working?.Problem(ProblemKind.NoData, $"The closes of {line.Subject.Id} for market value begin on {line.First:yyyy-MM-dd}; that of {day:yyyy-MM-dd} would settle it.") ?? WorkingBuilder.Unspoken;
            }

            working?.Input(line.InputAt(row));
            var rate = 1.0;
            if ((MarketValue.At(line, _counts[stock], row, working, out values[i]) ?? Convert(stock, day, working, out rate)) is { } problem)
            {
                return problem;
            }

            values[i] *= rate;
        }

        return null;
    }

    /// <summary>The money traded in stocks over the sessions after one, up to another: the turnover column, or close times volume where there is none.</summary>
    public Problem? Turnovers(int from, int to, int[] stocks, WorkingBuilder? working, out double[] turnovers)
    {
        turnovers = new double[stocks.Length];
        if (_panel.MissingOf(to, stocks, working) is { } missing)
        {
            return missing;
        }

        var all = _turnovers.Value;
        for (var i = 0; i < stocks.Length; i++)
        {
            for (var session = from + 1; session <= to; session++)
            {
                var turnover = all[(session * _panel.List.Stocks.Count) + stocks[i]];
                if (double.IsNaN(turnover))
                {
                    return working is null ? WorkingBuilder.Unspoken : NoTurnover(stocks[i], session, working);
                }

                turnovers[i] += turnover;
            }
        }

        if (working is not null)
        {
            Explain(working, from, to, stocks);
        }

        return null;
    }

    private void Explain(WorkingBuilder working, int from, int to, int[] stocks)
    {
        var estimated = 0;
        foreach (var stock in stocks)
        {
            var subject = _panel.List.Stocks[stock];
            var turnover = subject.Price(PriceField.Turnover);
            estimated += turnover is null ? 1 : 0;
            foreach (var day in new[] { _panel.DateAt(from + 1), _panel.DateAt(to) })
            {
                foreach (var line in turnover is null ? new[] { _panel.Lines[stock], subject.Price(PriceField.Volume) } : [turnover])
                {
                    if (line is not null && line.IndexOnOrBefore(day) is >= 0 and var row && line.DateAt(row) == day)
                    {
                        working.Input(line.InputAt(row));
                    }
                }
            }
        }

        working.Convention($"Turnover over {to - from} session{(to - from == 1 ? "" : "s")}, {_panel.DateAt(from + 1):yyyy-MM-dd} to {_panel.DateAt(to):yyyy-MM-dd}{(to - from > 2 ? "; the figures of the first and last are listed" : "")}.");
        if (estimated > 0)
        {
            working.Convention($"For {estimated} of {stocks.Length} {_panel.List.Name} the package has no turnover; close times volume stands for it.");
        }
    }

    private Problem NoTurnover(int stock, int session, WorkingBuilder working)
    {
        var (subject, day) = (_panel.List.Stocks[stock], _panel.DateAt(session));
        return Convert(stock, day, working, out _)
            ?? working.Problem(ProblemKind.NoData, $"No turnover of {subject.Id} on {day:yyyy-MM-dd}, nor a close and a volume: the column `turnover` or `volume` of its prices would settle it.");
    }

    private Problem? Convert(int stock, DateOnly day, WorkingBuilder? working, out double rate)
    {
        rate = 1;
        return _conversions[stock]?.Rate(day, working, out rate);
    }

    /// <summary>The turnover of each stock on each session, not a number where it is unknown.</summary>
    private double[] AllTurnovers()
    {
        var stocks = _panel.List.Stocks.Count;
        var all = new double[_panel.Sessions * stocks];
        for (var stock = 0; stock < stocks; stock++)
        {
            var subject = _panel.List.Stocks[stock];
            var (turnover, volume, close) = (subject.Price(PriceField.Turnover), subject.Price(PriceField.Volume), _panel.Lines[stock]);
            for (var session = 0; session < _panel.Sessions; session++)
            {
                var day = _panel.DateAt(session);
                var own = On(turnover, day) ?? (On(volume, day) * On(close, day));
                var amount = own ?? (_panel.Table.Day(session, stock) == StockDay.Idle ? 0 : double.NaN);
                all[(session * stocks) + stock] = Convert(stock, day, null, out var rate) is null ? amount * rate : double.NaN;
            }
        }

        return all;
    }

    private static double? On(Line? line, DateOnly day) =>
        line is not null && line.IndexOnOrBefore(day) is >= 0 and var row && line.DateAt(row) == day ? line.Stored(row) : null;
}
