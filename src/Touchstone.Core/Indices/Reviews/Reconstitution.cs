using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Chooses members anew.</summary>
internal static class Reconstitution
{
    private const int MostNames = 10;

    /// <summary>Chooses.</summary>
    /// <param name="figures">The figures of the stocks.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="version">The rules in force.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="before">The members before.</param>
    public static Answer<ChosenMembers> Of(StockFigures figures, Rulebook rulebook, RulebookVersion version, ReviewDates dates, MembersBefore before)
    {
        if (version.Selection.Method == SelectionMethod.Published)
        {
            return new Problem(ProblemKind.NotPublished, "The members are chosen by a committee; they come from the package's constituents, and only a rebalance can be run.");
        }

        var list = Shortlist.Of(figures, version, dates, before.Members);
        if (!list.HasValue)
        {
            return list.Problem;
        }

        var conventions = new List<string>();
        var mayStay = MayStay(figures, rulebook, version, dates, before, list.Value, conventions);
        if (!mayStay.HasValue)
        {
            return mayStay.Problem;
        }

        var choices = Choices.Of(list.Value.Units, version.Selection, mayStay.Value);
        if (version.Selection.Count is { } count && choices.Count(choice => choice.IsTaken) is var taken && taken < count)
        {
            conventions.Add($"{count} are wanted; {taken} are taken, as no others pass the screens.");
        }

        InstrumentId[] lacking = [.. list.Value.Out.Where(rejection => rejection.IsGap).Select(rejection => rejection.Stock.Id)];
        if (lacking.Length > 0)
        {
            var names = string.Join(", ", lacking.Take(MostNames));
            conventions.Add($"{lacking.Length} {(lacking.Length == 1 ? "stock is" : "stocks are")} not taken because the package lacks a figure: {names}{(lacking.Length > MostNames ? ", …" : "")}.");
        }

        var isRanked = list.Value.IsRanked;
        var words = Words(version.Ranking, figures.IndexCurrency, list.Value.Units.Length);
        var reviewed = choices
            .SelectMany(choice => choice.Unit.Lines.Select(line => (choice.IsTaken, Line: new ReviewedMember(
                line, choice.About(line), isRanked ? $"{words(choice.Unit)}: {choice.Reason}." : "All that pass are taken.", isRanked ? choice.Unit : null))))
            .ToArray();
        var screenedOut = list.Value.Out.Select(rejection => new ReviewedMember(rejection.Stock, rejection.Stock.IsMember ? ReviewDecision.Leaves : ReviewDecision.ScreenedOut, rejection.Reason, null));
        return new ChosenMembers(
            [.. reviewed.Where(row => row.IsTaken).Select(row => row.Line).OrderBy(line => line.Stock.Id)],
            [.. reviewed.Where(row => !row.IsTaken).Select(row => row.Line), .. screenedOut],
            [.. choices.Where(choice => !choice.IsTaken).Take(version.Selection.Reserve).SelectMany(choice => choice.Unit.Lines).Select(line => line.Id)],
            list.Value.Steps,
            [.. conventions]).AsAnswer();
    }

    private static Answer<Func<RankedUnit, bool>> MayStay(
        StockFigures figures, Rulebook rulebook, RulebookVersion version, ReviewDates dates, MembersBefore before, Shortlist list, List<string> conventions)
    {
        Func<RankedUnit, bool> mayStay = _ => true;
        var selection = version.Selection;
        var isAsked = selection is { StayOnce: true, Count: { } count, StayWithin: { } stay } && list.Units.Any(unit => unit.IsMember && unit.Rank > count && unit.Rank <= stay);
        if (isAsked)
        {
            if (rulebook.Reviews.LastOrDefault(review => review.Kind == ReviewKind.Reconstitution && review.Effective < dates.Effective) is not { } last || rulebook.VersionOn(last.Effective) is not { } rules)
            {
                conventions.Add($"No reconstitution before {dates.Effective:yyyy-MM-dd} is stored; members below rank {selection.Count} count as having been within it.");
            }
            else
            {
                var earlier = Shortlist.Of(new StockFigures(figures.Market, figures.IndexCurrency, rules.Shares), rules, last, []);
                if (!earlier.HasValue)
                {
                    return earlier.Problem with { Message = $"Who stays for the first time hangs on the reconstitution before, effective {last.Effective:yyyy-MM-dd}: {earlier.Problem.Message}" };
                }

                // Whoever stood outside the buffer then has joined since, or would have left.
                var (least, most) = (rules.Selection.Count ?? int.MaxValue, rules.Selection.StayWithin ?? rules.Selection.Count ?? int.MaxValue);
                var below = earlier.Value.Units.Where(unit => unit.Rank > least && unit.Rank <= most).SelectMany(unit => unit.Lines).Select(line => line.Id).Except(before.JoinedSince).ToHashSet();
                mayStay = unit => !unit.Lines.Any(line => line.IsMember && below.Contains(line.Id));
            }
        }

        return Answer<Func<RankedUnit, bool>>.Of(mayStay, new Working { Formula = "rank at the reconstitution before" });
    }

    private static Func<RankedUnit, string> Words(Ranking ranking, string currency, int count)
    {
        var names = string.Join(" and ", ranking.Fields.Select(FigureWords.Of));
        return unit =>
        {
            var score = ranking.Method == ScoreMethod.Value
                ? $"{Amount.Text(unit.Score)}{Amount.Unit(ranking.Fields[0].Figure, currency)}"
                : $"score {Amount.Text(unit.Score)}";
            return $"{(unit.Lines.Length > 1 ? $"With {unit.Lines.Length} lines, rank" : "Rank")} {unit.Rank} of {count} by {names} ({score})";
        };
    }
}
