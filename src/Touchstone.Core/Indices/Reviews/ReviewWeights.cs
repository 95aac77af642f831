using System.Collections.Immutable;
using Touchstone.Data;

namespace Touchstone.Indices;

/// <summary>The weights of chosen members before and after caps, and the holdings that have them.</summary>
/// <param name="Of">Weights and cap factor of each member.</param>
/// <param name="Holdings">The holdings, in ordinal order of the ids, in the terms of the session before the effective day.</param>
/// <param name="CapRounds">How often capping spread weight.</param>
/// <param name="Steps">What capping did.</param>
internal sealed record ReviewWeights(ImmutableDictionary<InstrumentId, CappedWeight> Of, ImmutableArray<Holding> Holdings, int CapRounds, ImmutableArray<Step> Steps)
{
    // The value of a basket whose weights are given, in the currency of the index: any number does, as the divisor takes it.
    private const double GivenValue = 1_000_000;

    /// <summary>Weighs members.</summary>
    /// <param name="figures">The figures of the stocks.</param>
    /// <param name="version">The rules.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="members">The members, by id; at least one.</param>
    /// <param name="prices">Their prices.</param>
    public static Answer<ReviewWeights> For(StockFigures figures, RulebookVersion version, ReviewDates dates, ImmutableArray<ReviewedMember> members, MemberPrices prices)
    {
        var values = Values(version, members, prices);
        if (!values.HasValue)
        {
            return values.Problem;
        }

        var capped = Capped(figures, version.Caps, dates, members, values.Value);
        if (!capped.HasValue)
        {
            return capped.Problem;
        }

        var total = Total(members.Select(member => values.Value[member.Stock.Id]));
        var cappedTotal = Total(members.Select(member => values.Value[member.Stock.Id] * capped.Value.Factors[member.Stock.Id]));
        var weights = ImmutableDictionary.CreateBuilder<InstrumentId, CappedWeight>();
        var holdings = ImmutableArray.CreateBuilder<Holding>(members.Length);
        foreach (var member in members)
        {
            var id = member.Stock.Id;
            var (value, factor, price) = (values.Value[id], capped.Value.Factors[id], prices.Of[id]);
            weights.Add(id, new CappedWeight(id, Percent.FromFraction(value / total), Percent.FromFraction(value * factor / cappedTotal), factor));
            var eve = dates.Effective.AddDays(-1);
            var carried = ShareRatio.Between(figures.Market.Actions(id), dates.Prices, eve);
            var holding = version.Weighting switch
            {
                Weighting.MarketValue => new Holding(id, price.Shares * carried, price.Inclusion, factor, price.Currency),
                Weighting.Price => new Holding(id, 1, 1, factor, price.Currency),
                _ => new Holding(id, value / (price.Close.Price * price.Rate) * carried, 1, factor, price.Currency),
            };
            holdings.Add(holding.WithSuspension(StockClose.IsSuspended(figures.Market, id, eve)));
        }

        return Answer<ReviewWeights>.Of(new ReviewWeights(weights.ToImmutable(), holdings.MoveToImmutable(), capped.Value.Rounds, capped.Working.Steps), new Working { Formula = "weights, caps, holdings" });
    }

    private static Answer<ImmutableDictionary<InstrumentId, double>> Values(RulebookVersion version, ImmutableArray<ReviewedMember> members, MemberPrices prices)
    {
        var targets = version.Weighting switch
        {
            Weighting.Equal => Shared(version.Ranking.Level, members, _ => 1),
            Weighting.Score => Shared(version.Ranking.Level, members, member => member.Unit!.Score),
            Weighting.Given => members.Select(member => (member.Stock.Id, version.Universe.List.FirstOrDefault(given => given.Instrument == member.Stock.Id)?.Weight?.Fraction ?? 0)),
            _ => members.Select(member => (member.Stock.Id, prices.Of[member.Stock.Id].Value)),
        };
        var values = targets.ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2);
        InstrumentId[] none = [.. values.Where(pair => pair.Value <= 0 || !double.IsFinite(pair.Value)).Select(pair => pair.Key).Order()];
        if (none.Length > 0)
        {
            var what = version.Weighting switch { Weighting.Given => "a given weight", Weighting.Score => "a score", _ => "a market value" };
            return new Problem(ProblemKind.Undefined, $"{string.Join(", ", none)} cannot be weighed: expected {what} above zero.");
        }

        var isMoney = version.Weighting is Weighting.MarketValue or Weighting.Price;
        var total = Total(values.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        return Answer<ImmutableDictionary<InstrumentId, double>>.Of(
            isMoney ? values : values.ToImmutableDictionary(pair => pair.Key, pair => pair.Value / total * GivenValue),
            new Working { Formula = version.Weighting.ToString() });
    }

    // A company's part is shared equally by its lines.
    private static IEnumerable<(InstrumentId, double)> Shared(CountLevel level, ImmutableArray<ReviewedMember> members, Func<ReviewedMember, double> part) =>
        members.GroupBy(member => member.Stock.UnitKey(level), StringComparer.Ordinal).SelectMany(unit => unit.Select(member => (member.Stock.Id, part(member) / unit.Count())));

    private static Answer<(ImmutableDictionary<InstrumentId, double> Factors, int Rounds)> Capped(
        StockFigures figures, CapPlan plan, ReviewDates dates, ImmutableArray<ReviewedMember> members, ImmutableDictionary<InstrumentId, double> values)
    {
        var groups = new Dictionary<InstrumentId, string?>();
        if (plan.GroupScheme is { } scheme)
        {
            foreach (var member in members)
            {
                string[] found = [.. ClassificationScreen.On(figures.Market, member.Stock.Id, scheme, dates.CutOff)];
                if (found.Length > 1)
                {
                    return new Problem(ProblemKind.Ambiguous, $"{member.Stock.Id} counts as {string.Join(" and ", found)} in the scheme '{scheme}' on {dates.CutOff:yyyy-MM-dd}; caps by group need one.");
                }

                groups.Add(member.Stock.Id, found.Length == 0 ? null : found[0]);
            }

            if (groups.Values.All(group => group is null))
            {
                return new Problem(ProblemKind.NoData, $"Caps by group need the scheme '{scheme}', of which the package says nothing for any member on {dates.CutOff:yyyy-MM-dd}: rows of the role `classifications` would settle it.");
            }
        }

        var units = members.GroupBy(member => member.Stock.UnitKey(plan.Level), StringComparer.Ordinal)
            .Select(unit => (Ids: unit.Select(member => member.Stock.Id).ToArray(), Value: Total(unit.Select(member => values[member.Stock.Id]))))
            .ToArray();
        var capped = Caps.Apply(units.Select(unit => new CapCandidate(unit.Ids[0], unit.Value, groups.GetValueOrDefault(unit.Ids[0]))), plan.At(dates.Kind).AsSpan());
        if (!capped.HasValue)
        {
            return capped.Problem;
        }

        var factors = capped.Value.Members.ToDictionary(weight => weight.Instrument, weight => weight.Factor);
        var ofLines = units.SelectMany(unit => unit.Ids.Select(id => KeyValuePair.Create(id, factors[unit.Ids[0]]))).ToImmutableDictionary();
        return Answer<(ImmutableDictionary<InstrumentId, double>, int)>.Of((ofLines, capped.Value.Rounds), capped.Working);
    }

    private static double Total(IEnumerable<double> values)
    {
        var sum = default(CompensatedSum);
        foreach (var value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }
}
