using System.Collections.Immutable;

namespace Touchstone.Data;

/// <summary>Finds prices that jump from one row to the next by a ratio in which shares are split or joined, with no action to explain it.</summary>
internal static class JumpCheck
{
    /// <summary>How far from the exact ratio a jump may be: the price also moves on the day.</summary>
    private const double Tolerance = 0.06;

    /// <summary>A ratio as small as 3 for 2 can be a day's move; then the adjusted price, which does not jump, must be there as witness.</summary>
    private const double SureRatio = 1.9;

    /// <summary>How near, relatively, the row after a jump must be to the row before it for the jump to be a single wrong number.</summary>
    private const double Back = 0.15;

    private static readonly ImmutableArray<double> Ratios = [3.0 / 2, 2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 100];

    public static IEnumerable<DataFinding> Find(Market market)
    {
        foreach (var history in market.Rows.Prices)
        {
            if (market.Instrument(history.Instrument)?.Kind is InstrumentKind.Index or InstrumentKind.Series)
            {
                continue;
            }

            var field = history.Has(PriceField.Close) ? PriceField.Close : PriceField.Adjusted;
            var previous = -1;
            for (var row = 0; row < history.Count; row++)
            {
                if (!history.TryGet(field, row, out var price))
                {
                    continue;
                }

                if (previous >= 0 && history.TryGet(field, previous, out var before) && Finding(market, history, field, previous, row, price / before) is { } finding)
                {
                    if (Returns(history, field, row, before))
                    {
                        // The next move compares with the row before the spike, so that it is told once.
                        yield return Spike(history, field, previous, row, price / before);
                        continue;
                    }

                    yield return finding;
                }

                previous = row;
            }
        }
    }

    /// <summary>Whether the row after a jump is back where it was.</summary>
    private static bool Returns(PriceHistory history, PriceField field, int row, double before) =>
        row + 1 < history.Count && history.TryGet(field, row + 1, out var after) && Math.Abs((after / before) - 1) < Back;

    private static DataFinding Spike(PriceHistory history, PriceField field, int previous, int row, double move) => new()
    {
        Severity = FindingSeverity.Warning,
        Code = "spike",
        Message = $"{history.Instrument} {Phrases.Day(history.DateAt(row))}: {field.ToString().ToLowerInvariant()} is {move:0.###} times the close before in {history.File.Name} and back on the next row; probably a wrong number.",
        Exchange = history.Instrument.Exchange,
        File = history.File.Name,
        Instruments = [history.Instrument],
        Days = [history.DateAt(row)],
        Sources = [history.SourceAt(previous).ToString(), history.SourceAt(row).ToString()],
    };

    private static DataFinding? Finding(Market market, PriceHistory history, PriceField field, int previous, int row, double move)
    {
        var ratio = Nearest(move);
        if (ratio == 0 || history.DateAt(row).DayNumber - history.DateAt(previous).DayNumber > 30)
        {
            return null;
        }

        var adjustedMove = field == PriceField.Close && history.TryGet(PriceField.Adjusted, previous, out var before) && history.TryGet(PriceField.Adjusted, row, out var after) ? after / before : double.NaN;
        var steady = Math.Abs(adjustedMove - 1) < 0.25;
        var size = Math.Max(ratio, 1 / ratio);
        var asTraded = field == PriceField.Close && history.Basis.Close == CloseBasis.AsTraded;
        var action = market.Actions(history.Instrument).FirstOrDefault(item => item.Ratio is not null && item.ExDate > history.DateAt(previous) && item.ExDate <= history.DateAt(row));
        if ((size < SureRatio && !steady) || (action is not null && asTraded))
        {
            return null;
        }

        var words = ratio < 1 ? $"falls to {move:0.###} of" : $"rises to {move:0.###} times";
        var reason = action is not null ? $"the {action.Kind} of that day ({action.Ratio:0.####} for 1) is not applied to a price whose basis is '{Basis(history, field)}'"
            : steady ? $"adjusted moves by {adjustedMove - 1:+0.0%;-0.0%} only, and actions has no split"
            : "it looks like a split that is in no action and in no adjustment";
        return new DataFinding
        {
            Severity = action is not null ? FindingSeverity.Error : FindingSeverity.Warning,
            Code = "split-jump",
            Message = $"{history.Instrument} {Phrases.Day(history.DateAt(row))}: {field.ToString().ToLowerInvariant()} {words} the close before in {history.File.Name} (near {Show(ratio)}); {reason}.",
            Exchange = history.Instrument.Exchange,
            File = history.File.Name,
            Instruments = [history.Instrument],
            Days = [history.DateAt(row)],
            Sources = [history.SourceAt(previous).ToString(), history.SourceAt(row).ToString()],
        };
    }

    private static string Basis(PriceHistory history, PriceField field) => (field == PriceField.Close ? history.Basis.CloseText : history.Basis.AdjustedText) is { Length: > 0 } text ? text : "not stated";

    /// <summary>The split ratio near a move, as the factor on the price; 0 when none is near.</summary>
    private static double Nearest(double move)
    {
        foreach (var ratio in Ratios)
        {
            if (Math.Abs((move / ratio) - 1) < Tolerance)
            {
                return ratio;
            }

            if (Math.Abs((move * ratio) - 1) < Tolerance)
            {
                return 1 / ratio;
            }
        }

        return 0;
    }

    private static string Show(double ratio) => ratio >= 1 ? $"{ratio:0.#}:1" : $"1:{1 / ratio:0.#}";
}
