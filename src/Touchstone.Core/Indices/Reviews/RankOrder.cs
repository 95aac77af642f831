using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Puts stocks in the order of a ranking.</summary>
internal static class RankOrder
{
    /// <summary>Ranks stocks that all have the figures.</summary>
    /// <param name="ranking">The rule.</param>
    /// <param name="round">The stocks, by id, and the data.</param>
    /// <returns>The ranking and the stocks for which a figure is lacking; a problem for what stops the review.</returns>
    public static Answer<(ImmutableArray<RankedUnit> Units, ImmutableArray<Rejection> Lacking)> Of(Ranking ranking, ScreenRound round)
    {
        var words = $"Ranking by {string.Join(" and ", ranking.Fields.Select(FigureWords.Of))}.";
        var figures = new Dictionary<InstrumentId, double[]>();
        var verdicts = ImmutableArray.CreateBuilder<ScreenVerdict>(round.Stocks.Length);
        foreach (var stock in round.Stocks)
        {
            var readings = ranking.Fields.Select(field => round.Figures.Read(field, stock.Id, round.Day, round.Figures.IndexCurrency)).ToArray();
            if (readings.FirstOrDefault(reading => reading.Problem is not null).Problem is { } problem)
            {
                return problem with { Message = $"{words} {stock.Id}: {problem.Message}" };
            }

            var gap = readings.FirstOrDefault(reading => !reading.HasValue).Gap;
            verdicts.Add(gap is null ? ScreenVerdict.Pass : ScreenVerdict.Lacks(gap));
            if (gap is null)
            {
                figures.Add(stock.Id, [.. readings.Select(reading => reading.Value)]);
            }
        }

        if (round.Gaps(words, verdicts.ToImmutable()) is { } lacking)
        {
            return lacking;
        }

        if (Units(ranking, round) is { } mixed)
        {
            return mixed;
        }

        var grouped = round.Stocks.Where(stock => figures.ContainsKey(stock.Id)).GroupBy(stock => stock.UnitKey(ranking.Level), StringComparer.Ordinal)
            .Select(group => (group.Key, Lines: group.ToImmutableArray(), Figures: Sum(group.Select(line => figures[line.Id]), ranking.Fields.Length)))
            .ToArray();
        var scores = Scores(ranking, words, [.. grouped.Select(unit => unit.Figures)]);
        if (!scores.HasValue)
        {
            return scores.Problem;
        }

        var units = grouped.Zip(scores.Value, (unit, score) => new RankedUnit(unit.Key, unit.Lines, score, 0))
            .OrderByDescending(unit => unit.Score)
            .ThenBy(unit => unit.Lines[0].Id)
            .Select((unit, i) => unit with { Rank = i + 1 })
            .ToImmutableArray();
        var rejected = round.Stocks.Zip(verdicts, (stock, verdict) => (stock, verdict)).Where(pair => pair.verdict.State == ScreenState.Lacks)
            .Select(pair => new Rejection(pair.stock, $"Cannot be ranked: {pair.verdict.Reason}.", IsGap: true))
            .ToImmutableArray();
        return Answer<(ImmutableArray<RankedUnit>, ImmutableArray<Rejection>)>.Of((units, rejected), new Working { Formula = words });
    }

    /// <summary>Lines or companies without an order, by id; their scores are zero and mean nothing.</summary>
    /// <param name="level">What is counted.</param>
    /// <param name="round">The stocks, by id.</param>
    public static ImmutableArray<RankedUnit> None(CountLevel level, ScreenRound round) =>
        [.. round.Stocks.GroupBy(stock => stock.UnitKey(level), StringComparer.Ordinal).Select((group, i) => new RankedUnit(group.Key, [.. group], 0, i + 1))];

    private static Problem? Units(Ranking ranking, ScreenRound round)
    {
        foreach (var field in ranking.Fields.Where(field => field.Figure == RankFigure.Observation))
        {
            var units = round.Stocks.Select(stock => round.Figures.Market.Observations(stock.Id, field.Field ?? "")).OfType<Data.ObservationSeries>().GroupBy(series => series.Unit, StringComparer.Ordinal).ToArray();
            if (units.Length > 1)
            {
                return new Problem(ProblemKind.Invalid, $"Stocks cannot be ranked by {field.Field}: it is in '{units[0].Key}' for {units[0].First().Subject} and in '{units[1].Key}' for {units[1].First().Subject}; expected one unit.", units[1].First().SourceAt(0).ToString());
            }
        }

        return null;
    }

    private static double[] Sum(IEnumerable<double[]> lines, int count)
    {
        var sums = new CompensatedSum[count];
        foreach (var line in lines)
        {
            for (var i = 0; i < count; i++)
            {
                sums[i].Add(line[i]);
            }
        }

        return [.. sums.Select(sum => sum.Value)];
    }

    private static Answer<double[]> Scores(Ranking ranking, string words, double[][] figures)
    {
        var scores = new double[figures.Length];
        for (var f = 0; f < ranking.Fields.Length; f++)
        {
            var column = figures.Select(unit => unit[f]).ToArray();
            var terms = column;
            if (ranking.Method == ScoreMethod.ShareOfTotal)
            {
                var total = Total(column);
                if (figures.Length > 0 && (total <= 0 || column.Any(value => value < 0)))
                {
                    return new Problem(ProblemKind.Undefined, $"{words} Shares of a total need figures of zero or more that are not all zero; {FigureWords.Of(ranking.Fields[f])} sums to {total:R}.");
                }

                terms = [.. column.Select(value => value / total)];
            }
            else if (ranking.Method == ScoreMethod.ZScore)
            {
                terms = ZScores(column);
            }

            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += ranking.Method == ScoreMethod.Value ? terms[i] : ranking.Fields[f].Weight * terms[i];
            }
        }

        return Answer<double[]>.Of(scores, new Working { Formula = words });
    }

    // A figure that is the same for all tells nothing apart: it adds nothing.
    private static double[] ZScores(double[] column)
    {
        var mean = Total(column) / column.Length;
        var deviation = Math.Sqrt(Total([.. column.Select(value => (value - mean) * (value - mean))]) / (column.Length - 1));
        return [.. column.Select(value => deviation > 0 ? (value - mean) / deviation : 0)];
    }

    private static double Total(double[] values)
    {
        var sum = default(CompensatedSum);
        foreach (var value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }
}
