using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>A move of an index split over its members.</summary>
/// <param name="From">The base day: its close is not in the move.</param>
/// <param name="To">The last day.</param>
/// <param name="BaseLevel">The level on the base day, in points.</param>
/// <param name="Move">The move in points: by the published levels when the package has both, otherwise by the calculated ones.</param>
/// <param name="IsPublished">Whether the move is by published levels.</param>
/// <param name="Members">One for each member of any part of the span, most points first.</param>
public sealed record Contributions(DateOnly From, DateOnly To, double BaseLevel, double Move, bool IsPublished, ImmutableArray<Contribution> Members)
{
    /// <summary>The points of all members together.</summary>
    public double Total => Members.Sum(member => member.Points);

    /// <summary>The points of the move that no member explains: rounding of the published level, or an event that the units and divisors do not show.</summary>
    public double Residual => Move - Total;

    /// <summary>The move as a part of the base level; the members' parts and the residual's sum to it.</summary>
    public Percent Return => Percent.FromFraction(Move / BaseLevel);

    /// <summary>Splits the move of a published index over its members.</summary>
    /// <param name="index">The index.</param>
    /// <param name="from">The base day, a session.</param>
    /// <param name="to">The last day, a session after it.</param>
    /// <returns>
    /// The contributions; <see cref="ProblemKind.Undefined"/> from a level of zero; a problem as for <see cref="PublishedIndex.LevelOn"/> on either day or on the last session before a change of units or divisor between.
    /// </returns>
    /// <remarks>
    /// points = units × (close(to) - close(from)) / divisor, summed over the parts of the span in which units and divisor do not change. Where new units come into force with a split, close(from) is in terms of the new shares.
    /// Source: the definition of the level; a member's part of the return is its opening weight times its return.
    /// </remarks>
    public static Answer<Contributions> Over(PublishedIndex index, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (to <= from)
        {
            throw new ArgumentException($"The last day {to:yyyy-MM-dd} is not after the base day {from:yyyy-MM-dd}.", nameof(to));
        }

        var start = index.LevelOn(from);
        if (!start.HasValue)
        {
            return start.Problem;
        }

        var parts = new SortedDictionary<InstrumentId, List<ContributionPart>>();
        var inputs = ImmutableArray.CreateBuilder<Input>();
        inputs.AddRange(start.Working.Inputs);
        var (first, last) = (from, start);
        foreach (var cut in index.ChangeDays.Where(day => day > from && day <= to).Select(index.SessionBefore).Append(to).Where(day => day > from).Distinct().Order())
        {
            var level = index.LevelOn(cut);
            if (!level.HasValue)
            {
                return level.Problem;
            }

            // The units and the divisor of the last day hold for the whole part, from the close before it.
            var (basket, divisor) = (index.BasketOn(cut).Value, index.DivisorOn(cut).Value);
            var (before, after) = (index.ClosesBefore(first, basket), index.ClosesOn(cut));
            if (basket.Missing(before) is { } missing)
            {
                return missing;
            }

            Add(parts, basket, divisor, (first, before), (cut, after));
            inputs.AddRange(level.Working.Inputs);
            (first, last) = (cut, level);
        }

        var published = (Published(index, from), Published(index, to));
        var isPublished = published is (not null, not null);
        var (baseLevel, move) = isPublished ? (published.Item1!.Value, published.Item2!.Value - published.Item1.Value) : (start.Value, last.Value - start.Value);
        if (baseLevel <= 0)
        {
            return new Problem(ProblemKind.Undefined, $"The level of {index.Id} on {from:yyyy-MM-dd} is {baseLevel:R}; parts of it need one above zero.");
        }

        return Of(new Contributions(from, to, baseLevel, move, isPublished, Ordered(parts, baseLevel)), inputs.DrainToImmutable());
    }

    /// <summary>Splits the move of a calculated index over its members.</summary>
    /// <param name="index">The index.</param>
    /// <param name="from">The base day, a session of the calculation.</param>
    /// <param name="to">The last day, a session after it.</param>
    /// <returns>
    /// The contributions, which add up to the move of the price index but for the last bits of the sums; <see cref="ProblemKind.Invalid"/> for a day that is no session of the calculation;
    /// <see cref="ProblemKind.Undefined"/> from a level of zero.
    /// </returns>
    /// <remarks>
    /// points of a session = units × (close × rate - adjusted last close × last rate) / divisor, with what is held through the session and the last closes as the events of its morning leave them.
    /// That is opening weight × return × level before. Source: as <see cref="Over(PublishedIndex, DateOnly, DateOnly)"/>.
    /// </remarks>
    public static Answer<Contributions> Over(IndexCalculation index, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (to <= from)
        {
            throw new ArgumentException($"The last day {to:yyyy-MM-dd} is not after the base day {from:yyyy-MM-dd}.", nameof(to));
        }

        var (first, last) = (index.IndexOf(from), index.IndexOf(to));
        if (first < 0 || last < 0)
        {
            return new Problem(ProblemKind.Invalid, $"{(first < 0 ? from : to):yyyy-MM-dd} is no session of the calculation of {index.Id} from {index.Sessions[0].Day:yyyy-MM-dd} to {index.Sessions[^1].Day:yyyy-MM-dd}.");
        }

        var (start, end) = (index.History.Levels[first].Price, index.History.Levels[last].Price);
        if (start <= 0)
        {
            return new Problem(ProblemKind.Undefined, $"The level of {index.Id} on {from:yyyy-MM-dd} is {start:R}; parts of it need one above zero.");
        }

        var parts = new SortedDictionary<InstrumentId, List<ContributionPart>>();
        for (var session = first + 1; session <= last; session++)
        {
            var (basket, divisor, before) = index.OpeningOf(session);
            Add(parts, basket, divisor, (index.Sessions[session - 1].Day, before), (index.Sessions[session].Day, index.Sessions[session]));
        }

        return Of(new Contributions(from, to, start, end - start, false, Ordered(parts, start)), []);
    }

    private static void Add(
        SortedDictionary<InstrumentId, List<ContributionPart>> parts, Basket basket, double divisor, (DateOnly Day, ClosingPrices Closes) from, (DateOnly Day, ClosingPrices Closes) to)
    {
        foreach (var holding in basket.Holdings)
        {
            from.Closes.TryGetPrice(holding.Instrument, out var fromClose);
            to.Closes.TryGetPrice(holding.Instrument, out var toClose);
            if (!parts.TryGetValue(holding.Instrument, out var own))
            {
                parts.Add(holding.Instrument, own = []);
            }

            own.Add(new ContributionPart(
                from.Day, to.Day, holding.Units, fromClose, toClose, divisor, (basket.ValueOf(holding, to.Closes) - basket.ValueOf(holding, from.Closes)) / divisor));
        }
    }

    private static ImmutableArray<Contribution> Ordered(SortedDictionary<InstrumentId, List<ContributionPart>> parts, double baseLevel) =>
        [.. parts.Select(pair => Of(pair.Key, pair.Value, baseLevel)).OrderByDescending(part => part.Points)];

    private static Contribution Of(InstrumentId member, List<ContributionPart> parts, double baseLevel)
    {
        var points = parts.Sum(part => part.Points);
        return new Contribution(member, points, Percent.FromFraction(points / baseLevel)) { Parts = [.. parts] };
    }

    private static Answer<Contributions> Of(Contributions result, ImmutableArray<Input> inputs) => Answer<Contributions>.Of(result, new Working
    {
        Formula = "units × (close(to) - close(from)) / divisor, for each part of the span with the same units",
        Steps =
        [
            new Step("members", $"sum over {result.Members.Length} members", result.Total, Unit.Points),
            new Step("move", result.IsPublished ? "published level(to) - level(from)" : "calculated level(to) - level(from)", result.Move, Unit.Points),
            new Step("residual", "move - members", result.Residual, Unit.Points),
        ],
        Inputs = inputs,
        Window = new DateSpan(result.From, result.To),
    });

    private static double? Published(PublishedIndex index, DateOnly day) =>
        index.Market.Prices(index.Id) is { Basis.Close: CloseBasis.IndexLevel or CloseBasis.AsTraded } history
        && history.IndexOn(day) is >= 0 and var row && history.TryGet(PriceField.Close, row, out var close) ? close : null;
}
