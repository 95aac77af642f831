using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Calculates an index from units that a package publishes.</summary>
internal static class PublishedMembers
{
    /// <summary>The published index, when it covers the base day; null when the rules have to choose the members.</summary>
    /// <param name="run">The calculation.</param>
    /// <returns>A problem when units are published and cannot be used.</returns>
    public static Answer<PublishedIndex?> Find(CalculationRun run)
    {
        var working = new Working { Formula = "units and divisors as published" };
        var index = PublishedIndex.Of(run.Market, run.Rulebook.Id);
        if (!index.HasValue)
        {
            return index.Problem.Kind == ProblemKind.NoData ? Answer<PublishedIndex?>.Of(null, working) : index.Problem;
        }

        return Answer<PublishedIndex?>.Of(index.Value.BasketOn(run.First).HasValue && index.Value.DivisorOn(run.First).HasValue ? index.Value : null, working);
    }

    /// <summary>Calculates from the published units and the divisor of the base day; changes of units are the published ones, actions the package's.</summary>
    /// <param name="run">The calculation.</param>
    /// <param name="index">The published index; it covers the base day.</param>
    public static Answer<IndexCalculation> Calculate(CalculationRun run, PublishedIndex index)
    {
        var changes = new PublishedChanges(index, run.Currency, run.Span);
        var walk = new PlanWalk(run.Market, day => run.RulesOn(day) with { Shares = null }, changes);
        var basket = changes.BasketOn(run.First);
        if ((basket.HasValue ? walk.Begin(basket.Value, run.First, isStrict: true) : basket.Problem) is { } problem)
        {
            return problem;
        }

        var divisor = index.DivisorOn(run.First).Value;
        var value = index.BasketOn(run.First).Value.ValueAt(walk.Closes);
        if (!value.HasValue || value.Value <= 0)
        {
            return value.Problem ?? new Problem(ProblemKind.Undefined, $"The published units of {index.Id} are worth nothing on {run.First:yyyy-MM-dd}; a level needs a market value above zero.");
        }

        var isOwn = run.Currency == index.Currency;
        walk.Notes.Add(isOwn
            ? $"The level of {run.First:yyyy-MM-dd} is that of the published units and divisor, {divisor:R}."
            : $"The level in {run.Currency} begins on {run.First:yyyy-MM-dd} at that of the published units and divisor in {index.Currency}.");
        return run.Finish(walk, value.Value / divisor, RulebookCalculation.FromPublishedUnits, () => [], new PublishedDivisors(index, run.Span, isOwn));
    }
}
