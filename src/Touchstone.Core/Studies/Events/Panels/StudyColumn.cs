using Touchstone.Data;

namespace Touchstone.Studies;

/// <summary>One column of one instrument's bars on one basis throughout, as a study reads it.</summary>
internal sealed class StudyColumn
{
    private readonly PriceHistory _history;
    private readonly PriceField _field;
    private readonly double[] _values;

    private StudyColumn(PriceHistory history, PriceField field, double[] values, string convention) =>
        (_history, _field, _values, Convention) = (history, field, values, convention);

    /// <summary>What the numbers are, as a sentence.</summary>
    public string Convention { get; }

    public InstrumentId Instrument => _history.Instrument;

    public int FirstDay => _history.DayNumbers[0];

    public int LastDay => _history.DayNumbers[^1];

    /// <summary>The column that a variable is read from, or why there is none.</summary>
    public static Answer<StudyColumn> Of(Market market, InstrumentId id, StudyVariable variable)
    {
        if (market.Prices(id) is not { Count: > 0 } history)
        {
            return new Problem(ProblemKind.NoData, market.Instrument(id) is null
                ? $"{id} is not in the package."
                : $"The package has no prices of {id}: rows of the role `prices` would settle it.");
        }

        var splits = market.Actions(id).Where(action => action.IsSplit).ToArray();
        var isAsTraded = history.Basis.Close == CloseBasis.AsTraded;
        if (variable is StudyVariable.Volume or StudyVariable.Turnover)
        {
            var field = variable == StudyVariable.Volume ? PriceField.Volume : PriceField.Turnover;
            return Counts(history, field) == 0
                ? new Problem(ProblemKind.NoData, $"The package has no {field.ToString().ToLowerInvariant()} of {id}: the column in {history.File.Name} would settle it.", history.File.Name)
                : Make(history, field, variable == StudyVariable.Volume && isAsTraded ? splits : [], isMultiplied: true, $"{id}: ln(1 + {field.ToString().ToLowerInvariant()}).");
        }

        if (Counts(history, PriceField.Adjusted) is > 0 and var adjusted && adjusted >= Counts(history, PriceField.Close))
        {
            return Make(history, PriceField.Adjusted, [], false, $"{id}: total return from the adjusted series ({history.Basis.AdjustedText}).");
        }

        if (Counts(history, PriceField.Close) == 0)
        {
            return new Problem(ProblemKind.NoData, $"The package has no close of {id}: the column in {history.File.Name} would settle it.", history.File.Name);
        }

        if (history.Basis.Close == CloseBasis.Unstated && splits.Length > 0)
        {
            return new Problem(ProblemKind.Basis, $"The package does not state the basis of the close of {id}, which was split on {splits[0].ExDate:yyyy-MM-dd}: `basis` of {history.File.Name} would settle it.", history.File.Name);
        }

        return Make(history, PriceField.Close, isAsTraded ? splits : [], false, history.Basis.Close == CloseBasis.TotalReturn
            ? $"{id}: total return from the close ({history.Basis.CloseText})."
            : $"{id}: price return from the close, without dividends ({(history.Basis.CloseText.Length == 0 ? "basis not stated" : history.Basis.CloseText)}).");
    }

    /// <summary>The number of a day; NaN when there is none.</summary>
    public double On(int day) => _history.DayNumbers.BinarySearch(day) is >= 0 and var row ? _values[row] : double.NaN;

    /// <summary>The last number on or before a day and the day it is of; NaN when there is none.</summary>
    public (double Value, int Day) OnOrBefore(int day)
    {
        var found = _history.DayNumbers.BinarySearch(day);
        for (var row = found >= 0 ? found : ~found - 1; row >= 0; row--)
        {
            if (!double.IsNaN(_values[row]))
            {
                return (_values[row], _history.DayNumbers[row]);
            }
        }

        return (double.NaN, 0);
    }

    /// <summary>The stored number of a day that has one, with its source.</summary>
    public Input InputOn(int day, Market market)
    {
        var row = _history.DayNumbers.BinarySearch(day);
        _history.TryGet(_field, row, out var value);
        var unit = market.Instrument(_history.Instrument) switch
        {
            { Kind: InstrumentKind.Index } => Unit.Points,
            { Currency: { } currency } when _field != PriceField.Volume => Unit.Money(currency),
            _ => _field == PriceField.Volume ? Unit.Count : Unit.Number,
        };
        return new Input(_history.Instrument, _field.ToString().ToLowerInvariant(), _history.DateAt(row), value, unit, _history.SourceAt(row).ToString(), _history.File.Sha256);
    }

    private static int Counts(PriceHistory history, PriceField field)
    {
        var count = 0;
        foreach (var value in history.Raw(field))
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Prices are divided, and counts of shares multiplied, by the splits that came after.</summary>
    private static Answer<StudyColumn> Make(PriceHistory history, PriceField field, CorporateAction[] splits, bool isMultiplied, string convention)
    {
        var values = history.Raw(field).ToArray();
        for (var row = 0; row < values.Length; row++)
        {
            foreach (var split in splits)
            {
                if (split.ExDate.DayNumber > history.DayNumbers[row])
                {
                    values[row] *= isMultiplied ? split.Ratio!.Value : 1 / split.Ratio!.Value;
                }
            }
        }

        return Answer<StudyColumn>.Of(new StudyColumn(history, field, values, convention), new Working { Formula = convention });
    }
}
