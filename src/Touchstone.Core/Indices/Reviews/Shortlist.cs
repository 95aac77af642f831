using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The stocks of the universe after screens and ranking.</summary>
/// <param name="Units">Those that pass, best first.</param>
/// <param name="Out">Those that do not, by id.</param>
/// <param name="Steps">How many passed each screen.</param>
/// <param name="IsRanked">Whether there is an order. Where all are taken, and weights hang on neither score nor market value, there is none when a figure of the ranking is lacking.</param>
internal sealed record Shortlist(ImmutableArray<RankedUnit> Units, ImmutableArray<Rejection> Out, ImmutableArray<Step> Steps, bool IsRanked)
{
    /// <summary>Screens and ranks the universe at a cut-off.</summary>
    /// <param name="figures">The figures of the stocks.</param>
    /// <param name="version">The rules.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="members">The members before.</param>
    public static Answer<Shortlist> Of(StockFigures figures, RulebookVersion version, ReviewDates dates, ImmutableArray<InstrumentId> members)
    {
        var listed = CandidateList.Of(figures.Market, version.Universe, dates.CutOff, dates.Effective, members);
        if (!listed.HasValue)
        {
            return listed.Problem;
        }

        if (listed.Value.Stocks.IsEmpty)
        {
            return new Problem(ProblemKind.NoData, $"No stock of the universe is listed on {dates.CutOff:yyyy-MM-dd}{(version.Universe.Exchanges.IsDefaultOrEmpty ? "" : $": the package has none on {string.Join(", ", version.Universe.Exchanges)}")}.");
        }

        var left = listed.Value.Gone.ToList();
        var steps = ImmutableArray.CreateBuilder<Step>();
        var round = new ScreenRound(listed.Value.Stocks, dates.CutOff, figures);
        steps.Add(new Step("universe", $"listed on {dates.CutOff:yyyy-MM-dd}", round.Stocks.Length, Unit.Count));
        foreach (var screen in version.Screens)
        {
            var verdicts = screen.Judge(round);
            if (!verdicts.HasValue)
            {
                return verdicts.Problem;
            }

            if (round.Gaps(screen.Words, verdicts.Value) is { } lacking)
            {
                return lacking;
            }

            left.AddRange(round.Stocks.Zip(verdicts.Value).Where(pair => pair.Second.State != ScreenState.Passes).Select(pair => new Rejection(pair.First, $"{Capital(pair.Second.Reason)}.", IsGap: pair.Second.State == ScreenState.Lacks)));
            round = round with { Stocks = [.. round.Stocks.Where((_, i) => verdicts.Value[i].State == ScreenState.Passes)] };
            steps.Add(new Step("pass", screen.Words, round.Stocks.Length, Unit.Count));
        }

        var order = RankOrder.Of(version.Ranking, round);
        if (!order.HasValue)
        {
            // Where all are taken, and weights hang on neither score nor market value, an order is not needed.
            var isNeeded = version.Weighting is Weighting.Score or Weighting.MarketValue || (version.Selection.Method != SelectionMethod.All && version.Selection.Count is not null);
            return isNeeded ? order.Problem : new Shortlist(RankOrder.None(version.Ranking.Level, round), [.. left.OrderBy(rejection => rejection.Stock.Id)], steps.ToImmutable(), false).AsAnswer();
        }

        left.AddRange(order.Value.Lacking);
        steps.Add(new Step("ranked", order.Working.Formula, order.Value.Units.Length, Unit.Count));
        return new Shortlist(order.Value.Units, [.. left.OrderBy(rejection => rejection.Stock.Id)], steps.ToImmutable(), true).AsAnswer();
    }

    private Answer<Shortlist> AsAnswer() => Answer<Shortlist>.Of(this, new Working { Formula = "universe, screens in order, ranking", Steps = Steps });

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
