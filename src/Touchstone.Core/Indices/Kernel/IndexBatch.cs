using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>Calculates many indices from one package: reviews in arrays that all indices of an exchange share, levels by the kernel.</summary>
/// <remarks>
/// The results are those of <see cref="ReviewEngine"/> and <see cref="DivisorCalculation"/>: the same members, and levels that agree to the last published digit. They do not depend on the number
/// of threads. Memory: one copy of the closes, some arrays by stock for each day of a review, and the results.
/// A batch knows indices of stocks of given exchanges, in their currency; screens by classification, by market value and by its rank; a ranking by market value of lines at the cut-off, all shares
/// or the float; a count with buffers; weights by market value or equal; caps on single names and on the largest; share changes at reviews; dividends, splits, consolidations, bonus shares,
/// special dividends, suspensions, and members that leave for cash or nothing. Any other index, and one that meets anything else on its way, is calculated by itself with
/// <see cref="RulebookCalculation"/>, which takes longer and gives the same. Price returns only; members always come from the rules.
/// </remarks>
public static class IndexBatch
{
    /// <summary>Calculates indices.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebooks">The rules of each.</param>
    /// <param name="span">The span, both ends included: the sessions in it of each rulebook's exchange. The first is the base day.</param>
    /// <param name="threads">How many threads to use; null for as many as the machine has.</param>
    /// <param name="progress">Takes how many steps are done, and of how many; null to stay silent. It is called by one thread at a time.</param>
    /// <returns>
    /// For each rulebook its index; or its problem, as <see cref="RulebookCalculation.Run"/> gives it when members come from the rules.
    /// </returns>
    public static Answer<BatchedIndex>[] Run(Market market, IReadOnlyList<Rulebook> rulebooks, DateSpan span, int? threads = null, Action<int, int>? progress = null)
    {
        var answers = Together(market, rulebooks, span, threads, progress);
        int[] alone = [.. Enumerable.Range(0, answers.Length).Where(i => !answers[i].HasValue)];
        Parallel.For(0, alone.Length, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, i =>
            answers[alone[i]] = RulebookCalculation.Run(market, rulebooks[alone[i]], span, new CalculationOptions { FromRules = true }).Map(found => BatchedIndex.Of(market, found)));
        return answers;
    }

    /// <summary>Calculates the indices that a batch knows.</summary>
    /// <param name="market">The package.</param>
    /// <param name="rulebooks">The rules of each.</param>
    /// <param name="span">The span.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="progress">Takes how many steps are done, and of how many.</param>
    /// <returns>For each rulebook its index; or the problem that it is outside the batch's rules, and why.</returns>
    internal static Answer<BatchedIndex>[] Together(Market market, IReadOnlyList<Rulebook> rulebooks, DateSpan span, int? threads = null, Action<int, int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(rulebooks);
        ArgumentNullException.ThrowIfNull(span);
        var workers = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1, nameof(threads));
        var answers = new Answer<BatchedIndex>[rulebooks.Count];
        foreach (var group in Enumerable.Range(0, rulebooks.Count).GroupBy(i => rulebooks[i].Exchange, StringComparer.Ordinal))
        {
            var calendar = market.Calendar(group.Key);
            var days = Enumerable.Range(0, span.Days).Select(span.First.AddDays).Where(calendar.IsSession).ToImmutableArray();
            int[] places = [.. group];
            var found = days.IsEmpty
                ? [.. places.Select(_ => Answer<BatchedIndex>.Of(new Problem(ProblemKind.NoData, $"{span} has no session of {group.Key}; expected a span with at least one.")))]
                : OfExchange(market, [.. places.Select(i => rulebooks[i])], days, workers, progress);
            for (var i = 0; i < places.Length; i++)
            {
                answers[places[i]] = found[i];
            }
        }

        return answers;
    }

    private static Answer<BatchedIndex>[] OfExchange(Market market, Rulebook[] rulebooks, ImmutableArray<DateOnly> days, int workers, Action<int, int>? progress)
    {
        var stocks = new BatchStocks(market, rulebooks.SelectMany(rulebook => rulebook.Versions).SelectMany(version => version.Universe.Exchanges.IsDefault ? [] : version.Universe.Exchanges).ToHashSet(StringComparer.Ordinal));
        var labels = new BatchLabels(stocks);
        var plans = new BatchPlans(market, stocks, labels, days);
        var planned = rulebooks.Select(plans.Of).ToArray();
        BatchPlan[] known = [.. planned.Select(item => item.Plan).OfType<BatchPlan>()];
        if (known.Length == 0)
        {
            return [.. planned.Select((item, i) => Outside(rulebooks[i], item.Outside!))];
        }

        labels.Read();
        var reviewDays = new BatchDays(stocks, labels, new BatchShares(stocks, plans.ShareRules), [.. known.SelectMany(plan => plan.Reviews)], days);
        var panel = MarketPanel.Of(stocks, rulebooks[0].Exchange, days, reviewDays, workers);
        reviewDays.Rank(workers);
        var indices = Walk(known, new BatchWork(stocks, panel, labels, reviewDays, BatchEvent.Of(stocks, panel)), workers, progress);
        var next = 0;
        return [.. planned.Select((item, i) => item.Plan is null ? Outside(rulebooks[i], item.Outside!) : Answered(rulebooks[i], indices[next++]))];
    }

    /// <summary>Takes all indices through the sessions, some on each thread, block after block.</summary>
    internal static BatchIndex[] Walk(BatchPlan[] plans, BatchWork work, int workers, Action<int, int>? progress)
    {
        var indices = new BatchIndex[plans.Length];
        var size = Math.Max(1, (plans.Length + workers - 1) / workers);
        var groups = (plans.Length + size - 1) / size;
        var (gate, done) = (new Lock(), 0);
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = workers }, group =>
        {
            var (first, end) = (group * size, Math.Min(plans.Length, (group + 1) * size));
            var sessions = work.Panel.Days.Length;
            var desk = new BatchDesk(work.Stocks.All.Length, plans.AsSpan(first, end - first).ToArray().Max(plan => plan.Most));
            for (var i = first; i < end; i++)
            {
                indices[i] = new BatchIndex(plans[i], work, desk.Levels(sessions));
            }

            for (var block = 0; block < work.Panel.Blocks; block++)
            {
                for (var i = first; i < end; i++)
                {
                    indices[i].Advance(block, desk);
                }

                if (progress is not null)
                {
                    lock (gate)
                    {
                        progress(++done, groups * work.Panel.Blocks);
                    }
                }
            }
        });
        return indices;
    }

    private static Answer<BatchedIndex> Answered(Rulebook rulebook, BatchIndex index) => index.Trouble is { } trouble
        ? Outside(rulebook, trouble)
        : Answer<BatchedIndex>.Of(index.Result, new Working { Formula = "reviews by the rulebook; Σ price × units / divisor; divisor × market value after / before" });

    private static Answer<BatchedIndex> Outside(Rulebook rulebook, string reason) =>
        new Problem(ProblemKind.Invalid, $"{rulebook.Id} is outside the batch's rules: {reason}.", rulebook.File.Length > 0 ? rulebook.File : null);
}
