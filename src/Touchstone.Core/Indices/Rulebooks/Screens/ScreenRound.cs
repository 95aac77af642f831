using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>The stocks that a screen judges, and the data it judges by.</summary>
/// <param name="Stocks">Those that passed so far, by id.</param>
/// <param name="Day">The cut-off.</param>
/// <param name="Figures">Their figures.</param>
internal sealed record ScreenRound(ImmutableArray<Candidate> Stocks, DateOnly Day, StockFigures Figures)
{
    /// <summary>Judges every stock by itself.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="read">The figure of a stock.</param>
    /// <param name="judge">What the screen says of a figure.</param>
    public Answer<ImmutableArray<ScreenVerdict>> Each(Screen screen, Func<Candidate, Reading> read, Func<Candidate, double, ScreenVerdict> judge)
    {
        var verdicts = ImmutableArray.CreateBuilder<ScreenVerdict>(Stocks.Length);
        foreach (var stock in Stocks)
        {
            var reading = read(stock);
            if (reading.Problem is { } problem)
            {
                return problem with { Message = $"{screen.Words} {stock.Id}: {problem.Message}" };
            }

            verdicts.Add(reading.HasValue ? judge(stock, reading.Value) : ScreenVerdict.Lacks(reading.Gap));
        }

        return Verdicts(screen, verdicts.MoveToImmutable());
    }

    /// <summary>Verdicts as an answer.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="verdicts">One for each stock, in order.</param>
    public static Answer<ImmutableArray<ScreenVerdict>> Verdicts(Screen screen, ImmutableArray<ScreenVerdict> verdicts) =>
        Answer<ImmutableArray<ScreenVerdict>>.Of(verdicts, new Working { Formula = screen.Words });

    /// <summary>The problem of a figure that the package lacks for all stocks, or for members; null when it lacks none.</summary>
    /// <param name="words">What the figure is for, as a sentence.</param>
    /// <param name="verdicts">One for each stock, in order.</param>
    public Problem? Gaps(string words, ImmutableArray<ScreenVerdict> verdicts)
    {
        var lacking = Stocks.Zip(verdicts).Where(pair => pair.Second.State == ScreenState.Lacks).ToArray();
        var all = lacking.Length > 0 && lacking.Length == Stocks.Length;
        var named = all ? lacking : [.. lacking.Where(pair => pair.First.IsMember)];
        return named.Length == 0
            ? null
            : new Problem(
                ProblemKind.NoData,
                $"{words} The package lacks the figure for {(all ? $"all {named.Length} stocks" : named.Length == 1 ? "a member" : $"{named.Length} members")}: {string.Join("; ", named.Take(20).Select(pair => $"{pair.First.Id} ({pair.Second.Reason})"))}{(named.Length > 20 ? "; …" : "")}.");
    }
}
