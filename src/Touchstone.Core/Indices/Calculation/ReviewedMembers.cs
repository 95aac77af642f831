using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Calculates an index from the reviews of its rulebook.</summary>
internal static class ReviewedMembers
{
    /// <summary>The level of a base day of which none is known.</summary>
    internal const double UnknownLevel = 1000;

    /// <summary>Calculates from the members of the last review on or before the base day; without one, they are chosen on the closes of that day.</summary>
    /// <param name="run">The calculation.</param>
    /// <remarks>
    /// Buffers and rebalances look at the members before, so the walk begins with the earliest stored reconstitution from which the package carries the index to the base day.
    /// </remarks>
    public static Answer<IndexCalculation> Calculate(CalculationRun run)
    {
        var rule = RulebookCalculation.HoldingOf(run.Rulebook.VersionOn(run.First)!);
        Problem? problem = null;
        foreach (var dates in run.Rulebook.Reviews.Where(review => review.Effective <= run.First).OrderBy(review => review.Effective))
        {
            if (dates.Kind == ReviewKind.Reconstitution && run.Rulebook.VersionOn(dates.Effective) is { } version && RulebookCalculation.HoldingOf(version) == rule)
            {
                var (walk, changes, fault) = FromReview(run, dates);
                if (fault is null)
                {
                    return Finish(run, walk, changes);
                }

                problem = fault;
            }
        }

        if (problem is not null)
        {
            return problem;
        }

        var founded = FromBaseDay(run);
        return founded.Problem ?? Finish(run, founded.Walk, founded.Changes);
    }

    private static (PlanWalk Walk, RulebookReviews Changes, Problem? Problem) FromReview(CalculationRun run, ReviewDates dates)
    {
        var calendar = run.Market.Calendar(run.Rulebook.Exchange);
        var (eve, changes) = (calendar.Before(dates.Effective), new RulebookReviews(run, dates.Effective));
        var walk = new PlanWalk(run.Market, run.RulesOn, changes);
        var basket = changes.Found(run.Market, dates);
        var problem = basket.HasValue ? walk.Begin(basket.Value, eve, isStrict: false) : basket.Problem;
        for (var day = calendar.OnOrAfter(eve.AddDays(1)); problem is null && day <= run.First; day = calendar.OnOrAfter(day.AddDays(1)))
        {
            problem = walk.Next(day, isStrict: day == run.First);
        }

        walk.Notes.Clear();
        if (problem is null)
        {
            walk.Restart();
            changes.KeepLast();
            walk.Notes.Add($"The members of {run.First:yyyy-MM-dd} are those of the review effective {changes.Results[^1].Dates.Effective:yyyy-MM-dd}; reviews were run from {dates.Effective:yyyy-MM-dd} on.");
            walk.Notes.AddRange(RulebookReviews.CautionsOf(changes.Results[^1]));
        }

        return (walk, changes, problem);
    }

    private static (PlanWalk Walk, RulebookReviews Changes, Problem? Problem) FromBaseDay(CalculationRun run)
    {
        // A review is effective after the day of its prices; what companies do on that next day is not known to it yet.
        var known = new Market(run.Market.Rows with { Actions = [.. run.Market.Rows.Actions.Where(action => action.ExDate <= run.First)] });
        var changes = new RulebookReviews(run, run.First);
        var walk = new PlanWalk(run.Market, run.RulesOn, changes);
        var basket = changes.Found(known, new ReviewDates(run.First, run.First, run.First.AddDays(1)));
        walk.Notes.Add($"The rulebook stores no review on or before {run.First:yyyy-MM-dd}; members and weights are of the closes of that day.");
        walk.Notes.AddRange(changes.Results.SelectMany(RulebookReviews.CautionsOf));
        return (walk, changes, basket.HasValue ? walk.Begin(basket.Value, run.First, isStrict: true) : basket.Problem);
    }

    private static Answer<IndexCalculation> Finish(CalculationRun run, PlanWalk walk, RulebookReviews changes)
    {
        var (level, note) = BaseLevel(run);
        walk.Notes.Add(note);
        var calculated = run.Finish(walk, level, RulebookCalculation.FromReviews, () => changes.Results);
        return calculated;
    }

    private static (double Level, string Note) BaseLevel(CalculationRun run)
    {
        var calendar = run.Market.Calendar(run.Rulebook.Exchange);
        if (run.First == calendar.OnOrAfter(run.Rulebook.BaseDate))
        {
            return (run.Rulebook.BaseLevel, $"The base level {run.Rulebook.BaseLevel:R} of {run.First:yyyy-MM-dd} is the rulebook's.");
        }

        var variant = run.Currency == run.Rulebook.Currency ? "" : $" in {run.Rulebook.Currency}";
        return OfficialLevel(run.Market, run.Rulebook, run.First) is { } level
            ? (level, $"The level {level:R} of {run.First:yyyy-MM-dd} is the official one{variant} ({run.Market.Prices(run.Rulebook.Id)!.SourceAt(run.Market.Prices(run.Rulebook.Id)!.IndexOn(run.First))}).")
            : (UnknownLevel, $"The level of {run.First:yyyy-MM-dd} is set to {UnknownLevel:R}: the package has no official level{variant} of that day, and the base date of the rulebook is {run.Rulebook.BaseDate:yyyy-MM-dd}.");
    }

    /// <summary>The official level of an index on a day, or null.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="day">The day.</param>
    internal static double? OfficialLevel(Market market, Rulebook rulebook, DateOnly day) =>
        market.Prices(rulebook.Id) is { Basis.Close: CloseBasis.IndexLevel or CloseBasis.AsTraded } history
            && history.IndexOn(day) is >= 0 and var row && history.TryGet(PriceField.Close, row, out var level) && level > 0 ? level : null;
}
