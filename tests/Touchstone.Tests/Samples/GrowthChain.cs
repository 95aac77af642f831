namespace Touchstone.Tests.Samples;

/// <summary>
/// The levels of the growth index worked out anew from the files: no divisor but a chain of daily returns, in doubles, members as constituents.csv
/// has them. Each action is done by its formula in docs/methodology/corporate-actions.md.
/// </summary>
internal sealed class GrowthChain(GrowthFiles files)
{
    private const double Cap = 0.15;

    private static readonly (string Prices, string Effective)[] Reviews =
        [("2023-12-20", "2024-01-02"), ("2024-03-06", "2024-03-12"), ("2024-06-06", "2024-06-12"), ("2024-09-05", "2024-09-11"), ("2024-12-05", "2024-12-11")];

    private readonly Dictionary<string, double> _units = [];
    private readonly string[][] _members = [.. files.Rows("constituents").Where(row => row[0] == "HARBG")];
    private readonly string[][] _actions = [.. files.Rows("actions")];

    /// <summary>The weights that each review sets, at its prices.</summary>
    public List<Dictionary<string, double>> ReviewWeights { get; } = [];

    /// <summary>The levels, unrounded.</summary>
    public IEnumerable<(string Day, double Level)> Levels()
    {
        var level = 1_000.0;
        var sessions = files.Sessions.SkipWhile(day => string.CompareOrdinal(day, Reviews[0].Effective) < 0).ToArray();
        Review(Reviews[0].Prices, Reviews[0].Effective);
        yield return (sessions[0], level);
        for (var i = 1; i < sessions.Length; i++)
        {
            var (yesterday, today) = (sessions[i - 1], sessions[i]);
            var start = _units.Keys.ToDictionary(id => id, id => files.Close(id, yesterday));
            foreach (var child in _units.Keys.Where(id => id is "XHBR:TRNF" or "XHBR:URCS").ToArray())
            {
                _units.Remove(child);
            }

            foreach (var action in _actions.Where(row => row[1] == today && _units.ContainsKey(row[0])))
            {
                Act(action, start, today);
            }

            if (Reviews.FirstOrDefault(item => item.Effective == today) is { Prices: not null } review)
            {
                Review(review.Prices, today);
            }

            Update(yesterday, today);
            var paid = i + 1 < sessions.Length ? FinalPrices(sessions[i + 1]) : [];
            level *= _units.Sum(held => held.Value * (paid.TryGetValue(held.Key, out var price) ? price : files.Close(held.Key, today)))
                / _units.Sum(held => held.Value * (start.TryGetValue(held.Key, out var before) ? before : files.Close(held.Key, yesterday)));
            yield return (today, level);
        }
    }

    private void Act(string[] action, Dictionary<string, double> start, string today)
    {
        var (id, kind, close) = (action[0], action[2], start[action[0]]);
        var ratio = action[3].Length == 0 ? 0 : GrowthFiles.Number(action[3]);
        var cash = action[4].Length == 0 ? 0 : GrowthFiles.Number(action[4]);
        switch (kind)
        {
            case "split" or "consolidation" or "bonus":
                (start[id], _units[id]) = (close / ratio, _units[id] * ratio);
                break;
            case "rights" when GrowthFiles.Number(action[6]) < close:
                (start[id], _units[id]) = ((close + ((ratio - 1) * GrowthFiles.Number(action[6]))) / ratio, _units[id] * ratio);
                break;
            case "special":
                start[id] = close - cash;
                break;
            case "spin-off":
                (start[id], start[action[7]], _units[action[7]]) = (close - (ratio * cash), cash, _units[id] * ratio);
                break;
            case "merger-stock":
                _units[action[7]] *= 1 + (ratio * files.Shares(id, today) / (files.Shares(action[7], today) - (ratio * files.Shares(id, today))));
                _units.Remove(id);
                break;
            case "merger-cash" or "delist":
                _units.Remove(id);
                break;
        }
    }

    private Dictionary<string, double> FinalPrices(string tomorrow) =>
        _actions.Where(row => row[1] == tomorrow && row[2] is "merger-cash" or "delist" && _units.ContainsKey(row[0])).ToDictionary(row => row[0], row => GrowthFiles.Number(row[4]));

    /// <summary>Placings and floats of a tenth or more at once, where no action explains the new count; the newcomer that joins between reviews.</summary>
    private void Update(string yesterday, string today)
    {
        foreach (var id in _units.Keys.Where(id => id is not ("XHBR:TRNF" or "XHBR:URCS") && !_actions.Any(row => row[1] == today && (row[0] == id || row[7] == id))).ToArray())
        {
            var change = files.Counted(id, today) / files.Counted(id, yesterday);
            _units[id] *= Math.Abs(change - 1) >= 0.1 ? change : 1;
        }

        foreach (var row in _members.Where(row => row[2] == today && !_units.ContainsKey(row[1])))
        {
            _units[row[1]] = files.Counted(row[1], today);
        }
    }

    private void Review(string prices, string effective)
    {
        var values = _members.Where(row => string.CompareOrdinal(row[2], effective) <= 0 && (row[3].Length == 0 || string.CompareOrdinal(effective, row[3]) < 0))
            .ToDictionary(row => row[1], row => files.Counted(row[1], prices) * files.Close(row[1], prices));

        // The rest of the weight is w = k × value; the k at which all weights, cut off at the cap, sum to 1 is found by halving.
        var (low, high) = (0.0, 1 / values.Values.Min());
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = values.Values.Sum(value => Math.Min(Cap, middle * value)) < 1 ? (middle, high) : (low, middle);
        }

        _units.Clear();
        foreach (var (id, value) in values)
        {
            _units[id] = files.Counted(id, prices) * (Math.Min(Cap, high * value) / (high * value));
        }

        var total = _units.Sum(held => held.Value * files.Close(held.Key, prices));
        ReviewWeights.Add(_units.ToDictionary(held => held.Key, held => held.Value * files.Close(held.Key, prices) / total));
    }
}
