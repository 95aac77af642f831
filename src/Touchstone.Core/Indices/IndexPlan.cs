using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>An index to be calculated: what it holds on its base day, and what happens afterwards.</summary>
public sealed record IndexPlan
{
    private readonly double _baseLevel = 1000;

    /// <summary>What the index holds on the base day, which is the first session.</summary>
    public required Basket Basket { get; init; }

    /// <summary>The level on the base day, in points, of price, gross and net return alike. Default 1000; finite, above zero.</summary>
    public double BaseLevel
    {
        get => _baseLevel;
        init => _baseLevel = double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A base level must be a finite number above zero.");
    }

    /// <summary>The events, in any order of days; those of one day happen in the order given. Those after the last session are not reached.</summary>
    public ImmutableArray<IndexEvent> Events { get; init; } = [];

    /// <summary>The tax withheld from a dividend that states none, for the net return. Default 0%; 0 to 100%.</summary>
    public Percent Withholding { get; init; }

    /// <summary>The events by day, and what is wrong with the sessions or the events, if anything.</summary>
    /// <param name="sessions">The closes, days strictly ascending.</param>
    internal (ImmutableArray<IndexEvent> Events, Problem? Problem) Schedule(IReadOnlyList<ClosingPrices> sessions)
    {
        if (Withholding.Fraction is < 0 or > 1)
        {
            return ([], new Problem(ProblemKind.Invalid, $"The withholding rate is {Withholding}; expected 0% to 100%."));
        }

        if (sessions.Count == 0)
        {
            return ([], new Problem(ProblemKind.NoData, "There are no sessions; the first is the base day."));
        }

        for (var i = 1; i < sessions.Count; i++)
        {
            if (sessions[i].Day <= sessions[i - 1].Day)
            {
                return ([], new Problem(ProblemKind.Invalid, $"{sessions[i].Day:yyyy-MM-dd} follows {sessions[i - 1].Day:yyyy-MM-dd}; sessions must ascend."));
            }
        }

        // OrderBy is stable: the events of one day keep their order.
        var events = Events.OrderBy(happening => happening.Effective).ToImmutableArray();
        return events is [var first, ..] && first.Effective <= sessions[0].Day
            ? ([], new Problem(ProblemKind.Invalid, $"{first.Words} It is effective on {first.Effective:yyyy-MM-dd}, not after the base day {sessions[0].Day:yyyy-MM-dd}; put it into the base basket."))
            : (events, null);
    }
}
