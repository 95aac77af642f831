using System.Collections.Immutable;

namespace Touchstone.Indices;

/// <summary>What one member did in a session of an index.</summary>
/// <param name="Instrument">The member.</param>
/// <param name="Weight">Its weight before the open: what is held through the session, at the last closes as the events of the morning leave them.</param>
/// <param name="Return">The move of its price from there to the close, in the currency of the index; null from a price of zero.</param>
/// <param name="Points">Points of the index: weight × return × level before.</param>
/// <param name="OfBase">The points as a part of the level before.</param>
/// <param name="Drift">Its weight before the open less its weight at the last review, or on the base day when there was none since; a member that was not in it had 0%.</param>
public sealed record MemberMove(InstrumentId Instrument, Percent Weight, Percent? Return, double Points, Percent OfBase, Percent Drift);

/// <summary>One session of a calculated index, explained by its members.</summary>
/// <param name="Day">The session.</param>
/// <param name="Before">The session before it.</param>
/// <param name="LevelBefore">The price index at the close before, in points.</param>
/// <param name="Level">The price index at the close, in points.</param>
/// <param name="Reviewed">The day on which the holdings were last set: the first with them, or the base day.</param>
/// <param name="Members">One for each member, most points first.</param>
public sealed record ExplainedMove(DateOnly Day, DateOnly Before, double LevelBefore, double Level, DateOnly Reviewed, ImmutableArray<MemberMove> Members)
{
    /// <summary>The move in points.</summary>
    public double Move => Level - LevelBefore;

    /// <summary>The move as a part of the level before.</summary>
    public Percent Return => Percent.FromFraction(Move / LevelBefore);

    /// <summary>The points that no member explains: the last bits of the sums, and what a published divisor changes without an event that leads to it.</summary>
    public double Residual => Move - Members.Sum(member => member.Points);

    /// <summary>Explains a session.</summary>
    /// <param name="index">The calculated index.</param>
    /// <param name="day">A session of it, not the first.</param>
    /// <returns>The parts; <see cref="ProblemKind.Invalid"/> for a day that is no session, or the first; a problem as for <see cref="Contributions.Over(IndexCalculation, DateOnly, DateOnly)"/>.</returns>
    /// <remarks>points = w(i, t-1) × r(i) × I(t-1), on what is held at the open and the adjusted last closes, so that the members add up to the move.</remarks>
    public static Answer<ExplainedMove> On(IndexCalculation index, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(index);
        var session = index.IndexOf(day);
        if (session < 1 && index.Missing.FirstOrDefault(missing => missing.Day == day) is { } missing)
        {
            return missing.Problem;
        }

        if (session < 1)
        {
            return new Problem(ProblemKind.Invalid, session == 0
                ? $"{day:yyyy-MM-dd} is the base day of the calculation of {index.Id}; a move needs a session before it."
                : $"{day:yyyy-MM-dd} is no session of the calculation of {index.Id} from {index.Sessions[0].Day:yyyy-MM-dd} to {index.Sessions[^1].Day:yyyy-MM-dd}.");
        }

        var before = index.Sessions[session - 1].Day;
        var parts = Contributions.Over(index, before, day);
        if (!parts.HasValue)
        {
            return parts.Problem;
        }

        var (basket, _, closes) = index.OpeningOf(session);
        var weights = basket.WeightsAt(closes);
        var (reviewed, atReview) = AtLastReview(index, session);
        if (!weights.HasValue || !atReview.HasValue)
        {
            return weights.Problem ?? atReview.Problem!;
        }

        var weightOf = weights.Value.ToDictionary(weight => weight.Instrument, weight => weight.Weight);
        var once = atReview.Value.ToDictionary(weight => weight.Instrument, weight => weight.Weight.Fraction);
        var today = index.Sessions[session];

        // A published divisor to which no event leads has moved every opening close alike; the members' own moves are from the closes before that.
        var unexplained = index.Plan.Events.OfType<DivisorChange>().Where(change => change.Effective > before && change.Effective <= day).Aggregate(1.0, (ratio, change) => ratio * change.Ratio);
        var members = parts.Value.Members.Select(part =>
        {
            var own = ReturnOf(basket, basket.Find(part.Instrument)!, closes, today, unexplained);
            var isPart = unexplained == 1 || own is null;
            var ofBase = isPart ? part.OfBase : Percent.FromFraction(weightOf[part.Instrument].Fraction * own!.Value.Fraction);
            return new MemberMove(
                part.Instrument, weightOf[part.Instrument], own, isPart ? part.Points : ofBase.Fraction * index.History.Levels[session - 1].Price, ofBase,
                Percent.FromFraction(weightOf[part.Instrument].Fraction - once.GetValueOrDefault(part.Instrument)));
        }).OrderByDescending(member => member.Points).ToImmutableArray();
        return Answer<ExplainedMove>.Of(
            new ExplainedMove(day, before, index.History.Levels[session - 1].Price, index.History.Levels[session].Price, reviewed, members),
            parts.Working with { Formula = "weight before the open × return × level before" });
    }

    private static Percent? ReturnOf(Basket basket, Holding holding, ClosingPrices before, ClosingPrices after, double unexplained)
    {
        var from = basket.ValueOf(holding, before) / unexplained;
        return from > 0 ? Percent.FromFraction((basket.ValueOf(holding, after) / from) - 1) : null;
    }

    private static (DateOnly Day, Answer<ImmutableArray<MemberWeight>> Weights) AtLastReview(IndexCalculation index, int session)
    {
        // The audit has one line for each event of the plan, in order.
        for (var i = index.History.Audit.Length - 1; i >= 0; i--)
        {
            var line = index.History.Audit[i];
            if (line.Effective <= index.Sessions[session].Day && index.Plan.Events[i] is Review)
            {
                return (line.Effective, line.After.Basket.WeightsAt(line.Closes));
            }
        }

        return (index.Sessions[0].Day, index.Plan.Basket.WeightsAt(index.Sessions[0]));
    }
}
