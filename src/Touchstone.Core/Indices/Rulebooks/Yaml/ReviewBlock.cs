using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>Reads <c>reviews</c>: their dates, in order, none begun before the one before is in force.</summary>
internal static class ReviewBlock
{
    /// <summary>Reads the list.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="baseDate">The base date, or null when it has a fault.</param>
    /// <param name="first">The first day of the first version, or null when it has a fault.</param>
    public static ImmutableArray<ReviewDates> Read(YamlBlock root, DateOnly? baseDate, DateOnly? first)
    {
        var reviews = ImmutableArray.CreateBuilder<ReviewDates>();
        ReviewDates? before = null;
        foreach (var (node, path) in root.Items("reviews", "a list of reviews with their dates"))
        {
            if (YamlBlock.Open(node, path, root.Faults) is not { } block || Read(block) is not { } review)
            {
                continue;
            }

            if (review.Effective < baseDate)
            {
                block.Fault("effective", $"is {review.Effective:yyyy-MM-dd}, before the base date; expected {baseDate:yyyy-MM-dd} or later.");
            }
            else if (review.Effective < first)
            {
                block.Fault("effective", $"is {review.Effective:yyyy-MM-dd}, before the first version is in force; expected {first:yyyy-MM-dd} or later, or an earlier version.");
            }

            if (before is not null)
            {
                Order(block, before, review);
            }

            before = review;
            reviews.Add(review);
        }

        return reviews.DrainToImmutable();
    }

    private static ReviewDates? Read(YamlBlock block)
    {
        var before = block.Faults.Count;
        var cutOff = block.Date("cutOff", required: true);
        var prices = block.Date("prices", required: true);
        var effective = block.Date("effective", required: true);
        var announced = block.Date("announced");
        var kind = block.Word<ReviewKind>("kind") ?? ReviewKind.Reconstitution;
        block.Close();
        if (prices < cutOff)
        {
            block.Fault("prices", $"is {prices:yyyy-MM-dd}, before the cut-off; expected {cutOff:yyyy-MM-dd} or later.");
        }

        if (effective <= prices)
        {
            block.Fault("effective", $"is {effective:yyyy-MM-dd}; expected a day after the prices of {prices:yyyy-MM-dd}.");
        }

        if (announced < cutOff || announced >= effective)
        {
            block.Fault("announced", $"is {announced:yyyy-MM-dd}; expected a day from the cut-off of {cutOff:yyyy-MM-dd} to the day before {effective:yyyy-MM-dd}.");
        }

        return block.Faults.Count == before ? new ReviewDates(cutOff!.Value, prices!.Value, effective!.Value, kind, announced) : null;
    }

    private static void Order(YamlBlock block, ReviewDates before, ReviewDates review)
    {
        if (review.Effective <= before.Effective)
        {
            block.Fault("effective", $"is {review.Effective:yyyy-MM-dd}; expected a day after {before.Effective:yyyy-MM-dd}, when the review before is in force.");
        }
        else if (review.Prices < before.Effective)
        {
            block.Fault("prices", $"is {review.Prices:yyyy-MM-dd}, while the review before is not in force; expected {before.Effective:yyyy-MM-dd} or later.");
        }
    }
}
